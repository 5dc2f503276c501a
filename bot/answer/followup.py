"""What a short message wants that goes on from an answer: more of it, its source, the event before, another language.

Pure: the words of the message decide. What leans on the question before is searched anew together with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.answer.followup_words import AHEAD, BEFORE, BEHIND, LANGUAGE, MORE, SPEAKER
from bot.answer.question_leaning import depends, leans
from index.language import fold

if TYPE_CHECKING:
    from index.types import Language

FollowUpKind = Literal["lean", "speaker", "language", "more", "before"]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a message wants of the answer before it.

    Attributes:
        kind: ``lean`` asks anew, with the question before as its context; ``speaker`` asks who says it; ``language`` wants
            the same answer in another language; ``more`` further passages; ``before`` the event before the one told of.
        language: For ``language``: the one that is named, or None for the other one.
    """

    kind: FollowUpKind
    language: Language | None = None


_FORMS: tuple[tuple[FollowUpKind, tuple[str, ...]], ...] = (
    ("language", LANGUAGE),
    ("speaker", SPEAKER),
    ("before", BEFORE),
    ("more", MORE),
)
_PATTERNS = tuple((kind, re.compile(rf"{AHEAD}(?:{'|'.join(forms)}){BEHIND}")) for kind, forms in _FORMS)
_ENGLISH = re.compile(r"english|ان[جكق]ليزي|[ei]ngl[ei]+zi")
_ARABIC = re.compile(r"arabic|عربي|3arab[iy]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def read_follow_up(text: str, *, replied: bool = True) -> FollowUp | None:
    """What a message wants of the answer before it; None where it stands alone.

    Args:
        text: The message.
        replied: Whether it replies to that answer. Where it only comes soon after, less is taken for leaning on it.
    """
    told = outright_follow_up(text)
    if told is not None:
        return told
    return FollowUp("lean") if (leans(text) if replied else depends(text)) else None


def outright_follow_up(text: str) -> FollowUp | None:
    """The same for a message that can mean nothing without an answer before it."""
    words = " ".join(_WORD.findall(fold(text).text)).replace("’", "'")
    kind = next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), None)
    if kind is None:
        return None
    return FollowUp(kind, _named_language(words) if kind == "language" else None)


def _named_language(words: str) -> Language | None:
    if _ENGLISH.search(words):
        return "en"
    return "ar" if _ARABIC.search(words) else None
