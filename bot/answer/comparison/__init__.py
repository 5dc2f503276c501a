"""Two readouts of one event side by side: what both say, what only one says, and where they contradict each other.

What a readout does not mention is told as that: nobody can know from its silence that it was not spoken of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.attribution import attribute
from bot.answer.comparison.contradictions import find_contradictions
from bot.answer.comparison.laid import lay_statements
from bot.answer.comparison.statements import read_statements
from bot.answer.types import Citation, LabelledTranslation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.comparison.contradictions import Contradiction
    from bot.answer.comparison.laid import Laid
    from bot.answer.comparison.statements import Statement
    from bot.answer.types import ContradictionKind
    from index.library import Library
    from index.types import Document, Language, Passage

# From this likeness on two statements that are the most alike for each other say the same; and below this one nothing of
# what a statement says stands in the other readout. Both were chosen on the pairs of ``tests/gold``, across languages; in
# one language unlike sentences come nearer to each other.
_SAME = {False: 0.72, True: 0.9}
_SILENT = {False: 0.4, True: 0.5}


@dataclass(frozen=True, slots=True)
class Both:
    """What both readouts say, each in its words."""

    one: Citation
    other: Citation


@dataclass(frozen=True, slots=True)
class Opposed:
    """What two readouts say against each other.

    Attributes:
        kind: In what they differ.
        one: The first's sentence.
        other: The second's.
        figures: Where the figures that differ stand in each document's text, where it is figures.
    """

    kind: ContradictionKind
    one: Citation
    other: Citation
    figures: tuple[tuple[int, int], tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readouts side by side; everything in the order of the first, what only the second says in its own.

    Attributes:
        language: That it is told in.
        one: The first readout.
        other: The second.
        contradictions: Where they cannot both be right.
        both: What both say.
        only_one: What the second does not mention.
        only_other: What the first does not.
    """

    language: Language
    one: Document
    other: Document
    contradictions: tuple[Opposed, ...]
    both: tuple[Both, ...]
    only_one: tuple[Citation, ...]
    only_other: tuple[Citation, ...]


def compare(library: Library, one: Document, other: Document, language: Language) -> Comparison:
    """Lay two readouts of one event side by side.

    Statements that are neither surely the same nor surely without a counterpart are told nowhere.

    Args:
        library: Holds both.
        one: The first.
        other: The second.
        language: That it is told in.
    """
    passages, others = library.passages(one), library.passages(other)
    laid = lay_statements(library, read_statements(one, passages), read_statements(other, others))
    contradictions = find_contradictions(laid, one, other)
    ours = {contradiction.one.start for contradiction in contradictions}
    theirs = {contradiction.other.start for contradiction in contradictions}
    opposed = {(contradiction.one.start, contradiction.other.start) for contradiction in contradictions}

    def cite(statement: Statement) -> Citation:
        return cite_statement(one, passages, statement, language)

    def cite_other(statement: Statement) -> Citation:
        return cite_statement(other, others, statement, language)

    return Comparison(
        language,
        one,
        other,
        tuple(Opposed(found.kind, cite(found.one), cite_other(found.other), found.spans) for found in contradictions),
        tuple(
            Both(cite(first), cite_other(second))
            for first, second in same_statements(laid)
            if (first.start, second.start) not in opposed
        ),
        tuple(cite(statement) for statement in silent_statements(laid, is_first=True) if statement.start not in ours),
        tuple(
            cite_other(statement)
            for statement in silent_statements(laid, is_first=False)
            if statement.start not in theirs
        ),
    )


def contradictions_between(library: Library, one: Document, other: Document) -> list[Contradiction]:
    """Where two readouts of one event cannot both be right, in the order of the first."""
    ours, theirs = (read_statements(document, library.passages(document)) for document in (one, other))
    return find_contradictions(lay_statements(library, ours, theirs), one, other)


def same_statements(laid: Laid) -> list[tuple[Statement, Statement]]:
    """The statements that say the same, one of each readout."""
    return [(laid.one[at], laid.other[place]) for at, place in laid.best(_SAME[laid.in_one_language])]


def silent_statements(laid: Laid, *, is_first: bool) -> list[Statement]:
    """The statements of one readout that nothing in the other is like."""
    statements, score = (laid.one, laid.score) if is_first else (laid.other, laid.score.T)
    if not score.size:
        return list(statements)
    silent = _SILENT[laid.in_one_language]
    return [statement for statement, likeness in zip(statements, score.max(axis=1), strict=True) if likeness < silent]


def cite_statement(
    document: Document, passages: Sequence[Passage], statement: Statement, language: Language
) -> Citation:
    """A citation of a statement of a document with these passages, attributed in a language."""
    passage = passages[statement.number]
    translation = None
    if document.translation is not None and passage.translation is not None:
        translation = LabelledTranslation(passage.translation, document.translation.language, document.translation.by)
    attribution = attribute(document, passages, statement.number, language)
    return Citation(document, statement.start, statement.end, 0.0, attribution, translation)
