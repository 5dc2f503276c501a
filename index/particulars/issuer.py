"""Who published a document: what its head, or the statement that it tells of, names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.gazetteer import find_names
from index.named import find_persons
from index.particulars.bodies import is_issuer, names_body
from index.particulars.head import dateline_days
from index.particulars.lines import one_line
from index.particulars.types import Particular

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.particulars.head import Line
    from index.particulars.types import Sureness, Where

_LONGEST = 90
_BEGINNING = 4000
_CREDITED = (
    re.compile(r"^(?:By|من|كتبت?|كتبه)\s+[^,،\n]{3,40}[,،]\s*(?P<name>[^,،\n]{3,60})$", re.MULTILINE),
    re.compile(r"^\(?(?:Source|المصدر)\s*:\s*(?P<name>[^,،+\n()]{2,60}?)(?:\s*[,،+][^\n]*)?\s*\)?\s*$", re.MULTILINE),
)
_STATED = (
    re.compile(
        r"(?:statement|readout|communiqu[eé]|press release)\s+(?:issued\s+|released\s+)?(?:by|from|of)\s+"
        r"(?P<name>[^\n,.:;]{3,80})$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:بيان (?:رسمي )?)?(?:صادر|صدر) (?:عن|من) (?P<name>[^\n،.:]{3,80})$"),
)
_IN_TEXT = (
    re.compile(
        r"\b(?:in )?a (?:statement|readout|press release) (?:issued |released |published )?(?:by|from) "
        r"(?P<name>the [^\n,.:;\"“]{3,60}?)(?=\s+(?:said|says|on|that|after|and|which|to)\b|[,.:;\"“\n])"
    ),
    re.compile(
        r"بيان (?:رسمي )?(?:صادر|صدر|نشر[هت]?\w*) (?:عن|من|على) "
        r"(?P<name>[^\n،.:؛\"«]{3,60}?)(?=\s+(?:أن|إن|بعد|اليوم|أمس)\b|[،.:؛\"«\n])"
    ),
)
_SPLIT = re.compile(r"\s+[-–—|]\s+|[,،()|]\s*")
_DATE_WORDS = re.compile(r"\d|[٠-٩]")


def find_issuer(text: str, head: Sequence[Line], told: str | None, foot: str = "") -> Particular[str] | None:
    """Who published a document.

    Args:
        text: The text.
        head: Its first lines.
        told: Whom its metadata names.
        foot: Its last lines, where some name their source.
    """
    if told is not None:
        return Particular(told, "metadata")
    return next((found for found in _found(text[:_BEGINNING], head, foot) if found is not None), None)


def _found(beginning: str, head: Sequence[Line], foot: str) -> Iterator[Particular[str] | None]:
    """What names the issuer, the plainest first."""
    for line in head:
        if line.kind == "issuer":
            yield Particular(_bare(line.text), "headline")
        elif line.kind == "dateline" and (name := _in_dateline(line.text)) is not None:
            yield Particular(name, "dateline")
    yield from (_matched(pattern, f"{beginning}\n{foot}", "dateline", "sure") for pattern in _CREDITED)
    for line in head:
        if line.kind == "headline":
            yield from (_matched(pattern, line.text, "headline", "sure") for pattern in _STATED)
    for last in foot.splitlines():
        if dateline_days(last.strip()) and (name := _in_dateline(last)) is not None:
            yield Particular(name, "dateline")
    if head and (body := _spoken_for(head[0].text)) is not None:
        yield Particular(body, "headline", "likely")
    stated = (_matched(pattern, beginning, "text", "likely") for pattern in _IN_TEXT)
    yield from (replace(one, value=_known(one.value)) for one in stated if one is not None)


def _matched(pattern: re.Pattern[str], text: str, where: Where, sureness: Sureness) -> Particular[str] | None:
    match = pattern.search(text)
    if match is None or not names_body(match["name"]):
        return None
    return Particular(_spoken(_bare(match["name"])), where, sureness)


def _known(name: str) -> str:
    """The known body that a name in a text holds, which readers of both languages know: of a press service, its Kremlin."""
    bodies = [one.entry for one in find_names(name) if one.kind == "organisation"]
    if len(bodies) != 1:
        return name
    return bodies[0].shown("ar" if re.search("[\u0620-\u064a]", name) else "en")


def _in_dateline(line: str) -> str | None:
    for part in _SPLIT.split(line):
        if names_body(part) and not _DATE_WORDS.search(part) and is_issuer(part):
            return _bare(part)
    return None


def _bare(name: str) -> str:
    bare = (one_line(name) or "").strip(" .,:;")[:_LONGEST]
    return re.sub(r"^[Tt]he (?=(?:\w+ )?[Oo]ffice|[Mm]inistry|[Gg]overnment)", "", bare)


def _spoken(name: str) -> str:
    """A name that its headline writes in capitals, as a sentence would: of such words, the small ones are small."""
    if not name.isupper() or not name.isascii():
        return name
    words = [word if word in {"of", "the", "and", "for"} else word.capitalize() for word in name.lower().split()]
    return " ".join(words[1:] if words[0] == "the" else words)


def _spoken_for(line: str) -> str | None:
    """The office for which a spokesman speaks, where the first line names both."""
    for person in find_persons(line, "ar"):
        office = line[slice(*person.office)] if person.office else ""
        body = re.sub(r"^.*?باسم\s+", "", office)
        if body != office and names_body(body):
            return _bare(body)
    return None
