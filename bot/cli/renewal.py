"""The new version of a document: out of a file or a web address, or the same text with what a person says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import DocumentError
from index.manifest import MANIFEST
from index.reading.sources import is_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cli.corrections import Corrections
    from bot.cli.intake import Intake
    from index.alignment import Aligned
    from index.types import Document, Translation


def renewed(
    before: Document, given: str | None, corrections: Corrections, intake: Intake, progress: Callable[[int, int], None]
) -> tuple[Document, Aligned | None]:
    """The new version of a document, and the translation that was given with it, as it is aligned.

    Args:
        before: The version that it takes the place of.
        given: The file or the web address that holds it; None where the text stays.
        corrections: What a person says of it.
        intake: Reads and fetches, and knows the translation.
        progress: Told of each step of the reading.

    Raises:
        DocumentError: What was given is no document, or the translation is none of it.
    """
    document = corrections.of(before if given is None else _kept(before, _found(given, intake, progress)))
    aligned = intake.aligned(document)
    translation = _still_beside(before, document) if aligned is None else aligned.translation
    return replace(document, translation=translation), aligned


def _found(given: str, intake: Intake, progress: Callable[[int, int], None]) -> Document:
    if not is_address(given) and Path(given).name == MANIFEST:
        raise DocumentError(f"{given} tells of several documents: name the file of one")
    [found] = intake.find(given, progress)
    return found.document


def _kept(before: Document, found: Document) -> Document:
    """A new version, with what was told of the one before where it does not tell that itself."""
    return replace(
        found,
        id=before.id,
        title=before.title if found.title == found.id else found.title,
        issuer=found.issuer or before.issuer,
        side=found.side or before.side,
        published=found.published or before.published,
        parties=found.parties or before.parties,
        event=found.event or before.event,
        address=found.address or before.address,
    )


def _still_beside(before: Document, after: Document) -> Translation | None:
    """The translation of the version before, where it is one of this text too."""
    kept = before.translation
    return kept if kept is not None and before.text == after.text and kept.language != after.language else None
