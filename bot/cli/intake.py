"""What the command line takes in: a file, a manifest or a web address becomes documents, and these go into the library."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.cli.add_record import Outcome
from bot.cli.corrections import words
from bot.cli.options import open_library
from index.documents import Found, completed, document_of, find_document
from index.encoder import load_encoder
from index.errors import DocumentError
from index.intake import look_for
from index.manifest import MANIFEST, read_manifest
from index.portion import Portion
from index.reading.extract import quietly
from index.reading.sources import is_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.cli.corrections import Corrections
    from bot.settings import Settings
    from index.alignment import Aligned
    from index.library import Library, Progress
    from index.reading.address import Network
    from index.reading.isolated import Reader
    from index.types import Document

    Confirm = Callable[[Found, Aligned | None], Document | None]


@dataclass(frozen=True, slots=True)
class Beside:
    """A translation that stands beside a document.

    Attributes:
        file: Where it is.
        by: Who made it, as a reader is to be told.
    """

    file: Path
    by: str


def beside_of(file: Path | None, by: str | None) -> Beside | None:
    """The translation that the command line names, and by whom; None where it names none.

    Raises:
        typer.BadParameter: One of the two is missing.
    """
    if (file is None) != (by is None):
        raise typer.BadParameter(
            "--translation FILE and --translated-by NAME go together: readers are told who made it"
        )
    made_by = words("--translated-by", by)
    return None if file is None or made_by is None else Beside(file, made_by)


class Intake:
    """Takes things into a library, which is opened once there is something to put in: an empty one would keep the seeds out.

    Args:
        settings: Where the library is, and its encoder.
        reader: Reads files.
        corrections: Of the one document that is taken in, if there are any.
        force: Whether what is nearly there is added too.
        beside: The translation of the one document that is taken in, if there is one.
        network: How web addresses are fetched; None for the safe way, which is the only one but in tests.
    """

    def __init__(
        self,
        settings: Settings,
        reader: Reader,
        corrections: Corrections,
        *,
        force: bool = False,
        beside: Beside | None = None,
        network: Network | None = None,
    ) -> None:
        self._settings = settings
        self._reader = reader
        self._corrections = corrections
        self._force = force
        self._beside = beside
        self._network = network
        # What is to be told of those that wait, in their order.
        self._waiting: list[Outcome] = []

    def take(
        self,
        given: str,
        progress: Callable[[int, int], None],
        confirm: Confirm | None = None,
    ) -> Iterator[Outcome]:
        """What becomes of a file, of an address, or of each document that a manifest tells of, in the order of all that is taken.

        What nobody looks at first may wait to be added with others: it is told with a later thing, or by ``finish``.

        Args:
            given: What was named.
            progress: Told of each step.
            confirm: Shows what was found, and gives the document that is to be saved, or none.
        """
        try:
            if is_address(given):
                # Another's server may take its time.
                yield from self.finish(progress)
            found = self.find(given, progress)
            for one in found:
                chosen = self._corrected(one)
                self._check_id()
                name = given if len(found) == 1 else one.document.id
                aligned = self.aligned(chosen.document)
                document = chosen.document if confirm is None else confirm(chosen, aligned)
                if document is None:
                    yield from self.finish(progress)
                    yield Outcome(name, one.source, notes=one.notes, found=chosen)
                    continue
                if aligned is not None and document.language != chosen.document.language:
                    aligned = self.aligned(document)
                if aligned is not None:
                    document = replace(document, translation=aligned.translation)
                shown = replace(chosen, document=document)
                outcome = Outcome(name, one.source, notes=one.notes, found=shown, aligned=aligned)
                yield from self._put(outcome, document, progress)
                # What a person has confirmed is not kept waiting: they may stop before the next.
                if confirm is not None or self._portion.is_due:
                    yield from self.finish(progress)
        except DocumentError as error:
            yield from self.finish(progress)
            yield Outcome(given, refused=str(error))

    def finish(self, progress: Progress = quietly) -> Iterator[Outcome]:
        """Add those that still wait, and tell what became of each."""
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            for one, taken in zip(waiting, self._portion.add(progress), strict=True):
                yield replace(one, taken=taken)

    def _put(self, outcome: Outcome, document: Document, progress: Progress) -> Iterator[Outcome]:
        """Let a document wait, or tell that it is there already, after those before it."""
        if not self._portion.has_room(document):
            yield from self.finish(progress)
        there = look_for(self._library, document, force=self._force)
        if there is None:
            self._portion.put(document)
            self._waiting.append(outcome)
        else:
            yield from self.finish(progress)
            yield replace(outcome, taken=there)

    def _corrected(self, one: Found) -> Found:
        """What was found with what the command line says in its place."""
        document = self._corrections.of(one.document)
        return replace(one, document=document, particulars=one.particulars and one.particulars.given(document))

    def aligned(self, document: Document) -> Aligned | None:
        """The translation that was given, as it stands beside the document; None where none was.

        Raises:
            DocumentError: It cannot be read, or is none of this document.
        """
        if self._beside is None:
            return None
        from index.alignment import align_translation  # noqa: PLC0415 - few that add anything align it

        found = find_document(self._beside.file, self._reader).document
        encoder = load_encoder(self._settings.encoder, self._settings.cache).encoder
        return align_translation(document, found.text, found.language, self._beside.by, encoder)

    def find(self, given: str, progress: Callable[[int, int], None]) -> list[Found]:
        """The document in a file or at an address, or those that a manifest tells of.

        Raises:
            DocumentError: There is none.
        """
        if is_address(given):
            return [self._fetch(given, progress)]
        path = Path(given)
        if path.name == MANIFEST:
            return [completed(Found(document, given)) for document in read_manifest(path.parent)]
        return [find_document(path, self._reader, progress)]

    def _fetch(self, address: str, progress: Callable[[int, int], None]) -> Found:
        from index.reading.address import fetch  # noqa: PLC0415 - its library takes a while to import

        fetched = asyncio.run(fetch(address, self._network))
        return document_of(
            fetched.data, fetched.name, self._reader, source=fetched.address, address=fetched.address, progress=progress
        )

    def _check_id(self) -> None:
        """An id that a person chose is kept, or refused: they may go on to use it."""
        chosen = self._corrections.id
        if chosen is not None and chosen in self._library.ids():
            raise DocumentError(f"there is a document {chosen} already: give another --id, or remove that one first")

    @cached_property
    def _portion(self) -> Portion:
        return Portion(self._library, force=self._force)

    @cached_property
    def _library(self) -> Library:
        return open_library(self._settings, seeded=False)
