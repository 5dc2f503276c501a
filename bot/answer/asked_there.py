"""What a question asks of an event, in words that do not name the event itself.

Of the readouts of two leaders every passage is of these two and of that day: what told which readouts are meant tells nothing
among their passages, and puts the sentence that the two spoke before what they said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.event import OFFICES
from bot.answer.occasion_kinds import event_words
from index.language import fold, is_function_word

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEADING = re.compile(r"^(?:[وف]?(?:بال|كال|ال|لل)|[وفبل](?=\w{3}))")
# Which of several, and whose account: words that choose a readout.
_CHOOSING = frozenset(
    """last latest first second third fourth previous earlier next recent both sides side each two leader leaders account accounts
    version versions readout readouts statement statements according differ compare respectively
    اخر احدث اخير اخيره اول اولي ثاني ثانيه ثالث ثالثه سابق سابقه كل طرف طرفين جانب جانبين روايه روايتين روايتي بيان بيانين بياني
    حسب بحسب وفق زعيم زعيمين زعيمان رييسين رييسان بين بينهما""".split()  # noqa: SIM905 - a list of words reads better as text
)


def asked_there(text: str, known: Sequence[tuple[int, int]]) -> str | None:
    """The question without the words that name the event; None where nothing that says anything is left.

    Args:
        text: The question.
        known: Stretches of it that name the parties and the time.
    """
    folded = fold(text)
    events = event_words(folded.text)
    gone: list[tuple[int, int]] = list(known)
    says_something = False
    for match in _WORD.finditer(folded.text):
        start, end = folded.positions[match.start()], folded.positions[match.end() - 1] + 1
        if any(left < end and start < right for left, right in known):
            # With the particle that is written in one with it.
            gone.append((start, end))
            continue
        plain = _LEADING.sub("", match[0])
        names_event = any(left <= match.start() < right for left, right in events)
        if names_event or any(word in OFFICES or word in _CHOOSING for word in (match[0], plain)):
            gone.append((start, end))
        else:
            says_something = says_something or not is_function_word(match[0])
    if not says_something:
        return None
    return " ".join("".join(" " if any(a <= at < b for a, b in gone) else one for at, one in enumerate(text)).split())
