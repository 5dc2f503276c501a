"""What a document tells of the event itself: between whom it was, and on which day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.dates import day_comes_first, find_dates
from index.language import fold
from index.particulars.types import Particular
from index.periods import find_periods
from index.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from index.particulars.head import Line
    from index.particulars.persons import Party, Persons
    from index.particulars.types import Sureness, Where

_EVENT = re.compile(
    r"\b(?:spoke|speaks|spoken|telephoned?|phoned?|rang|rung|call|called|calls|conversation|talks|talked|met|meets?|meeting|"
    r"received|receives|hosted|visit|visited|summit|agreed|agree|told|discuss(?:ed)?)\b|"
    r"(?<!\w)(?:[وفبلك]{0,2})(?:ال)?(?:اتصال\w*|مكالم\w*|محادث\w*|مباحث\w*|لقاء\w*|اجتماع\w*|زيار\w*|قمه|قمم)(?!\w)|"
    r"(?<!\w)[وف]?(?:التقت?|التقي|استقبلت?|اجتمعت?|اتصلت?|هاتفت?|بحثا?|بحثت|تحدثت?|تلقت?|تلقي|اجرت?|اجري|عقدت?|زارت?|زار|يبحثان|تباحث\w*)(?!\w)",
    re.IGNORECASE,
)
_MANY = re.compile(r"\btrilateral|\bsummit|ثلاثي|رباعي|القمه|قمه", re.IGNORECASE)
# A day after one of these is of something else: "since 11 September", "the previous one took place on 2 July".
_ELSEWHERE = re.compile(
    r"(?:\b(?:since|after|before|until|till|from|following|previous|earlier|last (?:call|conversation|meeting)|than|begins?|"
    r"began|enters?|effect|scheduled|will|elected|office in|announced|dated|letter|report(?:ed)? of|said)\b[^,.;]{0,40}|"
    r"(?:(?<!\w)(?:منذ|بعد|قبل|حتي|اعتبارا|ابتداء|من|بدات|تبدا|عقب|السابق\w*|اتصال(?:هما)? في|مورخ\w*|رساله|الي ان)(?!\w)"
    r"[^،.؛]{0,30}))$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|announced|told reporters|reported)\s+(?:on\s+)?$|(?:اعلن\w*|قال\w*|ذكر\w*)[^،]{0,60}[،,]\s*$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening)|tonight)\b|(?<!\w)(?:اليوم|الليله)(?!\w)", re.IGNORECASE
)
# A visit of two days was on no one day.
_SEVERAL_DAYS = re.compile(
    r"\b(?:two|three|four|five|several|\d+)[- ]days?(?:['’]|\b)[^.]{0,20}\b(?:visit|summit|meeting|talks)|"
    r"\b(?:visit|summit|meeting|talks)\b[^.]{0,40}\b(?:lasted|of|for) (?:two|three|four|\d+) days\b|"
    r"(?:زياره|زيارته|اجتماع\w*|قمه)[^.]{0,40}(?:استمرت?|دامت?|مدتها) (?:يومين|\w+ ايام)",
    re.IGNORECASE,
)
_SENTENCES = 8
_BEGINNING = 5000
_MOST_PARTIES = 6
_NEAR = 70
_PAIR = 2
_MOST_COMMAS = 2


def event_sentences(text: str, head: Sequence[Line]) -> list[tuple[int, int]]:
    """The first sentences of a text that tell of a call, a meeting or a visit, after its headlines, as offsets."""
    start = next((line.start for line in head if line.kind == "text"), head[-1].end if head else 0)
    found: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(_sentences(text, start)):
        if number >= _SENTENCES:
            break
        if _EVENT.search(fold(text[first:last]).text):
            found.append((first, last))
    return found


def _sentences(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(
        r"[^\r\n]+(?:\r?\n(?![\r\n]|\s*[-–—•*·]\s|\s*[\d٠-٩]+[.)])[^\r\n]+)*", text[start : start + _BEGINNING]
    ):
        yield from split_sentences(text, start + match.start(), start + match.end())


def find_parties(
    text: str, head: Sequence[Line], persons: Persons
) -> tuple[Particular[tuple[str, ...]], list[Party]] | None:
    """Between whom the event was: the first two whom a sentence on it names; all whom it names, of a summit."""
    spans = event_sentences(text, head)
    stretches: list[tuple[int, int, Where]] = [(*span, "text") for span in spans]
    # A summit is opened by its host, and those who came are told in the next sentence.
    opening = _MANY.search(fold(text[spans[0][0] : spans[0][1]]).text) if spans else None
    if opening and len(persons.between(*spans[0])) < _PAIR:
        stretches.insert(0, (spans[0][0], _end_of_next(text, spans[0][1]), "text"))
    headlines: list[tuple[int, int, Where]] = [
        (line.start, line.end, "headline") for line in head if line.kind == "headline"
    ]
    for start, end, where in stretches + headlines:
        parties = persons.between(start, end)
        if len(parties) < _PAIR:
            continue
        is_summit = _MANY.search(fold(text[start:end]).text) is not None
        chosen = parties[: _MOST_PARTIES if is_summit else _PAIR]
        sureness: Sureness = "sure" if where == "text" and (start, end) == stretches[0][:2] else "likely"
        return Particular(tuple(one.name for one in chosen), where, sureness), chosen
    return None


def _end_of_next(text: str, end: int) -> int:
    """Where the sentence ends that follows one that ends at ``end``."""
    return next((last for _, last in _sentences(text, end) if last > end), end)


def find_event(text: str, head: Sequence[Line], published: date | None) -> Particular[date] | None:
    """The day of the event: the first day that a sentence on it names and that is not another's.

    Args:
        text: The text.
        head: Its first lines.
        published: The day of publication, from which "today" and "on Tuesday" are read.
    """
    day_first = day_comes_first(text) is not False
    for place, (start, end) in enumerate(event_sentences(text, head)[:3]):
        sentence = text[start:end]
        if _SEVERAL_DAYS.search(fold(sentence).text):
            return None
        for one in find_periods(sentence, published, day_first=day_first):
            if one.grain != "day" or one.first != one.last:
                continue
            before = fold(sentence[: one.start]).text
            if _ELSEWHERE.search(before) or _SAID.search(before):
                continue
            if published is not None and one.first > published:
                continue
            return Particular(one.first, "text", "sure" if place == 0 and not one.is_resolved else "likely")
    return None


def day_of_writing(text: str, head: Sequence[Line]) -> date | None:
    """The day that a sentence on the event calls today, and names: "spoke today, 21 September 2024"."""
    for start, end in event_sentences(text, head)[:2]:
        sentence = text[start:end]
        for one in find_dates(sentence, day_first=day_comes_first(text) is not False):
            before = fold(sentence[max(0, one.start - _NEAR) : one.start]).text
            if one.day is not None and not one.is_converted and (match := _TODAY.search(before)) is not None:
                between = before[match.end() :]
                if not re.search(r"[.;؛]", between) and len(re.findall("[,،]", between)) <= _MOST_COMMAS:
                    return one.first_day
    return None
