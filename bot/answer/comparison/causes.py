"""What two readouts give as the cause of one thing, or whom they hold responsible for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement

_ALIKE = {False: 0.6, True: 0.7}
# Above this both name the same cause.
_SAME_CAUSE = 0.5
_CAUSE = re.compile(
    r"\bblam\w+\b|\b(?:caused|triggered|provoked) by\b|\battribut\w+ (?:it |this |the \w+ )?to\b|\bresponsib\w+ for\b|"
    r"\bdue to\b|\bowing to\b|\bbecause(?: of)?\b|\bas a result of\b|"
    r"(?<!\w)[وف]?(?:عزت?|عزا|[يت]عزو|محملا|محمله|حملت?|نجمت? عن|ناجم\w* عن|سبب|سببه|بسبب|جراء|نتيجه|ارجعت?|اعادت?|"
    r"[يت]رجع|مرده|يعود الي|تعود الي|لان\w*)(?!\w)"
)
# Said so, a cause is what the sentence is about.
_FIRM = re.compile(
    r"\bblam\w+\b|\b(?:caused|triggered|provoked) by\b|\battribut\w+\b|\bresponsib\w+ for\b|"
    r"(?<!\w)[وف]?(?:عزت?|عزا|[يت]عزو|محملا|محمله|حملت?|نجمت? عن|ناجم\w* عن|سبب|مرده|ارجعت?|اعادت?)(?!\w).*"
)


def find_causes(laid: Laid) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements that are the most alike of all that tell causes, and do not tell the same one."""
    ours = [at for at, one in enumerate(laid.one) if _CAUSE.search(one.folded)]
    theirs = [place for place, other in enumerate(laid.other) if _CAUSE.search(other.folded)]
    for at, place in laid.best_among(ours, theirs, _ALIKE[laid.in_one_language]):
        one, other = laid.one[at], laid.other[place]
        if _FIRM.search(one.folded) and _FIRM.search(other.folded) and not _is_same_cause(one, other, laid):
            yield one, other


def _is_same_cause(one: Statement, other: Statement, laid: Laid) -> bool:
    first, second = _told(one.folded), _told(other.folded)
    return max(laid.beside.borne_out(first, second), laid.beside.borne_back(first, second)) >= _SAME_CAUSE


def _told(folded: str) -> str:
    match = _CAUSE.search(folded)
    return folded[match.end() :] if match else folded
