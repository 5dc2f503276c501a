"""Plain text: it is kept as it is, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.reading.extract import Extract, UnreadableError, quietly

if TYPE_CHECKING:
    from index.reading.extract import Progress


def read(data: bytes, progress: Progress = quietly) -> Extract:  # noqa: ARG001 - it has one step
    """The text of a file of plain text.

    Raises:
        UnreadableError: It is not UTF-8, or holds NUL characters.
    """
    return Extract(decode(data))


def decode(data: bytes) -> str:
    """The text of bytes that must be UTF-8; its line ends stay as they are.

    Raises:
        UnreadableError: They are not, or hold NUL characters.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"is not UTF-8 (byte {error.start}): save it as UTF-8 and add it again", "encoding"
        ) from error
    if "\0" in text:
        raise UnreadableError("is not a text file: it holds NUL characters", "encoding")
    return text
