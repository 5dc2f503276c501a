"""The retrieval tasks with all that asking them needs, made once for every part of the report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.learn_ranking import RIDGE, Expectations, learn_axes, learn_kinds, learn_means, task_rows
from benchmarks.learning import fit_folds, score
from benchmarks.public import FOLDS, TASKS, open_searchers, read_parts, split_folds
from benchmarks.rows import Row
from index.encoder import load_encoder
from index.fusion import Direction, Fusion
from index.learned import Learned
from index.match import lay, read
from index.signals import SIGNALS
from index.signals.lexical import lexical
from index.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.public import Part
    from index.encoder import LoadedEncoder, Vectors
    from index.search import Searcher
    from index.types import Language

Key = tuple[str, "Language"]


@dataclass(frozen=True, slots=True)
class Tasks:
    """The data, their libraries, and what was learned of the encoder without each fold.

    Attributes:
        work: Where the libraries are.
        loaded: The encoder.
        parts: The data sets by name and language.
        folds: The fold of each question, by data set and id.
        learned: By fold; without weights of the signals.
        searchers: By data set and language.
    """

    work: Path
    loaded: LoadedEncoder
    parts: dict[Key, Part]
    folds: dict[tuple[str, str], int]
    learned: list[Learned]
    searchers: dict[Key, Searcher]

    def store(self, name: str, language: Language) -> Store:
        """The library's file of a data set."""
        return Store(self.work / f"{name}-{language}")


@dataclass(frozen=True, slots=True)
class Ours:
    """The ranking of this project, cross-validated.

    Attributes:
        rows: By direction: the questions with the signals of their candidates.
        names: The signals.
        weights: By direction and fold: learned without it.
    """

    rows: dict[Direction, list[Row]]
    names: list[str]
    weights: dict[Direction, list[Vectors]]

    def scores(self, direction: Direction) -> list[Vectors]:
        """The scores of the questions' candidates."""
        return score(self.rows[direction], self.weights[direction])

    def fusion(self, fold: int) -> Fusion:
        """The weights that were learned without a fold, as a search takes them."""
        return Fusion.read(
            {
                direction: dict(zip(self.names, weights[fold].tolist(), strict=True))
                for direction, weights in self.weights.items()
            }
        )


def open_tasks(data: Path, work: Path) -> Tasks:
    """Read the data of a folder; a library that ``work`` holds already is taken as it is."""
    loaded = load_encoder("embedded", work / "cache")
    parts = read_parts(data)
    folds = split_folds(parts)
    means, kinds = learn_means(parts, loaded.encoder), learn_kinds(loaded.encoder)
    axes = learn_axes(parts, loaded.encoder, means)
    plain = Learned(means, Fusion.read({"same": {}, "across": {}}), kinds, axes=axes)
    expectations = Expectations(parts, folds, loaded.encoder, means, kinds)
    learned = [replace(plain, expectation=expectations.learn(fold)) for fold in range(FOLDS)]
    return Tasks(work, loaded, parts, folds, learned, open_searchers(work, parts, loaded, plain))


def rank_ours(tasks: Tasks) -> Ours:
    """Weigh the candidates of all questions by all signals, and learn the weights without each fold."""
    told, names = task_rows(tasks.parts, tasks.searchers, tasks.folds, tasks.learned, tasks.loaded)
    rows: dict[Direction, list[Row]] = {"same": told["same"], "across": told["across"]}
    return Ours(rows, names, {direction: fit_folds(some, RIDGE, FOLDS) for direction, some in rows.items()})


def rank_baselines(tasks: Tasks) -> dict[str, list[Row]]:
    """By name: the questions of all tasks with one value a sentence."""
    rows: dict[str, list[Row]] = {"raw cosine": [], "BM25": []}
    for name, asked_in, language in TASKS:
        shelf = tasks.searchers[name, language].shelf
        channel = shelf.readers["text"].channel
        vectors = tasks.store(name, language).texts("text", tasks.loaded.dimension).vectors
        everyone, every = np.arange(channel.size), np.ones(channel.size, dtype=np.bool_)
        asked = tasks.parts[name, asked_in].items
        for identifier, item in tasks.parts[name, language].items.items():
            if identifier not in asked:
                continue
            question = asked[identifier].question
            encoder = tasks.loaded.encoder
            match = lay(read(question, asked_in, shelf.vocabulary, encoder, tasks.learned[0]), channel)
            found = {
                "raw cosine": vectors @ encoder.encode_query([question])[0],
                "BM25": lexical(match, channel, everyone)["bm25"],
            }
            gold, inside = np.isin(everyone, list(item.gold)), channel.document == item.article
            for one, values in found.items():
                rows[one].append(Row(f"{name} {asked_in}>{language}", 0, values[:, None], gold, every, inside))
    return rows


def signal_groups(tasks: Tasks) -> dict[str, tuple[str, ...]]:
    """The names of the signals that each function of ``index.signals.SIGNALS`` gives, by its own name."""
    (key, part), *_ = tasks.parts.items()
    shelf = tasks.searchers[key].shelf
    channel = shelf.readers["text"].channel
    question = next(iter(part.items.values())).question
    match = lay(read(question, part.language, shelf.vocabulary, tasks.loaded.encoder, tasks.learned[0]), channel)
    return {signal.__name__: tuple(signal(match, channel, np.arange(1))) for signal in SIGNALS}
