"""A folder of readouts with a manifest: what is known of each text, and its aligned translation."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from index.errors import DocumentError
from index.store import fingerprint
from index.types import AlignedSentence, Document, Language, Translation

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MANIFEST = "manifest.json"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TranslationEntry(_Frozen):
    """Where an aligned translation stands, in what language, and who made it."""

    file: str
    language: Language
    by: str


class ManifestEntry(_Frozen):
    """What is known of one readout.

    Attributes:
        published: The time of publication, ``DD.MM.YYYY HH:MM``, as the article prints it.
        parties: Between whom the event was that it reports, as its text names them.
        event: The day of that event.
        sha256: Of the file's bytes, so that a changed text is noticed.
    """

    id: str
    file: str
    title: str
    issuer: str
    side: str
    language: Language
    published: str
    parties: tuple[str, ...] = ()
    event: date | None = None
    sha256: str
    translation: TranslationEntry | None = None


class AlignedLine(_Frozen):
    """One line of an aligned translation: a stretch of the text, and its translation."""

    source: str = Field(min_length=1)
    text: str


class Manifest(_Frozen):
    """All readouts of a folder."""

    documents: tuple[ManifestEntry, ...]


def read_manifest(folder: Traversable) -> list[Document]:
    """The documents of a folder, as its manifest tells of them.

    Raises:
        DocumentError: The manifest is not one, or a text or translation differs from what it says.
    """
    try:
        manifest = Manifest.model_validate_json(folder.joinpath(MANIFEST).read_bytes())
        return [_document(folder, entry) for entry in manifest.documents]
    except (OSError, ValueError) as error:
        raise DocumentError(f"the readouts in {folder} cannot be used: {str(error).splitlines()[0]}") from error


def _document(folder: Traversable, entry: ManifestEntry) -> Document:
    text = folder.joinpath(entry.file).read_bytes().decode("utf-8")
    if fingerprint(text) != entry.sha256:
        raise DocumentError(f"{entry.file} is not the text that its manifest names: restore it or correct the sha256")
    translation = None
    if entry.translation is not None:
        lines = folder.joinpath(entry.translation.file).read_bytes().decode("utf-8").rstrip("\n").split("\n")
        translation = Translation(
            entry.translation.language, entry.translation.by, _align(text, lines, entry.translation.file)
        )
    published = datetime.strptime(entry.published, "%d.%m.%Y %H:%M")  # noqa: DTZ007 - printed without a time zone
    return Document(
        id=entry.id,
        text=text,
        title=entry.title,
        language=entry.language,
        issuer=entry.issuer,
        side=entry.side,
        published=published,
        translation=translation,
        parties=entry.parties,
        event=entry.event,
    )


def _align(text: str, lines: list[str], name: str) -> tuple[AlignedSentence, ...]:
    """Each line is a JSON object with a stretch of the text, in order, and its translation."""
    aligned: list[AlignedSentence] = []
    end = 0
    for number, line in enumerate(lines, 1):
        try:
            entry = AlignedLine.model_validate_json(line)
        except ValueError as error:
            raise DocumentError(f"{name}, line {number} is not a source with its translation") from error
        start = text.find(entry.source, end)
        if start < 0:
            raise DocumentError(f"{name}, line {number}: its source does not stand in the text there")
        end = start + len(entry.source)
        aligned.append(AlignedSentence(start, end, entry.text))
    return tuple(aligned)
