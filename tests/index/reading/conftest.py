"""What the tests of reading share: the process that files are read in, and files that real programs made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.reading.isolated import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "data" / "reading"


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


@pytest.fixture(scope="session")
def made() -> Path:
    """The folder of files that real programs made; its README says how."""
    return DATA


@pytest.fixture(scope="session")
def call() -> list[str]:
    """The paragraphs that most of them hold."""
    return (DATA / "call.txt").read_text(encoding="utf-8").splitlines()
