"""Which of several a question means: the last, the previous, the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import fold

if TYPE_CHECKING:
    from bot.answer.types import Order

EVENTS = r"(?:مره|مكالمه|اتصال|لقاء|اجتماع|جوله|قمه|زياره|محادثه|محادثات|دفعه|حديث)"
"""What happens more than once, folded and without its article."""

# The last year, week or Monday is a time and no place in an order; and a call lasts.
_TIMES = r"(?:years?|months?|weeks?(?:end)?|days?|hours?|night|summer|winter|century|decade|\w+day)"
# In the order in which they are tried, over folded text.
_ORDERS: dict[Order, str] = {
    "last": (
        rf"\b(?:last|latest|most recent(?:ly)?)\b(?!\s+(?:(?:\d+|few|couple of)\s+)?{_TIMES}\b)"
        r"(?!\s+time\b.*\bbefore (?:that|this))(?!\W*$|\s+(?:in|for)\b)|"
        r"(?<!\w)[وفبل]?(?:اخر|(?:ال)?(?:اخير|اخيره|احدث))(?!\w)|\b(?:akh?er|a5er)\b"
    ),
    "previous": (
        r"\b(?:previous(?:ly)?|prior|earlier|preceding)\b|\b(?:one|time|call|meeting) before\b|\bbefore (?:that|this|it)\b|"
        rf"(?<!\w)[وفبل]?(?:ال)?(?:سابقه?|قديمه?)(?!\w)|{EVENTS}\s+(?:ال)?(?:ماضيه?|فايته?)|(?:اللي|التي)\s+فاتت?|"
        r"(?<!\w)[وف]?قبل(?:ها|ه|هما|و|\s+(?:ذلك|هذا|هذه|كده|كدا|هيك|هال\w+))(?!\w)"
    ),
    "first": r"\b(?:first|earliest|initial|awwal)\b|(?<!\w)[وفبل]?(?:ال)?(?:اول|اولي|اولاني\w*)(?!\w)",
}
_PATTERNS = tuple((order, re.compile(words)) for order, words in _ORDERS.items())


def read_order(text: str) -> Order | None:
    """Which of several a question means by its place in time."""
    folded = fold(text).text
    return next((order for order, words in _PATTERNS if words.search(folded)), None)
