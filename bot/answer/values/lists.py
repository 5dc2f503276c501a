"""Lists that may answer: names side by side, and what is enumerated after a word such as "discussed", "include" or تتعلق."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.values.actors import actors
from bot.answer.values.candidate import Candidate
from bot.answer.values.places import places
from index.amount_words import WAW_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.values.reading import Reading

# What leads an enumeration in, folded; the list begins after it.
_LEADS = re.compile(
    r"(?:\b(?:discuss(?:ed|es|ing)?|talk(?:ed)?\s+about|spoke\s+about|cover(?:s|ed)?|includ(?:e|es|ed|ing)|concern(?:s|"
    r"ed)?|about|namely|"
    r"such\s+as|consist(?:s|ed)?\s+of|deliver(?:s|ed)?|provide(?:s|d)?|suppl(?:y|ies|ied)|send|sent|demand(?:s|ed|"
    r"ing)?|ask(?:s|ed|ing)?\s+for|"
    r"devoted\s+to|focus(?:s?ed)?\s+on|limited\s+to|dealt\s+(?:only\s+)?with|raised)\s+|"
    r"(?<!\w)[وف]?(?:[يت]?تعلق\w*\s+ب|[سي]?[يت]?شمل\w*\s+|[يت]?تضمن\w*\s+|(?:[يت]?تناول|[نيت]?بحث|[نيت]?ناقش|"
    r"استعرض)\w*\s+(?:ال\w+(?:ان|ون)\s+)?|تباحث\w*\s+في\s+|"
    r"[يت]?طالب\w*\s+ب|(?:اقتصر|تركز|تركزت|تمحور|تمحورت)\s+(?:\w+\s+){0,3}?(?:علي|حول)\s+|[وت]?هي\s+|"
    r"[يت]?طرق\w*\s+الي\s+)|:\s+)"
)
_AND = re.compile(r",?\s+and\s+|،?\s+و(?=\w)")
_COMMA = re.compile(r"[,،]\s+(?:and\s+|و(?=\w))?")
_END = re.compile(r"[.;؛!?؟](?=\s|$)|$")
# Between two names of one list.
_BETWEEN = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+|،\s+و?|\s+و)")
_SHARED = re.compile(
    r"\b(?:ministers|presidents|leaders|ambassadors|envoys)$|(?<!\w)(?:ال)?(?:وزير|رئيس|زعيم|سفير|مبعوث)(?:ا|ي|تا|تي|"
    r"ين|ان)(?!\w)"
)
_LONGEST = 18


def lists(reading: Reading) -> Iterator[Candidate]:
    """The lists of a passage: of names, and of what is enumerated."""
    yield from _of_names(reading, [one for one in actors(reading) if one.weight > 0.5])
    yield from _of_names(reading, list(places(reading)))
    yield from _enumerated(reading)


def _of_names(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names with nothing but a comma or "and" between them."""
    row: list[Candidate] = []
    for one in [*found, None]:
        if one is not None and row and _BETWEEN.fullmatch(reading.text, row[-1].end, one.start):
            row.append(one)
            continue
        if row and not row[0].office and _SHARED.search(reading.text[row[0].start : row[0].end]):
            row = row[1:]
        if len(row) > 1:
            # An office in front of all of them is of none alone.
            first = row[0]
            office = reading.text[slice(*first.office)] if first.office else ""
            if first.name and _SHARED.search(office) and not row[1].office:
                first = replace(first, start=first.name[0], office=None)
            yield Candidate("list", first.start, row[-1].end, members=(first, *row[1:]))
        row = [one] if one is not None else []


def _enumerated(reading: Reading) -> Iterator[Candidate]:
    folded = reading.folded.text
    for lead in _LEADS.finditer(folded):
        end = _END.search(folded, lead.end())
        spans = _items(folded, lead.end(), end.start() if end else len(folded))
        if len(spans) > 1:
            members = tuple(Candidate("list", *reading.span(*span)) for span in spans if span[0] < span[1])
            yield Candidate("list", members[0].start, members[-1].end, members=members, weight=0.9)


def _items(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the items of an enumeration stand, if it is one: "A and B", "A, B and C", "A، وB، وC"."""
    breaks = list(_breaks(folded, start, end))
    ands = [match for match in breaks if "and" in match[0] or "و" in match[0]]
    if not ands:
        return []
    # Commas part items only before the last "and"; a comma after that ends the list.
    last = ands[-1]
    commas = [match for match in breaks if match.start() < ands[0].start() or match in ands]
    stop = next((match.start() for match in _COMMA.finditer(folded, last.end(), end)), end)
    edges = [start, *(edge for match in commas for edge in (match.start(), match.end())), stop]
    spans = [(edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]
    spans = [(first, first + len(folded[first:final].rstrip(' "»”\n'))) for first, final in spans]
    if any(first >= final or len(folded[first:final].split()) > _LONGEST for first, final in spans):
        return []
    return spans


def _breaks(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The commas and "and"s that may part items; an Arabic word may begin with و of its own."""
    for match in re.compile(rf"{_COMMA.pattern}|{_AND.pattern}").finditer(folded, start, end):
        if match[0].endswith("و") and WAW_NOUNS.match("و" + folded[match.end() : match.end() + 8]):
            continue
        yield match
