"""What can go wrong, each told so that a person knows what to do.

ReadoutError
├── LibraryError            the folder cannot be used as a library
│   └── EncoderMismatchError   it was built with another encoder
├── EncoderError            the chosen encoder cannot be loaded
├── RerankerError           the chosen reranker cannot be loaded
└── DocumentError           a file cannot become a document, or a document is not there
"""

from __future__ import annotations

from typing import Literal

Why = Literal[
    "address", "damaged", "empty", "encoding", "extra", "failed", "format", "full", "large", "letters", "name", "password",
    "private", "scan", "scripted", "slow", "unreached",
]  # fmt: skip
"""Why something is not taken in, for those who tell it in words of their own."""


class ReadoutError(Exception):
    """The root of every error that is told to a person; its text is one line and says what to do."""


class LibraryError(ReadoutError):
    """The folder cannot be used as a library."""


class EncoderMismatchError(LibraryError):
    """The library was built with another encoder."""


class EncoderError(ReadoutError):
    """The chosen encoder cannot be loaded."""


class RerankerError(ReadoutError):
    """The chosen reranker cannot be loaded."""


class DocumentError(ReadoutError):
    """A file cannot become a document, or a document is not in the library.

    Args:
        told: What is told of it.
        why: Why it is not taken in, where it is that.
    """

    def __init__(self, told: str, why: Why | None = None) -> None:
        super().__init__(told)
        self.why = why
