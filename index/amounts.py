"""Amounts in a text, with their offsets: "230 soldiers", "1.3 مليار يورو", "12 percent", "ثلثيها", "more than €2m".

Written by hand: the readers of quantities and of number words that are kept know no Arabic, and take the figures of dates and
names for amounts. An amount here is a number with what it counts: the numbers of dates, hours, durations, resolutions and
telephones are none, nor is a number that counts nothing, nor "the two leaders", who are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from index.amount_words import NAMES_BEFORE, SHORT, VAGUE_BEFORE, amount_pattern, share_pattern, share_value
from index.bounds import AFTER, Bound, bound_apart, bound_of
from index.counted_nouns import counted_noun
from index.currencies import SIGNS, WORDS
from index.language import fold
from index.numbers import number_decimal
from index.offsets import whole_span
from index.periods import find_periods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.language import Folded

AmountKind = Literal["count", "money", "percent", "share"]


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount that stands in a text.

    Attributes:
        start: The first offset in the text, that of "about" where it is so qualified.
        end: One past the last, with the unit.
        value: The number: 1300000000 for "1.3 billion", 12 for "12 percent", two thirds for "two thirds".
        kind: Things or measures, money, percent, or a share of a whole.
        unit: What is counted, as the text writes it: "soldiers", "طن", "€", "في المئة"; None for a share.
        bound: Whether the text says it exactly, as an approximation, or as a bound.
        upto: The other end, where the text gives two: "10 to 12 soldiers", "from 12 to 5 per cent".
        currency: The ISO 4217 code of money whose country is certain.
    """

    start: int
    end: int
    value: Decimal
    kind: AmountKind
    unit: str | None
    bound: Bound = "exact"
    upto: Decimal | None = None
    currency: str | None = None


_AFTER = re.compile(rf"\s+{AFTER}")
_SPACED = re.compile(r"(?<![\d.,:/-])(?<!\d )\d{1,3}(?: \d{3})+(?![\d.,])")
_NARROW_SPACES = "\u00a0\u202f\u2009"
# Any day will do: what is looked for is where dates stand, not when they are.
_ANY_DAY = date(2025, 1, 1)
_REACH = 40


def find_amounts(text: str) -> list[FoundAmount]:
    """The amounts of a text in their order, without overlap."""
    folded = fold(text)
    dates = [(found.start, found.end) for found in find_periods(text, _ANY_DAY)]
    found: list[FoundAmount] = []
    for amount in (*_shares(folded), *_numbers(_grouped(text, folded), text, folded)):
        start, end = whole_span(text, folded, amount.start, amount.end)
        taken = (*dates, *((one.start, one.end) for one in found))
        if not any(start < last and first < end for first, last in taken):
            told = (amount.value, amount.kind, amount.unit, amount.bound, amount.upto, amount.currency)
            found.append(FoundAmount(start, end, *told))
    return sorted(found, key=lambda one: one.start)


def _grouped(text: str, folded: Folded) -> str:
    """The folded text with a comma for each space that groups digits: "150 000", "12 345" where the space is a narrow one."""
    grouping: set[int] = set()
    for match in _SPACED.finditer(folded.text):
        at = [index for index in range(*match.span()) if folded.text[index] == " "]
        if match[0].endswith("00") or all(text[folded.positions[index]] in _NARROW_SPACES for index in at):
            grouping.update(at)
    return "".join("," if index in grouping else character for index, character in enumerate(folded.text))


def _shares(folded: Folded) -> Iterator[FoundAmount]:
    for match in share_pattern().finditer(folded.text):
        bound = _bound(match, folded.text, match.start())
        # A preposition written to it is no part of it: "بثلث".
        start = match.start() + (match[0][0] in "بل")
        yield FoundAmount(start, match.end(), share_value(match), "share", None, bound)


def _numbers(read: str, text: str, folded: Folded) -> Iterator[FoundAmount]:
    at = 0
    while match := amount_pattern().search(read, at):
        at = match.end("number")
        start, before = match.start("all"), read[max(0, match.start("all") - _REACH) : match.start("all")]
        if NAMES_BEFORE.search(before) or VAGUE_BEFORE.search(before):
            continue
        start += len(match["from"] or "") + (0 if match["upto"] else len(match["between"] or ""))
        if start == match.start("clitic"):
            start += 1
        told = _told(match, read, text, folded)
        if told is None:
            continue
        kind, unit, end, currency = told
        value, upto = _value(match["number"], match["short"]), None
        if match["upto"]:
            upto = _value(match["upto"], match["short_upto"])
            if value > upto and not match["from"]:
                # "sent 230 to 12 countries"
                value, upto, start = upto, None, match.start("upto")
            elif match["short_upto"] and not match["short"]:
                value = _value(match["number"], match["short_upto"])
        bound = _bound(match, read, start)
        tail = _AFTER.match(read, end)
        if bound == "exact" and tail:
            bound, end = bound_of(tail), tail.end()
        yield FoundAmount(start, end, value, kind, unit, bound, upto, currency)
        at = max(at, end)


def _bound(match: re.Match[str], text: str, start: int) -> Bound:
    bound = bound_of(match)
    return bound_apart(text, start) if bound == "exact" else bound


def _value(number: str, short: str | None) -> Decimal:
    figures = re.sub(r"^(\d+)[,،](\d{1,2})(?!\d)", r"\1.\2", number)
    return number_decimal(figures) * Decimal(10) ** SHORT.get(short or "", 0)


def _told(
    match: re.Match[str], read: str, text: str, folded: Folded
) -> tuple[AmountKind, str | None, int, str | None] | None:
    """What an amount is of: its kind, its unit as the text writes it, where it ends, its currency; None for no amount."""

    def written(start: int, end: int) -> str:
        first, last = whole_span(text, folded, start, end)
        return text[first:last]

    end = match.end("all")
    for group in ("percent", "percent_sign"):
        if match[group]:
            gap = len(match[group]) - len(match[group].lstrip())
            return "percent", written(match.start(group) + gap, match.end(group)), end, None
    for group in ("money", "sign", "sign_after"):
        if match[group]:
            return "money", written(match.start(group), match.end(group)), end, _currency(match[group])
    if match["short"] or match["short_upto"]:
        return None
    counted = counted_noun(match, read)
    return None if counted is None else ("count", written(*counted), counted[1], None)


def _currency(name: str) -> str | None:
    if name in SIGNS:
        return SIGNS[name]
    said = " ".join(name.split())
    return next((code for word, code in WORDS.items() if re.fullmatch(word, said)), None)
