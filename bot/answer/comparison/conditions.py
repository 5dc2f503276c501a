"""Whether something is done without conditions, or only under one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement

_OF_ONE = {False: 0.6, True: 0.75}
_FREE = re.compile(
    r"\b(?:without|no|not subject to|free of) (?:any )?(?:pre)?(?:-)?conditions?\b|\bunconditional(?:ly)?\b|"
    r"(?<!\w)[وف]?(?:دون|بدون|بلا|بغير) (?:اي |ايه )?(?:قيد او )?(?:شروط?|قيود)(?!\w)|غير مشروط"
)
_BOUND = re.compile(
    r"\bonly (?:if|when|after|once|on condition)\b|\bprovided\b|\bon (?:the )?condition\b|\bunless\b|\bconditional on\b|"
    r"\bnot [^.;]{0,60}?(?:until|before)\b|"
    r"(?<!\w)[وف]?(?:بشرط|شرط|شريطه|اشترط\w*|[يت]شترط|مشروط\w*|ما لم|الا (?:بعد|اذا|ان|عند|حين))(?!\w)"
)


def find_conditions(laid: Laid) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements on one thing of which one alone sets a condition and the other says that there is none."""
    for at, place in laid.best(_OF_ONE[laid.in_one_language]):
        pair = laid.one[at], laid.other[place]
        free, bound = ([bool(pattern.search(statement.folded)) for statement in pair] for pattern in (_FREE, _BOUND))
        if (free[0] and bound[1] and not free[1]) or (free[1] and bound[0] and not free[0]):
            yield pair
