"""What people say to a bot beside their questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Over folded text.
_PLEASANTRIES = (
    r"many thanks|thank(?:s+| you|u)?(?: (?:so|very) much| a lot| again)?|thx|ty|cheers|you(?: a|')?re welcome|"
    r"o?k(?:ay)?|kk|got it|i see|sure|fine|hi+|hello+|hey+|hiya|good (?:morning|afternoon|evening|night|day)|"
    r"(?:good)?bye|see you|yes|yeah|yep|no|nope|please|sorry|(?:very |so )?(?:good|cool|great|nice|perfect)|wow|"
    r"lo+l|lmao|(?:ha){2,}h?|(?:who|what|how) (?:are|r) (?:you|u)|what(?:'?s| is) up|"
    r"شكرا+(?: (?:لك|لكم|جزيلا|كثيرا|جدا|كتير))*|مشكور(?:ين)?|يسلمو|تسلم|يعطيك العافيه|عفوا|"
    r"مرحبا|اهلا(?: وسهلا| بك| بكم)*|يا?هلا|هلا|هاي|سلام|و?عليكم السلام|السلام عليكم(?: ورحمه الله)?(?: وبركاته)?|"
    r"(?:صباح|مساء) (?:الخير|النور)|تصبح علي خير|مع السلامه|باي|"
    r"تمام|طيب|ماشي|اوكي?|حسنا|حاضر|فهمت|نعم|لا|اه|ايوه?|اي|ممتاز|رائع|جميل|حلو|اسف|"
    r"ان شاء الله|الحمد لله|ه{2,}|(?:من|مين) (?:انت|انتم|تكون)|انت (?:مين|من)|كيف(?: حالك| الحال|ك)|ازيك|شلونك|شو اخبارك"
)


def are_pleasantries(words: Sequence[str]) -> bool:
    """Whether a message asks nothing but is polite.

    Args:
        words: Its words, folded.
    """
    return bool(re.fullmatch(rf"(?:(?:{_PLEASANTRIES})(?: |$))*", " ".join(words).replace("’", "'")))
