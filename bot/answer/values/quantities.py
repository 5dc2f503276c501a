"""Numbers that may answer: amounts with their units, percentages and shares, and numbers that count what was named before."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from bot.answer.values.candidate import TIMES, Candidate, Quantity
from index.amount_words import KNOWN_BEFORE, NAMES_BEFORE
from index.amounts import find_amounts
from index.bounds import BEFORE, bound_of
from index.durations import find_durations
from index.language import fold
from index.numbers import NUMBER, number_decimal
from index.periods import find_periods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.types import ValueKind
    from bot.answer.values.reading import Reading
    from index.amounts import FoundAmount
    from index.bounds import Bound

# Units of measure, folded; what else is counted is counted one by one.
_MEASURE = re.compile(
    r"(?:kilo|centi|milli|mega|giga)?(?:met(?:re|er)|gram(?:me)?|watt|ton(?:ne)?)s?(?:-hours?)?|miles?|barrels?|hectares?|"
    r"lit(?:re|er)s?|acres?|k[gmw]|[mgt]wh?|kwh|ha|degrees?|feet|nautical miles|(?:square|cubic) \w+|"
    r"(?:كيلو|سنتي|ملي|ميغا|جيغا|غيغا)?\s?(?:متر|غرام|جرام|وات|طن)\w*(?: \w+)?|اطنان|ميلا?|اميال|برميلا?|براميل|"
    r"هكتار\w*|لتر\w*|"
    r"درج\w+|فدان\w*|كم"
)
# A bound that is a verb belongs to the sentence, not to the value: "لا تتجاوز 5 في المئة".
_VERB = re.compile(
    r"(?:لا|لن|لم|الا)?\s*(?:ما\s+)?[يت](?:تجاوز|زيد|قل|فوق|ربو|ناهز|قارب)\s*(?:عن|علي)?\s+|exceed(?:s|ed|ing)?\s+"
)
_NOT = re.compile(r"(?<!\w)(?:لا|لن|لم|الا)\s+$")
_KNOWN = frozenset("one واحد واحده احد احدي".split())  # noqa: SIM905 - reads better
_TIMES = {"once": 1, "twice": 2, "thrice": 3, "مره واحده": 1, "مرتين": 2, "مرتان": 2}
_TIMES_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_TIMES)})(?!\w)")
_DUAL = re.compile(r"(?<!\w)[وبل]?(?P<dual>\w{2,}(?:تين|تان|تا|تي))(?!\w)")


def quantities(reading: Reading) -> Iterator[Candidate]:
    """The quantities of a passage: first those with a unit, then bare numbers, then Arabic duals."""
    taken: list[tuple[int, int]] = [(one.start, one.end) for one in find_periods(reading.text, reading.published)]
    taken += [(one.start, one.end) for one in find_durations(reading.text, ranges=True)]
    found: list[Candidate] = []
    for amount in find_amounts(reading.text):
        if not _overlaps(amount.start, amount.end, taken):
            taken.append((amount.start, amount.end))
            found.append(_of_amount(amount, reading))
    yield from found
    yield from _times(reading)
    for bare in _bare(reading, taken):
        yield _inheriting(bare, found)
    yield from _duals(reading)


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in taken)


def _of_amount(amount: FoundAmount, reading: Reading) -> Candidate:
    kind: ValueKind = "amount"
    number = amount.value
    is_counted = amount.kind == "count" and not (amount.unit and _MEASURE.fullmatch(fold(amount.unit).text))
    if amount.kind in {"percent", "share"}:
        kind = "percentage"
        number = number * 100 if amount.kind == "share" else number
    start, bound = _without_verb(amount, reading)
    unit = None if amount.kind == "share" else amount.unit
    quantity = Quantity(number, amount.upto, unit, amount.currency, bound, is_counted=is_counted)
    return Candidate(kind, start, amount.end, quantity=quantity)


def _without_verb(amount: FoundAmount, reading: Reading) -> tuple[int, Bound]:
    """Where an amount begins after a verb that bounds it, and the bound with its negation."""
    written = reading.text[amount.start : amount.end]
    folded = fold(written)
    verb = _VERB.match(folded.text)
    if not verb:
        return amount.start, amount.bound
    before = fold(reading.text[max(0, amount.start - 8) : amount.start]).text
    bound: Bound = "most" if amount.bound == "more" and _NOT.search(before) else amount.bound
    return amount.start + folded.positions[verb.end()], bound


def _times(reading: Reading) -> Iterator[Candidate]:
    for match in _TIMES_WORD.finditer(reading.folded.text):
        start, end = reading.span(match.start(), match.end())
        yield Candidate("amount", start, end, quantity=Quantity(Decimal(_TIMES[match[0]]), unit=TIMES))


def _bare(reading: Reading, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    folded = reading.folded.text
    for match in _bare_numbers().finditer(folded):
        before = folded[max(0, match.start() - 40) : match.start()]
        is_known = match["number"].isalpha() and KNOWN_BEFORE.search(before)
        is_item = not before.strip() and re.match(r"[.)]\s", folded[match.end() :])
        if is_item or is_known or match["number"] in _KNOWN or NAMES_BEFORE.search(before):
            continue
        start, end = reading.span(match.start("all"), match.end("all"))
        if not _overlaps(start, end, taken):
            yield Candidate(
                "amount",
                start,
                end,
                quantity=Quantity(number_decimal(match["number"]), bound=bound_of(match)),
                weight=0.7,
            )


def _inheriting(bare: Candidate, found: list[Candidate]) -> Candidate:
    """A bare number with the unit of the count before it: "47 prisoners of war, 30 of them"."""
    before = [one for one in found if one.quantity and one.quantity.is_counted and one.end <= bare.start]
    if not before or bare.quantity is None or before[-1].quantity is None:
        return bare
    return replace(bare, quantity=replace(bare.quantity, unit=before[-1].quantity.unit))


def _duals(reading: Reading) -> Iterator[Candidate]:
    for match in _DUAL.finditer(reading.folded.text):
        if match["dual"] not in _TIMES:
            start, end = reading.span(match.start("dual"), match.end("dual"))
            quantity = Quantity(Decimal(2), unit=reading.text[start:end])
            yield Candidate("amount", start, end, quantity=quantity, weight=0.4)


@cache
def _bare_numbers() -> re.Pattern[str]:
    """Numbers in figures or words; slow to compile, so that this waits until it is used."""
    return re.compile(rf"(?<![\w.,:/-])[وبل]?(?P<all>(?:{BEFORE}\s+)?(?P<number>{NUMBER}))(?![\w%]|[.,:/-]\d|-\w)")
