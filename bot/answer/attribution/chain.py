"""The sources of a document, passage by passage: what each sentence names, with what it takes over from those before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.attribution.issuer import QUESTION
from bot.answer.attribution.memory import Memory
from bot.answer.attribution.quotations import is_whole_quotation, spread_quotations
from bot.answer.attribution.reading import is_text_name, mention_of, read_passages
from bot.answer.attribution.telling import Mention, Reading, Span, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.attribution.telling import Pronoun, Telling, Topic
    from bot.answer.types import Role
    from index.types import Document, Language, Passage

_ANSWER = re.compile(r"\s*(?:A(?:nswer)?|ج(?:واب)?|الجواب|الإجابة|إجابة)\s*(?:\d+\s*)?[:.\-–]\s")
_LABEL = re.compile(r"\s*:\s*(?![\s\"“«])")
_BULLET = re.compile(r"\s*(?:[-*•‣▪–—]|\(?\d{1,2}[.)])\s")
_OWNER = re.compile(r"([Hh]is|[Hh]er|[Tt]heir)\s+")
_OWNER_PRONOUNS: dict[str, Pronoun] = {"his": "he", "her": "she", "their": "they"}
_RELATIVE = re.compile(r",? (?:who|whom|whose|which|where)\b|(?<=\s)و?(?:الذي|التي|الذين|اللذين|اللتين)(?=\s)")
# A heading that is nothing but the name of what its section tells by; at the head of a document that is its issuer.
_SECTION = re.compile(
    r"((?:the )?(?:press (?:service|office)|(?:joint )?statement|readout|communiqu[eé]|press release)\s+(?:of|by|from)\s+[^.:]+|"
    r"(?:بيان|خدمة الصحافة|المكتب الصحفي|المكتب الإعلامي)\s[^.:،]+):?",
    re.IGNORECASE,
)
_HEAD = 3
_SHORTEST_VERBATIM = 20


def read_sources(
    document: Document, passages: tuple[Passage, ...], answerer: Mention | None
) -> tuple[tuple[Told, ...], ...]:
    """For each passage, who tells what of it, from the outside to the inside; without the issuer.

    Args:
        document: The document.
        passages: All of them.
        answerer: Who gives the answers, where the document is one of questions and answers.
    """
    has_questions = any(QUESTION.match(passage.text) for passage in passages)
    walk = _Walk(document.language, answerer, has_questions=has_questions)
    readings = read_passages([passage.text for passage in passages], document.language, document.title)
    found = [walk.step(passage, reading) for passage, reading in zip(passages, readings, strict=True)]
    return tuple(_verbatim_headings(passages, spread_quotations(passages, found)))


class _Walk:
    """The way through a document, and what is carried along."""

    def __init__(self, language: Language, answerer: Mention | None, *, has_questions: bool) -> None:
        self.language = language
        self.answerer = answerer
        self.memory = Memory()
        self.has_questions = has_questions
        self.paragraph = self.opening = -1
        self.statement: Mention | None = None
        self.section: Mention | None = None
        self.is_answer = self.is_question = False
        self.leading: tuple[Mention, ...] = ()
        self.quoted: Mention | None = None

    def step(self, passage: Passage, reading: Reading) -> tuple[Told, ...]:
        """Who tells what in the next passage."""
        if passage.kind == "byline":
            return ()
        if passage.paragraph != self.paragraph:
            self._begin_paragraph(passage)
        if passage.kind == "heading":
            return self._heading(passage, reading)
        if self.is_question:
            return ()
        told = self._resolved(passage, reading)
        self._carry_statement(told, reading)
        whole = Span(0, len(passage.text))
        nowhere = Span(0, 0)
        carried = [self.section, self.answerer if self.is_answer else None]
        if self.statement is not None and told and not any(one.mention.role != "speaker" for one in told):
            carried.append(self.statement)
        carried.extend(self.leading)
        speakers = [one.mention for one in told if one.mention.role == "speaker" and not one.is_act]
        if not speakers and is_whole_quotation(passage.text):
            carried.append(self.quoted)
        elif speakers or not is_whole_quotation(passage.text):
            self.quoted = speakers[-1] if speakers else None
        before = [Told(one, whole, nowhere, is_named=False) for one in carried if one is not None]
        if self.statement is not None and not told:
            before.append(Told(self.statement, whole, nowhere, is_named=False, is_plain=True))
        self._lead_in(passage, told)
        self._label(passage, told)
        return (*before, *told)

    def _label(self, passage: Passage, told: Sequence[Told]) -> None:
        """In a transcript, the name before a colon tells the rest of its paragraph, and gives the answers."""
        label = next(
            (one for one in told if one.region.start == 0 and _LABEL.match(passage.text, one.region.end)), None
        )
        if label is not None and passage.number == self.opening:
            self.leading = (label.mention,)
            if self.has_questions:
                self.answerer = label.mention

    def _begin_paragraph(self, passage: Passage) -> None:
        self.paragraph, self.opening = passage.paragraph, passage.number
        self.statement = self.quoted = None
        if self.leading and not _BULLET.match(passage.text):
            self.leading = ()
        if QUESTION.match(passage.text):
            self.is_question, self.is_answer = True, False
        elif _ANSWER.match(passage.text):
            self.is_question, self.is_answer = False, True
        elif passage.kind == "heading":
            self.is_question = self.is_answer = False

    def _heading(self, passage: Passage, reading: Reading) -> tuple[Told, ...]:
        office = _SECTION.fullmatch(passage.text) if passage.number >= _HEAD else None
        section = None if office is None else Span(*office.span(1))
        self.section = replace(self._named(passage, "statement", section), is_text=True) if section else None
        self.leading = ()
        named = tuple(one for one in reading.tellings if one.source is not None)
        return self._resolved(passage, Reading(named), is_heading=True)

    def _lead_in(self, passage: Passage, told: Sequence[Told]) -> None:
        if passage.text.rstrip().endswith(":"):
            self.leading = tuple(one.mention for one in told if not one.is_act)

    def _resolved(self, passage: Passage, reading: Reading, *, is_heading: bool = False) -> tuple[Told, ...]:
        """The tellings of a passage with those whom they mean."""
        found: list[Told] = []
        topics = [self._topic(passage, topic, number) for number, topic in enumerate(reading.topics)]
        for telling in reading.tellings:
            mention = self._mention(passage, telling, found, [one for one in topics if one is not None])
            if mention is not None:
                scope = telling.scope
                if telling.source is None and not telling.is_around:
                    scope = Span(self._clause(passage, telling, mention, topics, found), scope.end)
                told = Told(mention, scope, telling.region, telling.is_around, telling.is_act)
                relative = _RELATIVE.search(passage.text, telling.region.end) if telling.is_act else None
                found.append(replace(told, background=relative.start() if relative else None))
        if not is_heading:
            speakers = [one.mention for one in found if one.mention.role == "speaker" and not one.is_act]
            about = topics if topics and topics[0] is not None else [*speakers[:1], *topics[1:]]
            # Of a statement and the one it cites, it is the latter who goes on.
            tellers = sorted(
                found, key=lambda one: (one.mention.role != "speaker", not one.is_around, one.region.start)
            )
            self.memory.sentence([one for one in about if one is not None], [one.mention for one in tellers])
        return tuple(found)

    def _clause(
        self, passage: Passage, telling: Telling, mention: Mention, topics: Sequence[Mention | None], found: Sequence[Told]
    ) -> int:  # fmt: skip
        """Where the clause begins that a telling ends: verbs that share a subject are one ("raised the case and asked")."""
        topic = next((one for one in topics if one is not None and one.key == mention.key), None)
        if (
            topic is None
            or telling.is_act
            or telling.region.start == 0
            or any(one.mention.key == mention.key for one in found)
        ):
            return telling.scope.start
        end = topic.end if topic.passage == passage.number and topic.end is not None else passage.start
        return min(telling.scope.start, end - passage.start)

    def _topic(self, passage: Passage, topic: Topic, number: int) -> Mention | None:
        if topic.source is not None:
            return self._named(passage, "speaker", topic.source)
        if number or topic.pronoun is None:
            return None
        meant = self.memory.told_before(topic.pronoun, by_speaker=False)
        if meant is not None:
            self.memory.learn(meant, topic.pronoun)
        return meant

    def _mention(
        self, passage: Passage, telling: Telling, found: Sequence[Told], topics: Sequence[Mention]
    ) -> Mention | None:
        if telling.source is not None:
            named = self._named(passage, telling.role, telling.source)
            named = replace(named, is_text=telling.is_text, pronoun=named.pronoun or telling.pronoun)
            return self._referred(named) if telling.is_back_reference else named
        pronoun = telling.pronoun or "same"
        at = passage.start + telling.region.start
        inside = [one for one in topics if one.passage != passage.number or (one.start or 0) < at]
        speakers = [
            one.mention for one in found if one.region.start < telling.region.start and one.mention.role == "speaker"
        ]
        if pronoun == "same":
            within = [*reversed(speakers), *inside[:1]] or [one.mention for one in reversed(found)]
            return within[0] if within else None
        inside = [*inside[:1], *reversed(inside[1:]), *reversed(speakers)]
        for mention in inside:
            if self.memory.agrees(mention, pronoun):
                self.memory.learn(mention, pronoun)
                return mention
        meant = self.memory.told_before(pronoun, by_speaker=telling.is_around or self.language == "ar")
        if meant is not None:
            self.memory.learn(meant, pronoun)
        return meant

    def _referred(self, named: Mention) -> Mention:
        """What is named again ("the statement", "His Majesty") by the name that was given before, where it stands now."""
        if named.role == "speaker":
            known = self.memory.told_before(named.pronoun or "he", by_speaker=False)
        else:
            known = self.memory.last_statement()
        if known is None:
            return named
        is_of = named.role == "statement" and (known.is_statement_of or not is_text_name(known.name, self.language))
        origin = known.start if known.origin is None else known.origin
        return replace(named, name=known.name, origin=origin, is_statement_of=is_of)

    def _named(self, passage: Passage, role: Role, source: Span) -> Mention:
        mention = mention_of(passage.text, role, source, self.language)
        owned = _OWNER.match(mention.name)
        if owned and self.language == "en":
            owner = self.memory.told_before(_OWNER_PRONOUNS[owned[1].lower()], by_speaker=False)
            if owner is not None:
                mention = replace(mention, name=f"{owner.name}'s {mention.name[owned.end() :]}")
        start, end = mention.start or 0, mention.end or 0
        return replace(mention, start=passage.start + start, end=passage.start + end, passage=passage.number)

    def _carry_statement(self, told: Sequence[Told], reading: Reading) -> None:
        """A statement goes on telling what is said in its paragraph, until another source or an official tells something."""
        if any(one.is_end and one.role == "speaker" for one in reading.tellings):
            self.statement = None
        for one in told:
            if one.mention.role != "speaker":
                leads = (not one.is_around or one.scope.start > 0) and one.scope.end > one.region.end
                self.statement = one.mention if leads and (one.mention.is_text or one.is_around) else None


def _verbatim_headings(passages: Sequence[Passage], found: Sequence[tuple[Told, ...]]) -> Iterator[tuple[Told, ...]]:
    """A heading that repeats a passage of its section word for word is told by whoever tells that."""
    for passage, told in zip(passages, found, strict=True):
        yield told if told or passage.kind != "heading" else tuple(_repeated(passage, passages, found))


def _repeated(heading: Passage, passages: Sequence[Passage], found: Sequence[tuple[Told, ...]]) -> Iterator[Told]:
    words = heading.text.strip('"“”«» ')
    if len(words) < _SHORTEST_VERBATIM:
        return
    for passage in passages:
        at = passage.text.find(words) if passage.heading == heading.number else -1
        if at >= 0:
            whole = Span(0, len(heading.text))
            for one in found[passage.number]:
                if one.scope.start <= at and at + len(words) <= one.scope.end:
                    yield replace(one, scope=whole, region=Span(0, 0))
            return
