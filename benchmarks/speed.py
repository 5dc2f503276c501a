"""How fast a warm question is over 20, 1,000 and 20,000 passages, and adding beside the encoder alone; on one thread.

    OPENBLAS_NUM_THREADS=1 python -m benchmarks.speed DATA [SIZE ...]

The passages are sentences of the retrieval tasks, with a word of each exchanged from the second time on; the questions are
theirs. Times are of the processor.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.public import Part, read_parts
from index.encoder import LoadedEncoder, load_encoder
from index.library import Library
from index.types import Document, Language, Query

SIZES = (20, 1_000, 20_000)
_SENTENCES = 20


def documents(parts: list[Part], size: int) -> list[Document]:
    """Documents of twenty sentences each, ``size`` sentences in all."""
    chance = random.Random(1)
    texts = [
        (one.text.replace("\n", " "), part.language)
        for part in parts
        for _, some in part.articles
        for one in some
        if one.text.strip()
    ]
    made: list[Document] = []
    while len(made) * _SENTENCES < size:
        begin = len(made) * _SENTENCES
        some = [texts[(begin + place) % len(texts)] for place in range(_SENTENCES)]
        lines = []
        for text, _ in some:
            words = text.split()
            if begin >= len(texts):
                words[chance.randrange(len(words))] = chance.choice(chance.choice(texts)[0].split())
            lines.append(" ".join(words).rstrip(".") + ".")
        body = "\n\n".join("\n".join(lines[at : at + 4]) for at in range(0, len(lines), 4))
        made.append(Document(f"d{len(made)}", f"{body}\n{len(made)}.", f"Document {len(made)}", some[0][1]))
    return made


def measure(size: int, parts: list[Part], loaded: LoadedEncoder) -> None:
    """Print the figures of one size."""
    made = documents(parts, size)
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        library = Library(Path(folder), lambda: loaded, lambda: made)
        adding = time.process_time() - began
        passages = [passage.text for document in made for passage in library.passages(document)]
        sample = passages[:: max(1, len(passages) // 2000)]
        began = time.process_time()
        loaded.encoder.encode_document(sample)
        alone = (time.process_time() - began) * len(passages) / len(sample)
        library.close()
        library = Library(Path(folder), lambda: loaded)
        began = time.process_time()
        library.warm()
        opening = time.process_time() - began
        taken = []
        for query in questions(parts):
            began = time.process_time()
            library.search(query)
            taken.append(1000 * (time.process_time() - began))
        library.close()
    late = sorted(taken)[int(0.95 * len(taken))]
    print(
        f"{len(passages)} passages: a question {statistics.median(taken):.1f} ms (95th percentile {late:.1f});"
        f" added in {adding:.1f} s,"
        f" {alone / adding:.2f} of the encoder alone ({len(passages) / alone:.0f} sentences/s); opened in {opening:.2f} s",
        flush=True,
    )


def questions(parts: list[Part]) -> list[Query]:
    """Forty questions in each language."""
    found: dict[Language, list[Query]] = {"ar": [], "en": []}
    for part in parts:
        found[part.language].extend(Query(item.question, part.language) for item in list(part.items.values())[::10])
    return [query for some in found.values() for query in some[:40]]


def main(data: Path, sizes: list[int]) -> None:
    """Print the figures."""
    loaded = load_encoder("embedded", Path(tempfile.gettempdir()) / "readout-cache")
    parts = list(read_parts(data).values())
    for size in sizes:
        measure(size, parts, loaded)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or list(SIZES))
