"""What sort of event is asked of, and which sort a readout reports: a call is no visit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from bot.answer.event import OFFICES
from index.language import fold, is_function_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Passage

Sort = Literal["call", "meeting"]
Wanted = Literal["one", "many", "whether"]

_CALL = re.compile(
    r"\b(?:(?:tele)?phon\w*|calls?(?! (?:for|on|upon|off)\b)|called(?! (?:for|on|upon|off)\b)|rang)\b|"
    r"(?<!\w)[وفبل]?(?:ال)?(?:مكالم\w*|اتصال\w*|هاتفي\w*|مهاتف\w*|بالهاتف)(?!\w)"
)
_MEETING = re.compile(
    r"\b(?:met|meet|meetings?|summit|visit\w*|receives?d?|face to face)\b|"
    r"(?<!\w)[وفبل]?(?:ال)?(?:لقا[ءي]?\w*|التق\w*|اجتماع\w*|اجتمع\w*|قمه|زياره|زار|زارت|استقبل\w*|تقابل\w*)(?!\w)"
)
_SPEAKING = re.compile(
    r"\b(?:spoke|speak|spoken|talk(?:s|ed)?|conversations?|in touch|contact|touched base)\b|"
    r"(?<!\w)[وفبلي]?(?:ال)?(?:تحدث\w*|اتحدث\w*|تكلم\w*|اتكلم\w*|كلم\w*|حكي|حكوا|محادث\w*|تواصل\w*|تشاور\w*)(?!\w)"
)
# Several events are asked for: counted, or listed.
_COUNTED = re.compile(
    r"\bhow (?:many|often)\b(?:\s+\w+){0,2}?\s+(?:times|calls|conversations|meetings|talks|(?:did|have|has)\b)|\bhow often\b|"
    r"\b(?:number|count) of (?:\w+ )?(?:calls|conversations|meetings|talks)\b|"
    r"(?<!\w)(?:كم|كام|جم|قديش|اديش|شكثر|شقد)\s+(?:مره|اتصال\w*|مكالم\w*|لقا\w*|محادث\w*|اجتماع\w*|عدد)(?!\w)|(?<!\w)(?:عدد)\s+(?:ال)?(?:مكالم\w*|اتصال\w*|لقا\w*|مرات)"
)
_LISTED = re.compile(
    r"\b(?:(?:what|which) (?:dates|days)|list|show)\b.*\b(?:calls|conversations|meetings|sp[eo]\w+|talked|met|meet)\b"
    r"(?!.*\babout\b)|(?<!\w)(?:اعرض|اذكر|عدد|سرد|اي\s+(?:تواريخ|ايام)|تواريخ)(?!\w).*(?:مكالم|اتصال|لقاء|محادث|تحدث|تكلم)|"
    r"^\W*(?:whom?|with whom|which leaders?|list)\b.*\b(?:sp[eo]\w+|talk\w*|call\w*|met|meet)\b(?!.*\babout\b)|"
    r"\b(?:calls|conversations)\b\s*(?:in|of|since)?\s*[\d٠-٩]{4}|^\W*(?:مع\s+)?(?:من|مين)\s+(?:تحدث|كلم|اتصل|التق|حكي|حكت|تكلم|اتكلم|تواصل|هاتف)\w*"
)
_WHETHER = re.compile(r"^\W*(?:have|has|had|did|do|does|is|was|were)\b|^\W*هل(?!\w)")
_FIRST = 5
_WORD = re.compile(r"[^\W_]+")
_LEADING = re.compile(r"^(?:[وف]?(?:بال|كال|ال|لل)|[وفبل](?=\w{3}))")
# What a question that asks only of an event may say beside the event, its parties and its time.
_FRAME = frozenset(
    """earliest initial final following subsequent ring together dates days years number occasions whose all show line fourth
    fifth 2nd 3rd 4th during phone telephone thereafter
    معه معها معهم مجددا تاني تانيه كمان تواريخ ايام اعرض اذكر كلها جميع ثالث ثالثه رابع رابعه خامس اخيره سبق سبقت هذه التي
    الذي اللي ايه شو وش ما هاتف تلفون لاول للمره اول رقم فيها فيه جرت اجري لحد هلا قديش كام شكثر
    when date day year month week time times once twice often many number count list long ago ever already know far
    last latest lately recent recently most previous previously preceding prior earlier first second third next then again since
    before after during until between both each other one another two three occasion occasions event events
    leader leaders sides heads head state take took taken taking place hold held happen happened occur occurred
    exactly please tell me us there any anything library readout readouts
    متي امتي ايمتي تاريخ يوم سنه عام شهر اسبوع موعد وقت مره مرات مرتين كم عدد قديش كام اخر احدث سابق سابقه سابقا اول ثاني ثانيه
    تالي قبل بعد منذ من حتي خلال بين كل طرف طرفين جانب جانبين زعيم زعيمين زعيما قاده حدث جري جرت اجري تم تمت عقد عقدت حصل حصلت
    كان كانت قد سبق هل اي حدود علم مع الي علي هو هي""".split()  # noqa: SIM905 - a list of words reads better as text
)


def asks_only_of_event(text: str, known: Sequence[tuple[int, int]]) -> bool:
    """Whether a question asks of an event itself, and of nothing that was said or done there.

    Args:
        text: The question.
        known: Stretches of it that name the parties and the time.
    """
    folded = fold(text)
    events = event_words(folded.text)
    for match in _WORD.finditer(folded.text):
        at, to = folded.positions[match.start()], folded.positions[match.end() - 1] + 1
        # A particle may be written in one with what is known: بمارس.
        if any(start < to and at < end for start, end in known) or match[0].isdigit():
            continue
        plain = _LEADING.sub("", match[0])
        is_frame = any(word in _FRAME or word in OFFICES or is_function_word(word) for word in (match[0], plain))
        if not (is_frame or any(start <= match.start() < end for start, end in events)):
            return False
    return bool(events)


def event_words(folded: str) -> list[tuple[int, int]]:
    """Where a folded text names an event between parties."""
    return [match.span() for words in (_CALL, _MEETING, _SPEAKING) for match in words.finditer(folded)]


def asked_sort(text: str) -> Sort | None:
    """The sort of event that a question asks of; None for any, or none."""
    folded = fold(text).text
    if _CALL.search(folded):
        return "call"
    return "meeting" if _MEETING.search(folded) else None


def asks_of_event(text: str) -> bool:
    """Whether a question asks of an event between its parties."""
    folded = fold(text).text
    return any(words.search(folded) for words in (_CALL, _MEETING, _SPEAKING))


def wanted(text: str) -> Wanted:
    """Whether a question asks of one event, for several, or whether there was any."""
    folded = fold(text).text
    if (_COUNTED.search(folded) and asks_of_event(text)) or _LISTED.search(folded):
        return "many"
    return "whether" if _WHETHER.search(folded) and asks_of_event(text) and len(folded.split()) > _FIRST else "one"


def reported_sort(title: str, passages: Sequence[Passage]) -> Sort | None:
    """The sort of event that a readout reports, by what its title or its first sentences say first."""
    for text in (title, *(passage.text for passage in passages[:_FIRST])):
        folded = fold(text).text
        call, meeting = _CALL.search(folded), _MEETING.search(folded)
        if call or meeting:
            return (
                "call" if call and (not meeting or call.start() < meeting.start() or text is not title) else "meeting"
            )
    return None
