"""What is new, dropped or worded otherwise in a readout since the previous one between the same parties."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.answer.comparison import cite_statement
from bot.answer.comparison.laid import lay_statements
from bot.answer.comparison.statements import read_statements
from bot.answer.event import event_day, find_parties, shared_parties
from index.language import fold
from index.types import EVERYTHING

if TYPE_CHECKING:
    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement
    from bot.answer.event import EventDay
    from bot.answer.types import Citation
    from index.library import Library
    from index.types import Document, Language, Scope

# Those between whom an event is.
_BOTH = 2
# From this likeness on the statements of two calls are on one matter; below these nothing is told of a statement's, by whether
# it is the nearest to what comes nearest to it. Chosen on the even lines of ``tests/gold/library.changes.jsonl``.
_OF_ONE = 0.7
_ALONE = 0.5
_NEARER_ELSEWHERE = 0.75
# Per cent of the letters from which on two sentences are worded alike.
_WORDED_ALIKE = 97


@dataclass(frozen=True, slots=True)
class Reworded:
    """What both readouts say in other words."""

    before: Citation
    now: Citation


@dataclass(frozen=True, slots=True)
class Changes:
    """A readout beside the previous one between the same parties.

    Attributes:
        language: That it is told in.
        document: The readout.
        day: The day of its event, where known.
        previous: The one before; None where the library has none.
        previous_day: The day of that event.
        new: What the previous one does not mention.
        dropped: What only the previous one does.
        reworded: What both say, in other words.
    """

    language: Language
    document: Document
    day: EventDay | None
    previous: Document | None
    previous_day: EventDay | None
    new: tuple[Citation, ...] = ()
    dropped: tuple[Citation, ...] = ()
    reworded: tuple[Reworded, ...] = ()


def find_changes(library: Library, document: Document, language: Language, within: Scope = EVERYTHING) -> Changes:
    """What changed since the previous event between the same parties.

    Of several readouts of that event the one of the same side is taken, else the one in the same language.

    Args:
        library: Where the previous readout is looked for.
        document: The readout.
        language: That the changes are told in.
        within: Among which documents the previous one is looked for.
    """
    passages = library.passages(document)
    day = event_day(document, passages)
    found = None if day is None else find_previous(library, document, day, within)
    if found is None:
        return Changes(language, document, day, None, None)
    previous, before = found
    earlier = library.passages(previous)
    laid = lay_statements(library, read_statements(previous, earlier), read_statements(document, passages))
    same = [
        (laid.one[at], laid.other[place])
        for at, place in laid.best(_OF_ONE)
        if (at or place) and fuzz.ratio(fold(laid.one[at].text).text, fold(laid.other[place].text).text) < _WORDED_ALIKE
    ]
    return Changes(
        language,
        document,
        day,
        previous,
        before,
        tuple(cite_statement(document, passages, one, language) for one in _unmatched(laid, is_first=False)),
        tuple(cite_statement(previous, earlier, one, language) for one in _unmatched(laid, is_first=True)),
        tuple(
            Reworded(
                cite_statement(previous, earlier, was, language),
                cite_statement(document, passages, now, language),
            )
            for was, now in same
        ),
    )


def find_followed(library: Library, limit: int, within: Scope = EVERYTHING) -> list[tuple[Document, EventDay]]:
    """The readouts with an earlier one between the same parties, the newest first.

    Args:
        library: Gives their passages.
        limit: How many at most.
        within: Among which documents they and the earlier ones are looked for.
    """
    known: list[tuple[Document, EventDay, tuple[str, ...]]] = []
    for document in library.documents(within):
        passages = library.passages(document)
        day = event_day(document, passages)
        if day is not None:
            known.append((document, day, find_parties(document, passages)))
    known.sort(key=lambda one: one[1].day, reverse=True)
    followed = (
        (document, day)
        for at, (document, day, parties) in enumerate(known)
        if any(
            before.day < day.day and shared_parties(parties, others) >= _BOTH for _, before, others in known[at + 1 :]
        )
    )
    return list(islice(followed, limit))


def _unmatched(laid: Laid, *, is_first: bool) -> list[Statement]:
    """The statements of one readout on a matter of which the other tells nothing.

    What comes near to a statement that is nearer to another one is on a matter of its own, too.
    """
    statements, score = (laid.one, laid.score) if is_first else (laid.other, laid.score.T)
    if not score.size:
        return list(statements)
    found: list[Statement] = []
    for at, statement in enumerate(statements):
        nearest = int(score[at].argmax())
        is_best = score[at, nearest] >= score[:, nearest].max()
        if score[at, nearest] < (_ALONE if is_best else _NEARER_ELSEWHERE):
            found.append(statement)
    return found


def find_previous(
    library: Library, document: Document, day: EventDay, within: Scope = EVERYTHING
) -> tuple[Document, EventDay] | None:
    """The readout of the last event before a day between the parties of a document; None where there is none."""
    parties = find_parties(document, library.passages(document))
    earlier: list[tuple[Document, EventDay]] = []
    for other in library.documents(within):
        if other.id == document.id:
            continue
        passages = library.passages(other)
        before = event_day(other, passages)
        if before is None or before.day >= day.day:
            continue
        if shared_parties(parties, find_parties(other, passages)) >= _BOTH:
            earlier.append((other, before))
    return max(
        earlier,
        key=lambda one: (one[1].day, one[0].side == document.side, one[0].language == document.language),
        default=None,
    )
