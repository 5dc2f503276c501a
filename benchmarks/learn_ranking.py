"""Learns how an encoder's signals make one score, from public data, and writes it as ``NAME.json`` and ``NAME.npz``.

    python -m benchmarks.learn_ranking DATA index/weights [WORK]

DATA is the folder of the retrieval tasks; WORK keeps the libraries that are made of it. Whatever is reported was learned
without the articles that it is reported on; what is written was learned on all.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.learning import cross_validate, fit
from benchmarks.public import FILES, FOLDS, TASKS, Part, aligned, build, mixed, open_searchers, read_parts, split_folds
from benchmarks.rows import Row, figures
from index.abilities import unit
from index.encoder import load_encoder
from index.fusion import DIRECTIONS, Fusion
from index.kinds import KINDS, Expectation, WordKinds
from index.learned import Learned, Means
from index.match import lay, question_inputs, read
from index.query import asking_phrase, asks, focus
from index.search import Searcher, candidates
from index.signals import measure
from index.types import LANGUAGES, Language, Query
from index.words import is_arabic, is_content, split_words

if TYPE_CHECKING:
    from index.encoder import Encoder, LoadedEncoder, Vectors

Parts = dict[tuple[str, Language], Part]
RIDGE = 60.0
_EXPECTATION_RIDGE = 8.0
_WORD_KINDS = Path(__file__).with_name("word_kinds.txt")


def learn_means(parts: Parts, encoder: Encoder) -> Means:
    """The mean vectors of questions, passages and words by language, English first."""
    order: tuple[Language, ...] = ("en", "ar")
    of = {language: [part for (_, one), part in parts.items() if one == language] for language in order}
    passages = {
        language: [p.text for part in of[language] for _, some in part.articles for p in some] for language in order
    }
    words = {
        language: sorted(
            {w for text in passages[language][:2500] for w in split_words(text) if is_arabic(w) == (language == "ar")}
        )
        for language in order
    }
    questions = {
        language: [item.question for part in of[language] for item in part.items.values()] for language in order
    }

    def mean(texts: dict[Language, list[str]]) -> Vectors:
        return np.stack([encoder.encode_document(texts[language]).mean(axis=0) for language in order])

    return Means(mean(questions), mean(passages), mean(words))


def learn_kinds(encoder: Encoder, ridge: float = 0.1, steps: int = 600, rate: float = 2.0) -> WordKinds:
    """What kind of thing a word names, from lists of words: softmax regression by plain gradient descent."""
    lines = [line.partition(":") for line in _WORD_KINDS.read_text(encoding="utf-8").splitlines()]
    named = [(word, KINDS.index(kind)) for kind, _, words in lines for word in words.split()]
    vectors = encoder.encode_document([word for word, _ in named])
    arabic = np.array([is_arabic(word) for word, _ in named])
    means = np.stack([vectors[~arabic].mean(axis=0), vectors[arabic].mean(axis=0)])
    centred = vectors - means[arabic.astype(int)]
    wanted = np.eye(len(KINDS), dtype=np.float32)[[kind for _, kind in named]]
    weights, bias = np.zeros((centred.shape[1], len(KINDS)), np.float32), np.zeros(len(KINDS), np.float32)
    for _ in range(steps):
        exponents = np.exp((logits := centred @ weights + bias) - logits.max(axis=1, keepdims=True))
        error = exponents / exponents.sum(axis=1, keepdims=True) - wanted
        weights -= rate * len(KINDS) * (centred.T @ error + ridge * weights) / len(centred)
        bias -= rate * error.mean(axis=0)
    return WordKinds(weights, bias, means)


def learn_axes(parts: Parts, encoder: Encoder, means: Means, count: int = 256) -> Vectors:
    """The principal axes of the vectors of words, (dimension, count): 96 % of what words differ by, for half of the time."""
    texts = [passage.text for part in parts.values() for _, some in part.articles for passage in some[:40]]
    words = sorted({word for text in texts for word in split_words(text)})
    arabic = np.array([is_arabic(word) for word in words]).astype(int)
    vectors = unit(encoder.encode_document(words) - means.word[arabic])
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    return np.asarray(axes[:, ::-1][:, :count], dtype=np.float32)


class Expectations:
    """What answers look like, learned from questions with their answers; without a fold where one is named."""

    def __init__(
        self, parts: Parts, folds: dict[tuple[str, str], int], encoder: Encoder, means: Means, kinds: WordKinds
    ) -> None:
        asked = [(key, identifier, item) for key, part in parts.items() for identifier, item in part.items.items()]
        self._folds = np.array([folds[key[0], identifier] for key, identifier, _ in asked])
        self._inputs = np.stack([_inputs(item.question, key[1], encoder, means) for key, _, item in asked])
        self._kinds = np.stack([_answer_kinds(item.answer, encoder, kinds) for _, _, item in asked])
        vectors = encoder.encode_document([item.answer for _, _, item in asked])
        for language in LANGUAGES:
            here = np.array([key[1] == language for key, _, _ in asked])
            vectors[here] = unit(vectors[here] - vectors[here].mean(axis=0))
        self._vectors = vectors

    def learn(self, without: int | None = None) -> Expectation:
        """Ridge regression."""
        kept = self._folds != without if without is not None else np.ones(len(self._folds), dtype=bool)
        inputs, kinds = self._inputs[kept], self._kinds[kept]
        wanted = np.concatenate([kinds, self._vectors[kept]], axis=1)
        square = inputs.T @ inputs + _EXPECTATION_RIDGE * np.eye(inputs.shape[1], dtype=np.float32)
        found = np.linalg.solve(square, inputs.T @ wanted).astype(np.float32)
        return Expectation(found[:, : len(KINDS)], found[:, len(KINDS) :], kinds.mean(axis=0))


def _inputs(question: str, language: Language, encoder: Encoder, means: Means) -> Vectors:
    head = " ".join(focus(question, language))
    vectors = encoder.encode_query([question, question, asking_phrase(question, language), head])
    centred = unit(vectors - means.question[int(language == "ar")])
    if not head:
        centred[3] = 0
    return question_inputs(asks(question, language), centred)


def _answer_kinds(answer: str, encoder: Encoder, kinds: WordKinds) -> Vectors:
    words = [word for word in split_words(answer) if is_content(word)] or ["."]
    found = kinds.of(encoder.encode_document(words), np.array([is_arabic(word) for word in words]))
    for row, word in zip(found, words, strict=True):
        if word[0].isdigit():
            row[:] = 0
            row[KINDS.index("number")] = 1
            row[KINDS.index("time")] = float(word.isdigit() and 1000 <= int(word) < 2100)
    return np.asarray(found.max(axis=0))


def task_rows(
    parts: Parts,
    searchers: dict[tuple[str, Language], Searcher],
    folds: dict[tuple[str, str], int],
    by_fold: list[Learned],
    loaded: LoadedEncoder,
) -> tuple[dict[str, list[Row]], list[str]]:
    """The questions of all tasks with the signals of their candidates, by direction, and the names of the signals."""
    rows: dict[str, list[Row]] = {direction: [] for direction in DIRECTIONS}
    names: list[str] = []
    for name, asked_in, language in TASKS:
        shelf, asked = searchers[name, language].shelf, parts[name, asked_in].items
        channel = shelf.readers["text"].channel
        for identifier, item in parts[name, language].items.items():
            if identifier not in asked:
                continue
            fold = folds[name, identifier]
            match = lay(
                read(asked[identifier].question, asked_in, shelf.vocabulary, loaded.encoder, by_fold[fold]), channel
            )
            best, article = candidates(match, channel), np.flatnonzero(channel.document == item.article)
            at = np.union1d(best, article)
            found = measure(match, channel, at)
            names = names or list(found)
            values = np.stack([found[one] for one in names], axis=1)
            row = Row(
                f"{name} {asked_in}>{language}",
                fold,
                values,
                np.isin(at, list(item.gold)),
                np.isin(at, best),
                np.isin(at, article),
            )
            rows["same" if asked_in == language else "across"].append(row)
    return rows, names


def learn_levels(parts: Parts, work: Path, loaded: LoadedEncoder, learned: Learned) -> dict[str, dict[str, float]]:
    """What brings the scores of both directions to one measure: from a library that is half in each language."""
    articles = mixed(parts)
    searcher = Searcher(
        build(work / "mixed", [(one, passages) for one, passages, _, _ in articles], loaded), loaded, learned
    )
    first = 0
    rows = []
    for document, passages, items, begin in articles:
        for identifier, item in items.items():
            if not begin <= min(item.gold) < begin + len(passages):
                continue
            for language in LANGUAGES:
                question = parts["XQ", language].items.get(identifier)
                if question is None:
                    continue
                numbers, scores, _ = searcher.rank(Query(question.question, language))
                across = np.array([searcher.shelf.passages[number].language != language for number in numbers.tolist()])
                values = np.stack([scores * ~across, scores * across, across], axis=1).astype(np.float32)
                gold = np.isin(numbers, [first + one - begin for one in item.gold])
                every = np.ones(len(numbers), dtype=bool)
                rows.append(Row(f"mixed {language}>{document.language}", 0, values, gold, every, every))
        first += len(passages)
    found = fit(rows, 1.0, inside=0)
    same, to_other, offset = (float(one) for one in found)
    print("levels", found)
    print("mixed, as it was", figures(rows, [row.values[:, 0] + row.values[:, 1] for row in rows]))
    print("mixed, levelled", figures(rows, [row.values @ found for row in rows]))
    return {"scale": {"same": same, "across": to_other}, "offset": {"same": 0.0, "across": offset}}


def learn_shares(parts: Parts, work: Path, loaded: LoadedEncoder, learned: Learned) -> dict[str, float]:
    """How much the channel in the question's language counts beside the other: from articles with translations."""
    shares: dict[str, float] = {}
    steps = np.arange(0, 1.01, 0.1).round(1).tolist()
    searchers = {
        text: Searcher(build(work / f"aligned-{text}", aligned(parts, text), loaded), loaded, learned)
        for text in LANGUAGES
    }
    for language in LANGUAGES:
        right: dict[float, list[bool]] = {share: [] for share in steps}
        for text, searcher in searchers.items():
            for identifier, item in parts["XQ", text].items.items():
                question = parts["XQ", language].items.get(identifier)
                if question is not None:
                    numbers, _, told = searcher.rank(Query(question.question, language))
                    for share in steps:
                        fused = replace(learned.fusion, share={language: share}).mix(
                            told["score_same"], told["score_across"], language
                        )
                        right[share].append(int(numbers[fused.argmax()]) in item.gold)
        print("share", language, {share: round(float(np.mean(some)), 3) for share, some in right.items()}, flush=True)
        # The nearest to one half of those that are as good as the best.
        best = max(float(np.mean(some)) for some in right.values())
        shares[language] = min(
            (one for one in steps if np.mean(right[one]) >= best - 0.005), key=lambda share: abs(share - 0.5)
        )
    return shares


def main(data: Path, target: Path, work: Path) -> None:
    """Learn, report, write."""
    loaded = load_encoder("embedded", work / "cache")
    parts = read_parts(data)
    folds = split_folds(parts)
    means, kinds = learn_means(parts, loaded.encoder), learn_kinds(loaded.encoder)
    axes = learn_axes(parts, loaded.encoder, means)
    plain = Learned(means, Fusion.read({"same": {}, "across": {}}), kinds, axes=axes)
    expectations = Expectations(parts, folds, loaded.encoder, means, kinds)
    by_fold = [replace(plain, expectation=expectations.learn(fold)) for fold in range(FOLDS)]
    searchers = open_searchers(work, parts, loaded, plain)
    print("prepared", flush=True)
    rows, names = task_rows(parts, searchers, folds, by_fold, loaded)
    fusion: dict[str, Any] = {}
    for direction, some in rows.items():
        for task, figure in figures(some, cross_validate(some, RIDGE, FOLDS)).items():
            print(task, *figure, flush=True)
        fusion[direction] = {name: round(float(one), 5) for name, one in zip(names, fit(some, RIDGE), strict=True)}
    final = expectations.learn()
    learned = replace(plain, expectation=final, fusion=Fusion.read(fusion))
    fusion |= learn_levels(parts, work, loaded, learned)
    learned = replace(learned, fusion=Fusion.read(fusion))
    fusion["share"] = learn_shares(parts, work, loaded, learned)
    write(target, loaded, fusion, {
        "question_means": means.question, "passage_means": means.passage, "word_means": means.word, "kind_weights": kinds.weights,
        "kind_bias": kinds.bias, "kind_means": kinds.means, "expected_kinds": final.kinds, "expected_vector": final.vector,
        "expected_prior": final.prior, "word_axes": axes,
    })  # fmt: skip


def write(target: Path, loaded: LoadedEncoder, fusion: dict[str, Any], arrays: dict[str, Vectors]) -> None:
    """The two files, with where they come from."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    provenance = {
        "encoder": loaded.name, "revision": loaded.revision, "data": sorted(FILES.values()),
        "learner": "benchmarks/learn_ranking.py",
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(), "commit": commit,
    }  # fmt: skip
    told = json.dumps({"provenance": provenance, "fusion": fusion}, indent=1)
    (target / f"{loaded.name}.json").write_text(told + "\n", encoding="utf-8")
    np.savez_compressed(
        target / f"{loaded.name}.npz",
        allow_pickle=False,
        **{name: array.astype(np.float16) for name, array in arrays.items()},
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp()))
