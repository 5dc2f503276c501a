"""Questions and answers: a question that is put to somebody is not what he says, nor what his office does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Passage

_BULLET = r"^[\s•*\"“«-]*"
_ASKS = re.compile(
    rf"{_BULLET}(?:Q(?:uestion)?|Reporter|Journalist|Correspondent|Press|س(?:ؤال)?|صحفي[ةه]?|صحافي[ةه]?|مراسل[ةه]?|"
    r"سائل)(?:\s*(?:\d+|\([^)\n]{2,60}\))|\s+(?:from|by|من)\s+[^:\n]{2,60})?\s*[:：.–—-]\s*(?=\S)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    rf"{_BULLET}(?:A(?:nswer)?|ج|جواب|الجواب|إجابة)(?:\s*\d+)?\s*[:：.–—-]\s*(?=\S)|{_BULLET}[^\W\d_][\w .'’-]{{1,50}}:\s+(?=\S)"
)
# So few words before a colon name who speaks, and are no sentence.
_SPEAKER_WORDS = 6


def is_asked_there(passages: Sequence[Passage], number: int) -> bool:
    """Whether a passage belongs to a question that its document puts to somebody: "Q: Will you go?", «س: هل تذهب؟».

    Only what stands in the paragraph of the question, up to the answer, belongs to it.
    """
    passage = passages[number]
    for earlier in reversed(passages[: number + 1]):
        if earlier.paragraph != passage.paragraph:
            return False
        if _ASKS.match(earlier.text):
            return True
        answers = _ANSWERS.match(earlier.text)
        if answers and len(answers[0].split()) <= _SPEAKER_WORDS:
            return False
    return False
