"""Who says what a passage tells, and through whom: the outlet, the agency, the statement and the speaker.

What names nobody is told by the document itself, whose issuer the manifest may name. Nobody is ever guessed: where it is
unsure who is meant, he is left out and those through whom it is told remain.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.answer.attribution.chain import read_sources
from bot.answer.attribution.issuer import answerer_of, issuer_of, with_article
from bot.answer.attribution.joint import is_joint_statement, the_document
from bot.answer.attribution.telling import Mention, Span
from bot.answer.attribution.translation import TranslatedNames, known_name
from bot.answer.attribution.writing import inside, phrase
from bot.answer.transcript import is_asked_there
from bot.answer.types import Attribution, Source
from index.language import fold
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.attribution.issuer import Issuer
    from bot.answer.attribution.telling import Told
    from index.types import Document, Language, Passage

# Documents whose sources are kept, having been read once.
_KEPT = 256
_RANKS = {"outlet": 0, "agency": 1, "statement": 2, "speaker": 3}
# Of what is cited, this much must be what he tells: of a whole passage less, since what else it holds leads up to that.
_SHARE = 0.5
_SHARE_OF_PASSAGE = 0.3
# Of two who speak one after the other only one who tells nearly all may stand for the whole.
_SHARE_BESIDE = 0.67


def attribute(
    document: Document, passages: Sequence[Passage], at: int, language: Language, within: tuple[int, int] | None = None
) -> Attribution | None:
    """The sources of a passage, or of a stretch of it, the outermost first.

    Args:
        document: The document.
        passages: All of its passages.
        at: The number of the passage.
        language: The language that they are named in, where the text or its aligned translation is in that.
        within: The stretch of the document's text that is cited, such as a value; the whole passage where None.

    Returns:
        None where neither the text nor the manifest names a source.
    """
    issuer, told = _read(document, tuple(passages))
    if is_asked_there(passages, at):
        return _asker(issuer, document.language, language)
    passage = passages[at]
    start, end = within or (passage.start, passage.end)
    span = Span(max(0, start - passage.start), min(len(passage.text), end - passage.start))
    share = _SHARE if within else _SHARE_OF_PASSAGE
    here = [one for one in told[at] if not one.is_plain or _is_issuers(one.mention, issuer)]
    mentions = _distinct([*issuer.mentions, *_telling(here, span, share)])
    if not mentions:
        return None
    translation = document.translation
    is_translated = translation is not None and translation.language == language != document.language
    names = _translated_names(document, tuple(passages)) if is_translated else None
    sources = tuple(_source(mention, names, document.language, language) for mention in mentions)
    return Attribution(sources, _text(sources, issuer, document, language))


def _asker(issuer: Issuer, own: Language, language: Language) -> Attribution | None:
    """Whoever puts a question: what he says is not said by the office that publishes it."""
    if not issuer.mentions:
        return None
    outlet = _source(issuer.mentions[0], None, own, language)
    asker = Source("speaker", load(language).say("answer.asker"))
    named = inside(with_article(outlet.name, language), language)
    return Attribution((outlet, asker), phrase([named, asker.name], language, is_spoken=True))


def _source(mention: Mention, names: TranslatedNames | None, own: Language, language: Language) -> Source:
    """A mention as it is given out: an office that tells something is one who speaks, only its text is a statement."""
    name: str | None = None
    if names is not None:
        name = names.name(mention.name, mention.start if mention.origin is None else mention.origin)
    if name is None and language != own:
        name = known_name(mention.name, own, language)
    name = name or mention.name
    if mention.is_statement_of:
        name = load(language).say("answer.statement_of", office=inside(name, language))
    role = "speaker" if mention.role == "statement" and not mention.is_text else mention.role
    return Source(role, name, mention.start, mention.end)


def _text(sources: Sequence[Source], issuer: Issuer, document: Document, language: Language) -> str:
    phrases = load(language)
    outer, *inner = sources
    if outer.role == "outlet" and outer.start is None:
        named = with_article(outer.name, language)
        if not inner and issuer.kind != "own":
            if issuer.kind == "press" and not is_joint_statement(document):
                return phrases.say("answer.article_of", outlet=named)
            return the_document(document, language)
        # An office that is only told about is not the one who tells.
        shown = [named, *(one.name for one in inner)] if issuer.kind != "other" else [one.name for one in inner]
    else:
        shown = [
            with_article(outer.name, language) if outer.role == "outlet" else outer.name,
            *(one.name for one in inner),
        ]
    return phrase([inside(name, language) for name in shown], language, is_spoken=sources[-1].role == "speaker")


@lru_cache(maxsize=_KEPT)
def _translated_names(document: Document, passages: tuple[Passage, ...]) -> TranslatedNames:
    return TranslatedNames(document, passages)


@lru_cache(maxsize=_KEPT)
def _read(document: Document, passages: tuple[Passage, ...]) -> tuple[Issuer, tuple[tuple[Told, ...], ...]]:
    told = read_sources(document, passages, answerer_of(document, passages))
    tells = any(one.mention.is_text and one.is_named for some in told for one in some)
    return issuer_of(document, passages, tells_of_statement=tells), told


def _telling(told: Sequence[Told], span: Span, share: float) -> Iterator[Mention]:
    """Those who tell a stretch of a passage, from the outside to the inside."""
    spoken = [one.region for one in told]
    saying = next((one for one in told if one.region.start <= span.start and span.end <= one.region.end), None)
    if saying is not None:
        # The words of telling themselves are asked about, such as who says it.
        span = saying.scope
    content = [at for at in range(*span) if not any(region.start <= at < region.end for region in spoken)]
    shares = [
        sum(1 for at in content if one.scope.start <= at < one.scope.end) / len(content) if content else 0.0
        for one in told
    ]
    covering = [number for number, part in enumerate(shares) if part >= share]
    said = [told[number] for number in covering if told[number].is_named and not told[number].is_act]
    kept = [
        told[number]
        for number in covering
        if not _is_told_by_others(told[number], span, said)
        and not any(_is_beside(told[number], told[other]) and shares[number] < _SHARE_BESIDE for other in covering)
    ]
    kept.sort(key=lambda one: (_RANKS[one.mention.role], one.is_named, not one.is_around, one.region))
    return (one.mention for one in kept)


def _is_told_by_others(one: Told, span: Span, said: Sequence[Told]) -> bool:
    """Whether it is done with words, so that an outer source tells it: "He promised an answer, the statement said"."""
    if not one.is_act:
        return False
    return _is_background(one, span) or any(other.is_around or other.region < one.region for other in said)


def _is_beside(one: Told, other: Told) -> bool:
    """Whether two speak one after the other in a sentence, so that neither tells what the other does."""
    if one.mention.role != "speaker" or other.mention.role != "speaker" or one.mention.key == other.mention.key:
        return False
    if one.is_around or other.is_around or not (one.is_named and other.is_named):
        return False
    first, second = sorted((one, other), key=lambda told: told.region)
    return second.region.start >= first.scope.end


def _is_background(act: Told, span: Span) -> bool:
    """Whether a stretch stands in a relative clause of what is asked for or offered, which the document itself tells."""
    return act.background is not None and span.start >= act.background


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    """The same chain without those who stand in it twice, one after the other."""
    kept: list[Mention] = []
    for mention in mentions:
        outer = kept[-1] if kept else None
        if outer is not None and outer.role == "outlet" and _is_issuer(mention, outer):
            kept[-1] = replace(outer, start=mention.start, end=mention.end, origin=mention.origin)
        elif (
            outer is not None
            and outer.role == mention.role
            and (_words(outer) <= _words(mention) or _words(mention) <= _words(outer))
        ):
            kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _is_issuer(mention: Mention, issuer: Mention) -> bool:
    """Whether an office that the text names is the issuer itself."""
    return mention.role == "statement" and not mention.is_statement_of and _words(mention) <= _words(issuer)


def _is_issuers(mention: Mention, issuer: Issuer) -> bool:
    return any(_is_issuer(mention, one) for one in issuer.mentions)


def _words(mention: Mention) -> set[str]:
    return {word.removeprefix("ال") for word in fold(mention.name).text.split()} - {"the", "of"}
