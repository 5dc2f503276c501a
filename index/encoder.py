"""What turns text into vectors: the Protocol, and how one is loaded by its name in the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What encodes text. The method names are those of ``sentence_transformers``, so that its models are encoders as is."""

    def encode_query(self, sentences: list[str], /) -> Vectors:
        """Vectors to search with: float32, (len(sentences), dimension)."""

    def encode_document(self, sentences: list[str], /) -> Vectors:
        """Vectors to be found: float32, (len(sentences), dimension)."""


@dataclass(frozen=True, slots=True)
class LoadedEncoder:
    """An encoder, and what a library remembers of it.

    Attributes:
        encoder: The encoder.
        name: As in the settings: ``embedded`` or ``sentence-transformers:NAME_OR_PATH``.
        revision: Changes when its vectors do.
        dimension: The length of its vectors.
    """

    encoder: Encoder
    name: str
    revision: str
    dimension: int


def _embedded(argument: str, cache: Path) -> LoadedEncoder:
    from index.embedded import load  # noqa: PLC0415 - only the chosen encoder is imported

    if argument:
        raise EncoderError(f"the embedded encoder takes no name: set READOUT_ENCODER=embedded, not embedded:{argument}")
    return load(cache)


def _sentence_transformer(argument: str, cache: Path) -> LoadedEncoder:  # noqa: ARG001 - it keeps a cache of its own
    from index.sentence_transformer import load  # noqa: PLC0415 - its library costs 4 s and 400 MB

    if not argument:
        raise EncoderError("name the model: READOUT_ENCODER=sentence-transformers:NAME_OR_PATH")
    return load(argument)


ENCODERS: dict[str, Callable[[str, Path], LoadedEncoder]] = {
    "embedded": _embedded,
    "sentence-transformers": _sentence_transformer,
}


def load_encoder(setting: str, cache: Path) -> LoadedEncoder:
    """The encoder that a setting names.

    Args:
        setting: ``KIND`` or ``KIND:ARGUMENT``, with a kind of ``ENCODERS``.
        cache: A folder for files that are made again when they are missing.

    Raises:
        EncoderError: There is no such encoder, it is not installed, or its model cannot be loaded.
    """
    kind, _, argument = setting.partition(":")
    if kind not in ENCODERS:
        raise EncoderError(f"READOUT_ENCODER={setting} names no encoder: use one of {', '.join(ENCODERS)}")
    return ENCODERS[kind](argument, cache)
