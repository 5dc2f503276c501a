"""The lines of standard input, read so that none can fill the memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answer.question import MAX_QUESTION_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

LONGEST_LINE = 65_536
"""In bytes, the line end among them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input.

    Attributes:
        text: Without its end; of one that was too long to be held only the first ``MAX_QUESTION_LENGTH`` characters.
        whole: Whether that is all of it.
    """

    text: str
    whole: bool = True


def read_lines(stream: BinaryIO) -> Iterator[Line]:
    """The lines of a stream, each as soon as it is there; of one longer than ``LONGEST_LINE`` bytes no more is held."""
    while piece := stream.readline(LONGEST_LINE):
        text = piece.decode("utf-8", errors="replace")
        if len(piece) < LONGEST_LINE or piece.endswith(b"\n"):
            yield Line(text.rstrip("\r\n"))
        else:
            while piece and not piece.endswith(b"\n"):
                piece = stream.readline(LONGEST_LINE)
            yield Line(text[:MAX_QUESTION_LENGTH], whole=False)
