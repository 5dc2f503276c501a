"""Who an English phrase names: whether that can tell anything, as what, and which stretch of it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from bot.answer.attribution.english import words as lexicon
from bot.answer.attribution.telling import Mention, Span, Topic, Word, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.attribution.telling import Pronoun, Sentence
    from bot.answer.types import Role

_WORD = re.compile(r"[^\W_]+(?:['’.\-/&][^\W_]+)*")
_PARTICLES = frozenset(
    ["al", "bin", "bint", "ben", "ibn", "abu", "de", "del", "der", "den", "di", "la", "le", "van", "von", "el"]
)
_OFFICE_WORDS = frozenset(["prime", "foreign", "defence", "defense", "press", "interior", "finance", "former"])
_INFORMATION = re.compile(
    r"\binformation\s+(?:(?:issued|released|received|coming)\s+)?(?:by|from|of)\s+(?P<party>.+)",
    re.DOTALL | re.IGNORECASE,
)
_THE_STATEMENT = re.compile(
    r"(?:the|this|that)\s+(?:same\s+)?(?:joint\s+|official\s+)?(?:statement|readout|communiqu[eé]|press\s+release|text|release)",
    re.IGNORECASE,
)
# "His spokesman, Guram Gelashi": his name tells more than whose spokesman he is.
_OWNED = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir)\s+\w[^,]*,\s+(?=\S)")


def read_words(text: str) -> tuple[Word, ...]:
    """The words of an English text."""
    words: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        written = match[0]
        is_capital = written[0].isupper() or (written.startswith(("al-", "el-", "d'", "d’")) and written[-1].islower())
        gap = "".join(text[at : match.start()].split())
        words.append(Word(written.lower(), match.start(), match.end(), gap, is_capital))
        at = match.end()
    return tuple(words)


def find_people(words: Sequence[Word]) -> frozenset[str]:
    """The names, word by word, of those whom a document calls by a title somewhere."""
    people: set[str] = set()
    places = {words[at + 1].text for at, word in enumerate(words[:-1]) if word.text in {"of", "in"}}
    for at, word in enumerate(words):
        if word.text in lexicon.BEFORE_NAME:
            people.update(_name_after(words, at))
        # Whoever says something is somebody, if he is not a place somewhere.
        elif word.text in {"said", "says", "told", "replied", "added"} and at and not word.gap:
            name = words[at - 1]
            begins = at == 1 or words[at - 2].text in lexicon.OPENERS or name.gap
            if (
                name.is_capital
                and begins
                and name.text not in places | lexicon.CLOSED | lexicon.OFFICES | lexicon.AGENCIES
            ):
                people.add(name.text)
    return frozenset(people)


def _name_after(words: Sequence[Word], title: int) -> set[str]:
    found: set[str] = set()
    for number, name in enumerate(words[title + 1 : title + 5]):
        is_shortened = not number and len(words[title].text) < 4
        if (name.gap.strip(".") if is_shortened else name.gap) or not (name.is_capital or name.text in _PARTICLES):
            break
        if name.is_capital and name.text not in lexicon.TITLES | lexicon.TIMES | lexicon.CLOSED:
            found |= {name.text, name.text.removeprefix("al-")}
    return found


def is_named(words: Sequence[Word], people: frozenset[str]) -> bool:
    """Whether a phrase names a person: by a title or by a name that has a title elsewhere."""
    return any(word.text in lexicon.TITLES or _bare(word.text) in people for word in _head(words))


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def can_tell(words: Sequence[Word], people: frozenset[str]) -> bool:
    """Whether what a phrase names is somebody, or something that is put out by somebody."""
    head = _head(words)
    if not head:
        return False
    return is_named(words, people) or head[-1].is_capital or head[-1].text in lexicon.SOURCES or _is_agency(head)


def role_of(words: Sequence[Word], people: frozenset[str]) -> Role:
    """What a phrase names: a statement or an office, a news agency, or one who speaks."""
    head = _head(words)
    if _is_agency(head) and not head[0].text.startswith("press"):
        return "agency"
    if is_named(head, people):
        return "speaker"
    return "statement" if any(word.text in lexicon.SOURCES for word in head) else "speaker"


def is_text(words: Sequence[Word]) -> bool:
    """Whether a phrase names a statement or the like."""
    return any(word.text in lexicon.TEXTS for word in _head(words))


def is_text_name(name: str) -> bool:
    """Whether a name is that of a statement or the like."""
    return is_text(read_words(name))


def is_official(words: Sequence[Word]) -> bool:
    """Whether a phrase names one of the second rank, who speaks for himself."""
    texts = [word.text for word in words]
    return any(one in lexicon.OFFICIALS and before != "prime" for before, one in zip(["", *texts], texts, strict=False))


def _is_agency(head: Sequence[Word]) -> bool:
    joined = " ".join(word.text for word in head)
    return any(word.text in lexicon.AGENCIES for word in head) or joined.endswith(lexicon.AGENCY_ENDINGS)


def _head(words: Sequence[Word]) -> Sequence[Word]:
    """A phrase up to what is told about it: "the head | of the commission", "a statement | issued by Paris"."""
    for at, word in enumerate(words):
        if at and word.text in lexicon.HEAD_ENDS:
            return words[:at]
    return words


def shown_span(text: str, span: Span) -> Span:
    """What is shown of a source: of "information", whose it is."""
    party = _INFORMATION.search(text, *span)
    return Span(*party.span("party")) if party else span


def is_back_reference(text: str) -> bool:
    """Whether a source is "the statement", the one that was named before."""
    return _THE_STATEMENT.fullmatch(text) is not None


def pronoun_of(words: Sequence[Word]) -> Pronoun | None:
    """The pronoun that a phrase is."""
    return cast("Pronoun | None", lexicon.PRONOUNS.get(words[0].text)) if len(words) == 1 else None


def mention_of(text: str, role: Role, source: Span) -> Mention:
    """The source that a stretch of a text names, with its offsets there."""
    owned = _OWNED.match(text, *source)
    start = owned.end() if owned else source.start
    pronoun = _gender_of(text[slice(*source)]) if role == "speaker" else "it"
    return Mention(role, flat(text[start : source.end]), start, source.end, None, pronoun)


def _gender_of(name: str) -> Pronoun | None:
    words = {word.text for word in read_words(name)}
    if words & lexicon.MANY or "and" in words:
        return "they"
    return "she" if words & lexicon.FEMALE else "he" if words & lexicon.MALE else None


def topic_at(sentence: Sentence, at: int) -> Topic | None:
    """Whom the phrase that begins at a word names, if that is a person."""
    words = sentence.words
    if at >= len(words):
        return None
    pronoun = pronoun_of(words[at : at + 1])
    if pronoun is not None:
        return Topic(None, pronoun) if pronoun != "it" else None
    end = at
    while end < len(words) and _belongs(words, at, end):
        end += 1
    while end > at and words[end - 1].text in lexicon.JOINED | _PARTICLES | lexicon.DETERMINERS | {"of"}:
        end -= 1
    if end > at and is_named(words[at:end], sentence.people):
        return Topic(sentence.span(at, end - 1), None)
    return None


def _belongs(words: Sequence[Word], first: int, at: int) -> bool:
    word = words[at]
    if at > first and word.gap.strip(".’'"):
        return False
    if word.text in {"and", "of"}:
        following = words[at + 1] if at + 1 < len(words) else None
        return at > first and following is not None and (following.is_capital or following.text in lexicon.DETERMINERS)
    if word.text in lexicon.CLOSED - {"both"}:
        return False
    return word.is_capital or word.text in lexicon.NAMING or word.text in _PARTICLES or word.text in _OFFICE_WORDS
