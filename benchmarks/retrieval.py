"""The retrieval tasks: raw cosine, BM25, and ours, whose weights were learned without the article that is asked about.

    python -m benchmarks.retrieval DATA [WORK]

Prints R@1 over all sentences, R@1 among those of the question's own article, and MRR@10 over all, in percent. WORK keeps
the libraries that are made of the data. For the figures of readouts: ``readout evaluate``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.learn_ranking import RIDGE, Expectations, learn_axes, learn_kinds, learn_means, task_rows
from benchmarks.learning import Row, cross_validate, figures
from benchmarks.public import FOLDS, TASKS, Part, open_searchers, read_parts, split_folds
from index.encoder import load_encoder
from index.fusion import Fusion
from index.learned import Learned
from index.match import lay, read
from index.signals.lexical import lexical
from index.store import Store

if TYPE_CHECKING:
    from index.encoder import LoadedEncoder
    from index.search import Searcher
    from index.types import Language

Parts = dict[tuple[str, "Language"], Part]
Searchers = dict[tuple[str, "Language"], "Searcher"]


def baselines(
    parts: Parts, searchers: Searchers, work: Path, loaded: LoadedEncoder, learned: Learned
) -> dict[str, list[Row]]:
    """By name: the questions of all tasks with one value a sentence."""
    rows: dict[str, list[Row]] = {"raw cosine": [], "BM25": []}
    for name, asked_in, language in TASKS:
        shelf = searchers[name, language].shelf
        channel = shelf.readers["text"].channel
        vectors = Store(work / f"{name}-{language}").texts("text", loaded.dimension).vectors
        everyone = np.arange(channel.size)
        every = np.ones(channel.size, dtype=np.bool_)
        for identifier, item in parts[name, language].items.items():
            if identifier not in parts[name, asked_in].items:
                continue
            question = parts[name, asked_in].items[identifier].question
            match = lay(read(question, asked_in, shelf.vocabulary, loaded.encoder, learned), channel)
            raw = vectors @ loaded.encoder.encode_query([question])[0]
            found = {"raw cosine": raw, "BM25": lexical(match, channel, everyone)["bm25"]}
            inside = channel.document == item.article
            for one, values in found.items():
                rows[one].append(
                    Row(
                        f"{name} {asked_in}>{language}",
                        0,
                        values[:, None],
                        np.isin(everyone, list(item.gold)),
                        every,
                        inside,
                    )
                )
    return rows


def main(data: Path, work: Path) -> None:
    """Print the table."""
    loaded = load_encoder("embedded", work / "cache")
    parts = read_parts(data)
    folds = split_folds(parts)
    means, kinds = learn_means(parts, loaded.encoder), learn_kinds(loaded.encoder)
    none = Fusion.read({"same": {}, "across": {}})
    plain = Learned(means, none, kinds, axes=learn_axes(parts, loaded.encoder, means))
    expectations = Expectations(parts, folds, loaded.encoder, means, kinds)
    by_fold = [Learned(means, none, kinds, expectations.learn(fold), plain.axes) for fold in range(FOLDS)]
    searchers = open_searchers(work, parts, loaded, plain)
    table = {
        name: figures(rows, [row.values[:, 0] for row in rows])
        for name, rows in baselines(parts, searchers, work, loaded, plain).items()
    }
    rows, _ = task_rows(parts, searchers, folds, by_fold, loaded)
    table["ours"] = {}
    for some in rows.values():
        table["ours"] |= figures(some, cross_validate(some, RIDGE, FOLDS))
    print(f"{'task':12}" + "".join(f"{name:>22}" for name in table))
    for task in table["ours"]:
        print(
            f"{task:12}" + "".join(f"{'/'.join(str(one) for one in by_task[task]):>22}" for by_task in table.values())
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()))
