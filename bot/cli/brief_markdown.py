"""A briefing as Markdown (CommonMark): what is quoted is escaped, so that it reads as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.briefing import words
from bot.answer.compose import translator
from bot.cli.show import printable
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.briefing.types import Briefing, Cited, Line
    from index.types import Language

_MARKS = re.compile(r"([\\`*_{}\[\]<>&|~])")
# What would begin a heading, a list or a rule.
_OPENINGS = re.compile(r"^(\d*)([#+\-=.)])", re.MULTILINE)


def as_markdown(briefing: Briefing) -> str:
    """The whole text."""
    return "\n\n".join(_blocks(briefing)) + "\n"


def _blocks(briefing: Briefing) -> Iterator[str]:
    languages = briefing.request.languages
    yield "# " + _escaped(" · ".join(words.title(briefing, one) for one in languages))
    for language in languages:
        yield _escaped(words.extent(briefing, language))
    for section in briefing.sections:
        yield "## " + _escaped(" · ".join(words.heading(section.subject, one) for one in languages))
        for line in section.lines:
            yield from _line(line, languages)
    for language in languages:
        if said := " ".join(words.closing(briefing, language)):
            yield f"*{_escaped(said)}*"


def _line(line: Line, languages: Sequence[Language]) -> Iterator[str]:
    yield from _cited(line.told, languages)
    for cited in line.same:
        for place, language in enumerate(languages):
            yield _escaped(f"{words.same(language)} {words.source(cited, place, language)}") + " " + _place(cited)
    for cited in line.other_side:
        yield _escaped(" · ".join(words.other_side(one) for one in languages))
        yield from _cited(cited, languages)
    for document in line.silent:
        for language in languages:
            yield _escaped(words.silent(document, language))


def _cited(cited: Cited, languages: Sequence[Language]) -> Iterator[str]:
    citation = cited.citation
    yield "> " + "\\\n> ".join(_escaped(one.strip()) for one in citation.quote.splitlines())
    translation = citation.translation
    if translation is not None and translation.language in languages:
        phrases = load(translation.language)
        told = phrases.say("answer.translation", by=translator(translation, phrases), text=translation.text)
        yield f"*{_escaped(' '.join(told.split()))}*"
    sources = [_escaped(words.source(cited, place, language)) for place, language in enumerate(languages)]
    yield "\\\n".join([*sources, _place(cited)])


def _place(cited: Cited) -> str:
    citation = cited.citation
    return f"{_escaped(citation.document.id)}:{citation.start}-{citation.end}"


def _escaped(text: str) -> str:
    return _OPENINGS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", printable(text)))
