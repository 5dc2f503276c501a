"""Knowing that there is no answer: questions asked where their answer is, and where it is not.

An answerable question is asked of all articles (``all``) and of its own alone (``article``). Unanswerable is the same
question asked of all articles but its own (``far``), of another article alone (``other``), and of its own article without
the paragraphs that answer (``near``). Each is a library of its own: what was taken out is in no count and no mean.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.learn_confidence import RIDGE, fit, probabilities
from benchmarks.narrowed import Narrowed, read_content
from benchmarks.public import FOLDS
from bot.answer.confidence import SIGNALS
from index.metrics import auroc, coverage_at
from index.search import Searcher
from index.types import Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.public import Item
    from benchmarks.tasks import Ours, Tasks
    from index.encoder import Vectors
    from index.stored import StoredPassage
    from index.types import Language

# Which answerable questions the unanswerable are told from: those asked of as much.
AGAINST = {"far": "all", "other": "article", "near": "article"}
TASKS: tuple[tuple[str, Language, Language], ...] = (("XQ", "en", "ar"), ("AR", "ar", "ar"))
PRECISIONS = (0.90, 0.95)
_OTHERS = 4


@dataclass(frozen=True, slots=True)
class Observed:
    """A question asked once.

    Attributes:
        kind: ``all``, ``article``, ``far``, ``other`` or ``near``.
        fold: The question's.
        scores: What may tell whether the first hit answers: by the name of the score.
        features: Of the first hit, for the learned confidence.
        right: By the name of the score: whether the sentence that it puts first is right.
    """

    kind: str
    fold: int
    scores: dict[str, float]
    features: dict[str, float]
    right: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Told:
    """How well a score tells the answerable from the unanswerable of one kind, one question to one.

    Attributes:
        auroc: 0.5 to 1.
        covered: By precision: the share of the answerable that is answered, and rightly, where that share of all answers
            is right.
    """

    auroc: float
    covered: dict[float, float]


def observe(tasks: Tasks, ours: Ours, task: tuple[str, Language, Language]) -> list[Observed]:
    """Ask the questions of a task in all five ways, ranked by weights that were learned without their fold.

    A question whose article has no other paragraph cannot be a near miss.
    """
    return list(_Asking(tasks, ours, task).all())


def judge(observed: list[Observed]) -> dict[str, dict[str, Told]]:
    """By kind of the unanswerable, then by score: how well they are told from the answerable.

    To the scores that were observed comes ``confidence``: a logistic regression over the features of the first hit,
    learned from the questions of the other folds, asked in all five ways.
    """
    right = np.array([one.right["fused score"] for one in observed])
    names = list(observed[0].features)
    values = np.array([[one.features[name] for name in names] for one in observed], dtype=np.float64)
    folds = np.array([one.fold for one in observed])
    confidence = np.zeros(len(observed))
    for fold in range(FOLDS):
        there = folds == fold
        weights = fit(values[~there], right[~there], np.ones(int((~there).sum())), RIDGE)
        confidence[there] = probabilities(values[there], weights)
    scores = {name: [one.scores[name] for one in observed] for name in observed[0].scores}
    rights = {name: [one.right[name] for one in observed] for name in scores}
    scores["confidence"], rights["confidence"] = confidence.tolist(), right.tolist()
    kinds = [one.kind for one in observed]
    return {
        kind: {name: _tell(kinds, kind, scores[name], rights[name]) for name in scores}
        for kind in AGAINST
        if kind in kinds
    }


def _tell(kinds: list[str], kind: str, scores: list[float], right: list[bool]) -> Told:
    yes = [place for place, one in enumerate(kinds) if one == AGAINST[kind]]
    no = [place for place, one in enumerate(kinds) if one == kind]
    area = auroc([scores[place] for place in yes], [scores[place] for place in no])
    both = [(scores[place], right[place]) for place in (*yes, *no)]
    covered = {one: coverage_at(one, *zip(*both, strict=True)) / len(yes) for one in PRECISIONS}
    return Told(area or 0.0, covered)


class _Asking:
    """A task's libraries, whole and narrowed."""

    def __init__(self, tasks: Tasks, ours: Ours, task: tuple[str, Language, Language]) -> None:
        name, self._language, in_language = task
        self._tasks = tasks
        self._part = tasks.parts[name, in_language]
        self._asked = tasks.parts[name, self._language].items
        self._folds = {identifier: tasks.folds[name, identifier] for identifier in self._part.items}
        self._learned = [replace(one, fusion=ours.fusion(fold)) for fold, one in enumerate(tasks.learned)]
        self._folder = tasks.work / f"{name}-{in_language}"
        self._content = read_content(tasks.store(name, in_language), tasks.loaded.dimension)
        # The sentences of the part are the passages of the library, in their order.
        self._places = self._content.places
        self._number = {one.row: number for number, one in enumerate(self._places)}
        self._vectors = self._content.texts["text"].vectors

    def all(self) -> Iterator[Observed]:
        """Every question in every way."""
        documents = list(dict.fromkeys(one.document for one in self._places))
        whole = self._open(lambda _: True)
        alone = {document: self._open(_is(document)) for document in documents}
        for place, document in enumerate(documents):
            elsewhere = self._open(_is_not(document))
            near: dict[frozenset[int], Searcher | None] = {}
            for identifier, item in self._part.items.items():
                if item.article != place or identifier not in self._asked:
                    continue
                answering = frozenset(self._places[number].paragraph for number in item.gold)
                if answering not in near:
                    near[answering] = self._open(_without(document, answering))
                other = alone[documents[(place + 1) % len(documents)]]
                raw = self._tasks.loaded.encoder.encode_query([self._asked[identifier].question])[0]
                for kind, searcher in (
                    ("all", whole),
                    ("article", alone[document]),
                    ("far", elsewhere),
                    ("other", other),
                    ("near", near[answering]),
                ):
                    if searcher is not None:
                        yield self._ask(kind, searcher, identifier, item, self._vectors @ raw)

    def _open(self, keep: Callable[[StoredPassage], bool]) -> Searcher | None:
        left = self._content.only(keep)
        if not left.places:
            return None
        return Searcher(Narrowed(self._folder, left), self._tasks.loaded, self._learned[0])

    def _ask(self, kind: str, searcher: Searcher, identifier: str, item: Item, cosines: Vectors) -> Observed:
        """Ask; ``cosines`` are raw, of all sentences."""
        question, fold = self._asked[identifier].question, self._folds[identifier]
        searcher.learned = self._learned[fold]
        numbers, scores, told = searcher.rank(Query(question, self._language))
        first = int(scores.argmax())
        here = np.array([self._number[one.row] for one in searcher.shelf.passages])
        features = {name: float(told[name][first]) for name in SIGNALS if name in told}
        top = float(scores[first])
        features |= {"score": top, "others": _lead(scores)}
        return Observed(
            kind,
            fold,
            {"raw cosine": float(cosines[here].max()), "fused score": top},
            features,
            {
                "raw cosine": int(here[cosines[here].argmax()]) in item.gold,
                "fused score": int(here[numbers[first]]) in item.gold,
            },
        )


def _lead(scores: Vectors) -> float:
    """How far the best score is above the mean of the next."""
    best, *others = np.sort(scores)[::-1][: 1 + _OTHERS].tolist()
    return float(best - sum(others) / len(others)) if others else 0.0


def _is(document: int) -> Callable[[StoredPassage], bool]:
    return lambda one: one.document == document


def _is_not(document: int) -> Callable[[StoredPassage], bool]:
    return lambda one: one.document != document


def _without(document: int, paragraphs: frozenset[int]) -> Callable[[StoredPassage], bool]:
    return lambda one: one.document == document and one.paragraph not in paragraphs
