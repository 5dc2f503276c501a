"""Web pages: the article without what stands around it, and what the page tells of itself.

The date is read by hand, since trafilatura's own guesses take any date in the text for the day of publication.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

import trafilatura

from index.reading.charset import page_text
from index.reading.extract import Extract, UnreadableError, joined, quietly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.reading.extract import Progress

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date",
)  # fmt: skip
_JSON_PUBLISHED = re.compile(r'"datePublished"\s*:\s*("[^"\\]{4,40}")')
_JSON_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*("(?:[^"\\]|\\.){1,200}")')
_LONGEST_TITLE = 300
_LONGEST_DATE = 60
# The title stands among this many first paragraphs, if the article has it.
_HEAD = 3
# A cell of more characters holds text that was laid out with a table, not a value.
_LONGEST_CELL = 300
_RULE = re.compile(r"\|(?:-{3,}\|)+")
_ROW = re.compile(r"\|\s.*\|")
_IN_TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")


class _Element(Protocol):
    """What is used of an element of a page."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, name: str, default: str = "") -> str: ...

    def iter(self, *tags: str) -> Iterator[_Element]: ...

    def itertext(self) -> Iterator[str]: ...

    def __len__(self) -> int: ...

    def __getitem__(self, place: int) -> _Element: ...


def read(data: bytes, progress: Progress = quietly) -> Extract:  # noqa: ARG001 - it has one step
    """The article of a page, a line a paragraph, under its title and its time as the page shows them.

    Raises:
        UnreadableError: It does not say how it is written, or holds no text.
    """
    tree = trafilatura.load_html(page_text(data))
    if tree is None:
        raise UnreadableError("holds no text: open it in a browser, and save what it shows as .txt", "scripted")
    meta = dict(_meta(tree))
    scripts = [script.text or "" for script in tree.iter("script") if "ld+json" in script.get("type", "")]
    issuer = meta.get("og:site_name") or _first(_JSON_PUBLISHER, scripts)
    title, is_shown = _title(tree, meta, issuer)
    published = _published(meta, scripts)
    shown_time = _shown_time(tree, published)
    _lay_out(tree)
    found = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False, prune_xpath="//noscript"
    )
    text = getattr(found, "text", None) or ""
    paragraphs = [_without_bars(line) for line in text.splitlines() if not _RULE.fullmatch(line.strip())]
    if not any(paragraphs):
        raise UnreadableError("holds no text: open it in a browser, and save what it shows as .txt", "scripted")
    below = 0
    if title and is_shown:
        if title not in paragraphs[:_HEAD]:
            paragraphs.insert(0, title)
        below = paragraphs.index(title) + 1
    if shown_time and shown_time not in paragraphs[: _HEAD + 1]:
        paragraphs.insert(below, shown_time)
    return Extract(joined(paragraphs), title, published, issuer)


def _meta(tree: _Element) -> Iterator[tuple[str, str]]:
    """What the page's ``meta`` elements tell; the first of a name counts."""
    for element in reversed(list(tree.iter("meta"))):
        content = " ".join(element.get("content", "").split())
        for name in ("property", "name", "itemprop"):
            if content and element.get(name, ""):
                yield element.get(name).strip().lower(), content


def _title(tree: _Element, meta: dict[str, str], issuer: str | None) -> tuple[str | None, bool]:
    """The title, and whether the page shows it as a heading."""
    headings = [text for text in (_text(one) for one in tree.iter("h1")) if 0 < len(text) <= _LONGEST_TITLE]
    told = meta.get("og:title")
    if told:
        shown = next((one for one in headings if one in told or told in one), None)
        return (shown, True) if shown else (_without_issuer(told, issuer), False)
    if len(headings) == 1:
        return headings[0], True
    named = next((_text(one) for one in tree.iter("title")), "")
    return _without_issuer(named, issuer) or None, False


def _without_issuer(title: str, issuer: str | None) -> str:
    """A title without the name of the site that many put behind it."""
    bare = title.removesuffix(issuer).rstrip(" |-–—•·:»") if issuer else ""
    return (bare or title)[:_LONGEST_TITLE]


def _published(meta: dict[str, str], scripts: list[str]) -> datetime | None:
    told = [meta[name] for name in _PUBLISHED if name in meta]
    told.append(_first(_JSON_PUBLISHED, scripts) or "")
    return next((moment for moment in map(_moment, told) if moment), None)


def _moment(written: str) -> datetime | None:
    """A moment as it is written, on the clock of whoever wrote it."""
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _first(pattern: re.Pattern[str], scripts: list[str]) -> str | None:
    match = next((match for match in map(pattern.search, scripts) if match), None)
    try:
        return None if match is None else str(json.loads(match[1])).strip() or None
    except ValueError:
        return None


def _shown_time(tree: _Element, published: datetime | None) -> str | None:
    """The time of publication as the page shows it, where that is marked as such."""
    for element in tree.iter("time"):
        moment = _moment(element.get("datetime", ""))
        if published and moment and abs((moment - published).total_seconds()) < 24 * 3600:
            text = _text(element)
            return text if 0 < len(text) <= _LONGEST_DATE else None
    return None


def _text(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _lay_out(tree: _Element) -> None:
    """Let tables that lay out text be no tables, so that it keeps its paragraphs; and quotations their marks."""
    for table in list(tree.iter("table")):
        if any(len(_text(cell)) > _LONGEST_CELL for cell in table.iter("td")):
            for element in list(table.iter(*_IN_TABLE)):
                element.tag = "div"
    for quotation in list(tree.iter("q")):
        quotation.tag = "span"
        quotation.text = "\u201c" + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + "\u201d"
        else:
            quotation.text += "\u201d"


def _without_bars(line: str) -> str:
    """A row of a table with its cells parted by tabs; other lines as they are."""
    bare = line.strip()
    return "\t".join(cell.strip() for cell in bare.strip("|").split("|")) if _ROW.fullmatch(bare) else bare
