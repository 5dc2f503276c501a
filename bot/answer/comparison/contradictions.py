"""Where two readouts of one event cannot both be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.comparison.causes import find_causes
from bot.answer.comparison.conditions import find_conditions
from bot.answer.comparison.denials import denies, read_denials, tells_change
from bot.answer.comparison.doers import find_doers
from bot.answer.comparison.figures_apart import find_apart
from bot.answer.comparison.gatherings import find_gatherings_apart
from bot.answer.comparison.initiator import find_initiator
from bot.answer.comparison.opposites import find_opposites, find_promises
from index.words import is_content, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answer.comparison.denials import Denial
    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement
    from bot.answer.types import ContradictionKind
    from index.types import Document

# How much of what is denied the other statement must say, and how alike both must be. Chosen on tests/gold/contradictions.jsonl.
_BORNE = {"discussed": 0.4, "denied": 0.42}
_ALIKE = 0.3
# From here on two words of one language may be one.
_NAMED = 0.6
# From here on two statements are of the same thing, so that a "not" in one of them alone makes them contradict.
_OPPOSED = {False: 0.58, True: 0.68}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements that cannot both be true.

    Attributes:
        kind: In what they differ.
        one: The first readout's.
        other: The second's.
        spans: Where the figures that differ stand in the two documents' texts, where it is figures.
    """

    kind: ContradictionKind
    one: Statement
    other: Statement
    spans: tuple[tuple[int, int], tuple[int, int]] | None = None


def find_contradictions(laid: Laid, one: Document, other: Document) -> list[Contradiction]:
    """The contradictions of two readouts, in the order of the first's text; none is told twice."""
    found = [
        *_initiators(laid, one, other),
        *_denied(laid),
        *_figures(laid, one, other),
        *(Contradiction(kind, first, second) for kind, first, second in find_gatherings_apart(laid, one, other)),
        *(Contradiction("condition", *pair) for pair in find_conditions(laid)),
        *(Contradiction("doer", *pair) for pair in find_doers(laid, one, other)),
        *(Contradiction("denied", *pair) for pair in (*find_opposites(laid), *find_promises(laid))),
        *(Contradiction("cause", *pair) for pair in find_causes(laid)),
    ]
    told = {(contradiction.one.start, contradiction.other.start): contradiction for contradiction in _opposed(laid)}
    # Where more is known of what differs, that is told.
    told |= {(contradiction.one.start, contradiction.other.start): contradiction for contradiction in reversed(found)}
    return sorted(told.values(), key=lambda contradiction: (contradiction.one.start, contradiction.other.start))


def _initiators(laid: Laid, one: Document, other: Document) -> Iterator[Contradiction]:
    first = find_initiator(one, laid.one, other, laid.other)
    second = find_initiator(other, laid.other, one, laid.one)
    # Each says that it was its own side, or each that it was the other.
    if first and second and first.is_own == second.is_own:
        yield Contradiction("initiator", first.statement, second.statement)


def _denied(laid: Laid) -> Iterator[Contradiction]:
    for denial in read_denials(laid.one):
        at = laid.one.index(denial.statement)
        other = _spoken_of(denial, laid, at, is_first=True)
        if other is not None:
            yield Contradiction(denial.kind, denial.statement, other)
    for denial in read_denials(laid.other):
        at = laid.other.index(denial.statement)
        one = _spoken_of(denial, laid, at, is_first=False)
        if one is not None:
            yield Contradiction(denial.kind, one, denial.statement)


def _opposed(laid: Laid) -> Iterator[Contradiction]:
    """Statements of the same of which one says that it is so and the other that it is not."""
    for at, place in laid.best(_OPPOSED[laid.in_one_language]):
        one, other = laid.one[at], laid.other[place]
        if denies(one) != denies(other) and not _is_of_another(laid, at, place):
            yield Contradiction("denied", one, other)


def _is_of_another(laid: Laid, at: int, place: int) -> bool:
    """Whether one says of something that it was not spoken of, and the other speaks of something else of its kind."""
    if not laid.in_one_language:
        return False
    one, other = laid.one[at], laid.other[place]
    return any(
        denial.kind == "discussed" and not _names(denial.of, against, laid, is_first=is_first)
        for denials, against, is_first in ((read_denials([one]), other, True), (read_denials([other]), one, False))
        for denial in denials
    )


def _spoken_of(denial: Denial, laid: Laid, at: int, *, is_first: bool) -> Statement | None:
    """The statement of the other readout that says what is denied, if one does."""
    theirs = laid.other if is_first else laid.one
    silent = {one.statement.start for one in read_denials(theirs) if denial.kind in {one.kind, "denied"}}
    likeness = laid.score[at] if is_first else laid.score[:, at]
    best: tuple[float, Statement] | None = None
    for place, statement in enumerate(theirs):
        borne = (
            laid.beside.borne_out(denial.of, statement.full)
            if is_first
            else laid.beside.borne_back(statement.full, denial.of)
        )
        if likeness[place] < _ALIKE or borne < _BORNE[denial.kind]:
            continue
        if denial.is_of_change and not tells_change(statement):
            continue
        if (
            denial.kind == "discussed"
            and laid.in_one_language
            and not _names(denial.of, statement, laid, is_first=is_first)
        ):
            continue
        if best is None or borne + likeness[place] > best[0]:
            best = borne + likeness[place], statement
    # Where what comes nearest denies it, too, both agree.
    return None if best is None or best[1].start in silent else best[1]


def _names(of: str, statement: Statement, laid: Laid, *, is_first: bool) -> bool:
    """Whether a statement has the last word of what was not spoken of, which tells it apart: tariffs "on steel"."""
    words = [word for word in split_words(of) if is_content(word)]
    alike = (
        laid.beside.alike(words[-1], word) if is_first else laid.beside.alike(word, words[-1])
        for word in split_words(statement.full)
    )
    return not words or max(alike, default=0.0) >= _NAMED


def _figures(laid: Laid, one: Document, other: Document) -> Iterator[Contradiction]:
    published = (
        one.published_on or one.event,
        other.published_on or other.event,
    )
    for apart in find_apart(laid, published):
        statement, against = laid.one[apart.at], laid.other[apart.other]
        # Offsets of a figure are those in the sentence, which ends where the statement does.
        spans = (
            _span(statement, apart.figure.start, apart.figure.end),
            _span(against, apart.against.start, apart.against.end),
        )
        yield Contradiction(apart.kind, statement, against, spans)


def _span(statement: Statement, start: int, end: int) -> tuple[int, int]:
    first = statement.end - len(statement.text)
    return first + start, first + end
