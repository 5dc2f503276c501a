"""How a library bears growth: 10,000 passages added in one go, and single changes to a library of 100,000.

    OPENBLAS_NUM_THREADS=1 python -m benchmarks.library_scale [DOCUMENTS [LARGE]]

DOCUMENTS (default 500, of twenty passages each) are added in one go, in portions; between these the encoder alone encodes the
very passages that were added, so that both are measured under the same load. The same documents are given as a folder of files
to ``readout add``, from its start to its end, between two runs of the encoder alone. Then the library grows to LARGE passages
(default 100,000), and one document is added, corrected and removed: each time until a search has found what is new, or finds it
no more.

The passages are sentences of the readouts in ``tests/gold/training``; in each a word is exchanged for another, and a name is
invented, so that words are new as often as in other news.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from index.encoder import load_encoder
from index.library import Library
from index.manifest import read_manifest
from index.passages import split_passages
from index.types import LANGUAGES, Document, Language, Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder

TRAINING = Path(__file__).parents[1] / "tests" / "gold" / "training"
_SENTENCES = 20
_PARAGRAPH = 4
_PORTION = 50
_SYLLABLES = {
    "en": ("ba", "ker", "mo", "lin", "tar", "dov", "ush", "rel", "vik", "san", "ghe", "por"),
    "ar": ("با", "كر", "مو", "لين", "تار", "دوف", "وش", "ريل", "فيك", "سان", "غي", "بور"),
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences by language, of which documents are made; the same number makes the same document."""

    sentences: dict[Language, list[str]]

    @classmethod
    def read(cls) -> Corpus:
        """Those of the training readouts."""
        found: dict[Language, list[str]] = {language: [] for language in LANGUAGES}
        for folder in sorted(one for one in TRAINING.iterdir() if (one / "manifest.json").exists()):
            for document in read_manifest(folder):
                passages = split_passages(document)
                found[document.language] += [
                    one.text for one in passages if one.kind == "sentence" and len(one.text) > 30
                ]
        return cls(found)

    def document(self, number: int) -> Document:
        """A document of twenty passages."""
        chance = random.Random(number)  # noqa: S311 - no secrets
        language = LANGUAGES[number % len(LANGUAGES)]
        lines = [self._sentence(chance, language) for _ in range(_SENTENCES)]
        text = "\n\n".join(" ".join(lines[at : at + _PARAGRAPH]) for at in range(0, _SENTENCES, _PARAGRAPH))
        day = date(2000, 1, 1) + timedelta(days=number % 9000)
        return Document(f"d{number}", text, f"Call {number}", language, "The Office", event=day)

    def documents(self, first: int, after: int) -> Iterator[Document]:
        """Those from a number on, up to another."""
        return map(self.document, range(first, after))

    def _sentence(self, chance: random.Random, language: Language) -> str:
        words = " ".join(chance.choice(self.sentences[language]).split()).rstrip(".؟?!").split()
        words[chance.randrange(len(words))] = chance.choice(chance.choice(self.sentences[language]).split()).strip(".")
        if chance.random() < 0.5:
            name = "".join(chance.choices(_SYLLABLES[language], k=chance.randint(2, 4)))
            words.insert(chance.randrange(1, len(words)), name.capitalize())
        return f"{' '.join(words)}."


def measure_adding(corpus: Corpus, loaded: LoadedEncoder, folder: Path, size: int) -> None:
    """Print how long many documents take beside the encoder alone, portion by portion."""
    library = Library(folder, lambda: loaded)
    library.add_all(corpus.documents(10**7, 10**7 + 10))
    before = _memory()
    adding = alone = 0.0
    passages = 0
    shares = []
    for first in range(0, size, _PORTION):
        some = list(corpus.documents(first, min(size, first + _PORTION)))
        texts = [passage.text for document in some for passage in split_passages(document)]
        began = time.process_time()
        library.add_all(some)
        took = time.process_time() - began
        took_alone = _encode_alone(texts, loaded)
        adding, alone, passages = adding + took, alone + took_alone, passages + len(texts)
        shares.append(took / took_alone)
    library.close()
    print(
        f"{passages} passages of {size} documents: added in {adding:.1f} s, the encoder alone {alone:.1f} s:"
        f" {adding / alone:.2f} times (portions {min(shares):.2f} to {max(shares):.2f});"
        f" memory grew by {_memory() - before} MB",
        flush=True,
    )


def measure_command(corpus: Corpus, loaded: LoadedEncoder, folder: Path, size: int) -> None:
    """Print how long ``readout add`` of a folder takes beside the encoder alone."""
    files = folder / "files"
    files.mkdir()
    texts = []
    for document in corpus.documents(0, size):
        written = replace(document, text=f"{document.title}\n\n{document.text}\n")
        (files / f"{document.id}.txt").write_text(written.text, encoding="utf-8", newline="")
        texts += [passage.text for passage in split_passages(written)]
    took_alone = _encode_alone(texts, loaded)
    before, began = _of_children(), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot", "add", "--json", str(files), "--library", str(folder / "added")],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    whole, took = time.perf_counter() - began, _of_children() - before
    took_alone = (took_alone + _encode_alone(texts, loaded)) / 2
    print(
        f"readout add of {size} files, {len(texts)} passages: {took:.1f} s ({whole:.1f} by the clock), the encoder alone"
        f" {took_alone:.1f} s: {took / took_alone:.2f} times; the most held {_memory(resource.RUSAGE_CHILDREN)} MB",
        flush=True,
    )


def _encode_alone(texts: list[str], loaded: LoadedEncoder) -> float:
    """The seconds that the encoder takes for texts."""
    began = time.process_time()
    for at in range(0, len(texts), 256):
        loaded.encoder.encode_document(texts[at : at + 256])
    return time.process_time() - began


def _of_children() -> float:
    """The seconds that processes which this one started, and which have ended, were at work."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_changes(corpus: Corpus, loaded: LoadedEncoder, folder: Path, large: int) -> None:
    """Print how long single changes to a large library take until they show in a search."""
    library = Library(folder, lambda: loaded)
    began = time.perf_counter()
    library.add_all(corpus.documents(20_000, 20_000 + large // _SENTENCES - len(library.ids())))
    print(f"grown to {library.extent()[0]} documents in {time.perf_counter() - began:.0f} s", flush=True)
    library.close()
    library = Library(folder, lambda: loaded)
    began = time.perf_counter()
    library.warm()
    words = len(library._ready().shelf.vocabulary.words.words)  # noqa: SLF001 - a figure for the report
    print(f"opened in {time.perf_counter() - began:.1f} s: {words} words, {_memory()} MB", flush=True)
    question = Query("What did the envoy of Quellmark promise to Zorvathan?", "en")
    library.search(question)
    taken: dict[str, list[float]] = {"a question": [], "add": [], "correct": [], "remove": []}
    for number in range(7):
        text = f"The envoy of Quellmark promised {number} ships to Zorvathan. {corpus.document(900_000 + number).text}"
        began = time.perf_counter()
        library.search(question)
        taken["a question"].append(time.perf_counter() - began)
        began = time.perf_counter()
        added = library.add(replace(corpus.document(900_000 + number), text=text, language="en"))
        assert added is not None
        _expect(library, question, added.id, f"promised {number} ships")
        taken["add"].append(time.perf_counter() - began)
        began = time.perf_counter()
        corrected = library.correct(added.id, replace(added, text=text.replace("ships", "boats", 1)))
        _expect(library, question, corrected.id, f"promised {number} boats")
        taken["correct"].append(time.perf_counter() - began)
        began = time.perf_counter()
        library.remove(corrected.id)
        assert all(hit.document.id != corrected.id for hit in library.search(question))
        taken["remove"].append(time.perf_counter() - began)
    for what, times in taken.items():
        print(f"{what}: {statistics.median(times):.2f} s, the slowest {max(times):.2f} s", flush=True)
    print(f"at last {_memory()} MB")
    library.close()


def _expect(library: Library, question: Query, document: str, words: str) -> None:
    first = library.search(question)[0]
    assert first.document.id == document, first
    assert words in first.passage.text, first


def _memory(whose: int = resource.RUSAGE_SELF) -> int:
    """The most that this process, or one that it started, has held, in MB."""
    return resource.getrusage(whose).ru_maxrss // 1024


def main(documents: int, large: int) -> None:
    """Print the figures."""
    corpus = Corpus.read()
    with tempfile.TemporaryDirectory() as folder:
        loaded = load_encoder("embedded", Path(tempfile.gettempdir()) / "readout-cache")
        measure_adding(corpus, loaded, Path(folder), documents)
        measure_command(corpus, loaded, Path(folder), documents)
        if large:
            measure_changes(corpus, loaded, Path(folder), large)


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    main(*(given + [500, 100_000][len(given) :]))
