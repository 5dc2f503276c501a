"""The readouts that briefings are tested with: those of a set, each as it is chosen from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from benchmarks.briefing import GOLD, read_out
from index.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answer.briefing.types import Readout
    from index.encoder import LoadedEncoder


@pytest.fixture(scope="session")
def readouts(encoder: LoadedEncoder) -> Callable[[str], tuple[Readout, ...]]:
    """Reads a set out."""

    @cache
    def read(name: str) -> tuple[Readout, ...]:
        return tuple(read_out(document, encoder) for document in read_manifest(GOLD / name))

    return read
