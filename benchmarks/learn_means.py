"""Learns the encoder's mean vector for each language and role from public sentences and questions.

    python benchmarks/learn_means.py DATA index/weights/embedded-means.npz

DATA is a folder with NTREX (``ntrex-news.en-ar.tsv``: English, tab, Arabic) and questions in SQuAD form
(``xquad-r.*.json``, ``mlqa-r.*.json``, ``arcd.ar.json``). Nothing of the data is kept but four means.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.encoder import load_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator


def questions(file: Path) -> Iterator[str]:
    """The questions of a file in SQuAD form."""
    for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            yield from (entry["question"] for entry in paragraph["qas"])


def main(data: Path, target: Path) -> None:
    """Write the means."""
    encoder = load_encoder("embedded", Path(tempfile.mkdtemp())).encoder
    lines = [line.split("\t") for line in (data / "ntrex-news.en-ar.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    texts = {
        "en_passage": [line[-2] for line in lines],
        "ar_passage": [line[-1] for line in lines],
        "en_query": [text for name in ("xquad-r.en", "mlqa-r.en") for text in questions(data / f"{name}.json")],
        "ar_query": [
            text for name in ("xquad-r.ar", "mlqa-r.ar", "arcd.ar") for text in questions(data / f"{name}.json")
        ],
    }
    for name, some in texts.items():
        print(name, len(some), some[0])
    np.savez(target, **{name: encoder.encode_document(some).mean(axis=0) for name, some in texts.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
