"""Which of the two sides does what only one can do: pays for something, chairs it, plays host to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.comparison.initiator import is_of, roots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement
    from index.types import Document

_OF_ONE = {False: 0.75, True: 0.85}
_ACTS = (
    re.compile(
        r"\b(?:pay|pays|paid|bear|bears|borne|cover|covers|finance|finances|fund|funds|cost|costs|expense|expenses)\b|"
        r"(?<!\w)[وفبل]?(?:ال)?(?:س?[يت]دفع|س?[يت]تحمل|تكفل\w*|س?[يت]تكفل|س?[يت]مول|تمويل|نفقات|كلفه|تكاليف|نفقه)(?!\w)"
    ),
    re.compile(
        r"\b(?:chair|chairs|chaired|preside|presides|head|heads|chairmanship|presidency|lead|leads)\b|"
        r"(?<!\w)[وفبل]?س?(?:ال)?(?:رياسه|[يت]تراس|[يت]راس|تراس\w*)(?!\w)"
    ),
    re.compile(
        r"\b(?:host|hosts|hosted|held in|meet in|open in|convene in)\b|"
        r"(?<!\w)[وف]?س?(?:[يت]ستضيف|استضاف\w*|[يت]عقد\w*|[يت]لتيم|[يت]جتمع\w*|[يت]نطلق)(?!\w)"
    ),
)


def find_doers(laid: Laid, one: Document, other: Document) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements on one such thing that name one side each, and not the same one."""
    if not one.side or not other.side:
        return
    first, second = roots(one.side), roots(other.side)
    for at, place in laid.best(_OF_ONE[laid.in_one_language]):
        statement, against = laid.one[at], laid.other[place]
        if not any(act.search(statement.folded) and act.search(against.folded) for act in _ACTS):
            continue
        named, opposed = _named(statement, first, second), _named(against, first, second)
        if len(named) == len(opposed) == 1 and named != opposed:
            yield statement, against


def _named(statement: Statement, first: Sequence[str], second: Sequence[str]) -> set[bool]:
    """Which sides a statement names: the first's (True), the second's (False)."""
    words = re.findall(r"[^\W\d_]+", statement.folded)
    return {is_first for is_first, side in ((True, first), (False, second)) if any(is_of(word, side) for word in words)}
