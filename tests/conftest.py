"""What the tests share: the encoder, loaded once, and a library of the seeds that is only read."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.encoder import load_encoder
from index.library import Library
from index.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.encoder import LoadedEncoder
    from index.types import Document


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the encoder's table is unpacked: READOUT_CACHE, where it is set, so that it happens once."""
    given = os.environ.get("READOUT_CACHE")
    return Path(given) if given else tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def encoder(cache: Path) -> LoadedEncoder:
    return load_encoder("embedded", cache)


@pytest.fixture(scope="session")
def seed() -> Document:
    """The seed article, as the manifest tells of it."""
    (document,) = read_manifest(files("seeds"))
    return document


@pytest.fixture(scope="session")
def seed_library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder, seed: Document) -> Iterator[Library]:
    """A library of the seeds. Nothing may be added to it or removed."""
    library = Library(tmp_path_factory.mktemp("seeded"), lambda: encoder, lambda: [seed])
    yield library
    library.close()


@pytest.fixture
def open_library(tmp_path: Path, encoder: LoadedEncoder) -> Iterator[Callable[..., Library]]:
    """Opens libraries of one folder, by default the same one; they are closed after the test."""
    opened: list[Library] = []

    def open_one(name: str = "library", loaded: LoadedEncoder = encoder) -> Library:
        opened.append(Library(tmp_path / name, lambda: loaded))
        return opened[-1]

    yield open_one
    for library in opened:
        library.close()
