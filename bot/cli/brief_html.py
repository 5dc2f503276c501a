"""A briefing as one HTML page that needs nothing else: each quote in its own language and direction."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.answer.briefing import words
from bot.answer.compose import translator
from bot.cli.show import printable
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.briefing.types import Briefing, Cited, Line
    from index.types import Language

_STYLE = """
body { font: 1rem/1.6 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; max-width: 44rem; margin: 2rem auto;
  padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.6rem; margin-block-end: 0; }
h2 { font-size: 1.2rem; margin-block: 2rem .5rem; }
.line { margin-block: 1rem; }
.beside { margin-inline-start: 1.5rem; }
blockquote { margin: 0; padding-inline-start: .8rem; border-inline-start: .2rem solid #8aa; white-space: pre-line; }
.translation { font-style: italic; margin: .2rem 0; }
.source, .place, .omitted { font-size: .85rem; color: #555; margin: .1rem 0; }
.place { direction: ltr; unicode-bidi: isolate; }
[dir="rtl"] > .place { text-align: right; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background: #181818; }
  .source, .place, .omitted { color: #aaa; }
}
"""


def as_html(briefing: Briefing) -> str:
    """The whole page."""
    languages = briefing.request.languages
    title = " · ".join(words.title(briefing, one) for one in languages)
    body = "\n".join(_body(briefing))
    return (
        f'<!DOCTYPE html>\n<html lang="{languages[0]}" dir="{_direction(languages[0])}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(briefing: Briefing) -> Iterator[str]:
    languages = briefing.request.languages
    for language in languages:
        yield _element("h1", words.title(briefing, language), language)
        yield _element("p", words.extent(briefing, language), language, "source")
    for section in briefing.sections:
        yield "<section>"
        for language in languages:
            yield _element("h2", words.heading(section.subject, language), language)
        for line in section.lines:
            yield from _line(line, languages)
        yield "</section>"
    for language in languages:
        if said := " ".join(words.closing(briefing, language)):
            yield _element("p", said, language, "omitted")


def _line(line: Line, languages: Sequence[Language]) -> Iterator[str]:
    yield '<div class="line">'
    yield from _cited(line.told, languages)
    for cited in line.same:
        yield '<div class="beside">'
        for place, language in enumerate(languages):
            yield _element("p", f"{words.same(language)} {words.source(cited, place, language)}", language, "source")
        yield f"{_place(cited)}</div>"
    for cited in line.other_side:
        yield '<div class="beside">'
        for language in languages:
            yield _element("p", words.other_side(language), language)
        yield from _cited(cited, languages)
        yield "</div>"
    for document in line.silent:
        for language in languages:
            yield _element("p", words.silent(document, language), language, "beside")
    yield "</div>"


def _cited(cited: Cited, languages: Sequence[Language]) -> Iterator[str]:
    citation = cited.citation
    yield _element("blockquote", citation.quote, citation.document.language)
    translation = citation.translation
    if translation is not None and translation.language in languages:
        phrases = load(translation.language)
        told = phrases.say("answer.translation", by=translator(translation, phrases), text=translation.text)
        yield _element("p", told, translation.language, "translation")
    for place, language in enumerate(languages):
        yield _element("p", words.source(cited, place, language), language, "source")
    yield _place(cited)


def _place(cited: Cited) -> str:
    citation = cited.citation
    return f'<p class="place">{_text(f"{citation.document.id}:{citation.start}-{citation.end}")}</p>'


def _element(tag: str, text: str, language: Language, kind: str | None = None) -> str:
    named = "" if kind is None else f' class="{kind}"'
    return f'<{tag}{named} lang="{language}" dir="{_direction(language)}">{_text(text)}</{tag}>'


def _direction(language: Language) -> str:
    return "rtl" if language == "ar" else "ltr"


def _text(text: str) -> str:
    return escape(printable(text))
