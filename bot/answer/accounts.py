"""What the other side's readout of the same event says against the passage that answers."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.sides import other_sides
from bot.answer.types import Otherwise

if TYPE_CHECKING:
    from bot.answer.comparison.contradictions import Contradiction
    from bot.answer.types import Answer, Citation, Value
    from index.library import Library
    from index.types import Document, Language

# Pairs of readouts of which what contradicts each other is kept, and documents of which the other sides are.
_KEPT = 128
# So many are told beside an answer; two readouts side by side tell all.
_TOLD = 2
# What is asked for one of these is contradicted by a figure only where that is the figure.
_FIGURES = frozenset({"date", "duration", "amount", "percentage"})


class Accounts:
    """The other sides' accounts, found once for each pair of readouts. For one thread at a time.

    What two readouts say against each other follows from their texts alone, and is kept by these; which readouts there are
    to compare is looked up again after each change of the library, and for the shelves that are seen.
    """

    def __init__(self) -> None:
        self._contradictions: OrderedDict[tuple[str, str, str, str], list[Contradiction]] = OrderedDict()
        self._sides: dict[tuple[frozenset[str] | None, str], list[Document]] = {}
        self._state: tuple[int, int] | None = None

    def with_otherwise(self, library: Library, answer: Answer) -> Answer:
        """An answer with what other sides say against its first citation."""
        told = self.otherwise(library, answer.citations[0], answer.value, answer.question.language)
        return replace(answer, otherwise=told) if told else answer

    def otherwise(
        self, library: Library, citation: Citation, value: Value | None, language: Language
    ) -> tuple[Otherwise, ...]:
        """What contradicts a passage that answers, in the order of the documents; empty where nothing does.

        Args:
            library: Where other readouts are looked for.
            citation: The passage.
            value: The precise answer in it: what differs in another figure does not contradict that one.
            language: That the accounts are attributed in.
        """
        found: list[Otherwise] = []
        for other in self._other_sides(library, citation.document):
            contradictions = self._between(library, citation.document, other)
            concerned = [one for one in contradictions if _concerns(one, citation, value)]
            if not concerned:
                continue
            from bot.answer.comparison import cite_statement  # noqa: PLC0415 - as below

            passages = library.passages(other)
            for one in concerned:
                cited = cite_statement(other, passages, one.other, language)
                if all(cited.start != told.citation.start for told in found):
                    found.append(Otherwise(one.kind, cited))
        return tuple(found[:_TOLD])

    def _other_sides(self, library: Library, document: Document) -> list[Document]:
        state = library.state()
        if state != self._state or len(self._sides) >= _KEPT:
            self._sides.clear()
            self._state = state
        key = (library.seen, document.id)
        if key not in self._sides:
            self._sides[key] = other_sides(library, document)
        return self._sides[key]

    def _between(self, library: Library, one: Document, other: Document) -> list[Contradiction]:
        key = (one.id, one.text, other.id, other.text)
        if key not in self._contradictions:
            # Many a library has no two readouts to compare, and what compares them takes a while to import.
            from bot.answer.comparison import contradictions_between  # noqa: PLC0415

            self._contradictions[key] = contradictions_between(library, one, other)
            if len(self._contradictions) > _KEPT:
                self._contradictions.popitem(last=False)
        self._contradictions.move_to_end(key)
        return self._contradictions[key]


def _concerns(contradiction: Contradiction, citation: Citation, value: Value | None) -> bool:
    """Whether what is contradicted stands in a passage, and is the figure that answers where a figure does."""
    if not (contradiction.one.start < citation.end and citation.start < contradiction.one.end):
        return False
    is_figure = value is not None and value.kind in _FIGURES
    if contradiction.spans is None:
        return not (is_figure and contradiction.kind == "initiator")
    if value is None or not is_figure:
        return value is None
    start, end = contradiction.spans[0]
    return start < value.end and value.start < end
