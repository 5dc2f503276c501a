"""Learns what the traits of a readout's passages count beside the ranking's score, from gold questions for tuning.

    python -m benchmarks.learn_traits index/weights/embedded.json READOUTS=QUESTIONS[:even|:odd] ...

What it reports was learned without the fifth of the questions that it is reported on.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.gold import GoldSet, open_gold
from benchmarks.learning import cross_validate, fit
from benchmarks.rows import Row, figures
from bot.answer.question import read_question, sought
from index.encoder import load_encoder
from index.language import detect_language
from index.learned import load_learned
from index.types import Query

if TYPE_CHECKING:
    from bot.answer.evaluation import GoldQuestion
    from index.encoder import Vectors
    from index.search import Searcher

DIMENSION = 512
# Of the traits, and of what is added to the signals, which are learned already.
RIDGES = ((3.0, 30.0),)
RIDGE = (3.0, 30.0)
VERBATIM = 10.0
FOLDS = 5
TRAITS = (
    "score", "holds", "holds_published", "byline", "heading", "heading_words", "order_past", "order_past_before",
    "order_past_unasked", "order_first", "order_first_before", "order_first_unasked", "is_question", "answers", "score_before",
    "score_after", "score_of_document", "source", "source_cited", "day_named", "day_differs", "latest", "earliest", "cause",
)  # fmt: skip


def names() -> tuple[str, ...]:
    """The traits; and the signals of the ranking, since readouts differ from the articles that it was learned on."""
    ranking = load_learned("embedded", DIMENSION).fusion.weights["same"]
    return (*TRAITS, *(name for name in ranking if name not in TRAITS))


def held(ridge: tuple[float, float]) -> Vectors:
    """How much each is held back."""
    return np.array([ridge[name not in TRAITS] for name in names()], dtype=np.float32)


def query_of(gold: GoldQuestion) -> Query:
    """The query that the answerer makes of a question."""
    question = read_question(gold.question)
    return Query(question.text, detect_language(question.text, question.language), question.context, sought(question))


def gold_rows(gold: GoldSet) -> list[Row]:
    """The answerable questions, with the score and the traits of their candidates."""
    searcher: Searcher = gold.library._ready()  # noqa: SLF001 - learning looks inside
    rows = []
    named = names()
    for place, question in enumerate(one for one in gold.questions if one.answerable):
        hits = searcher.search(query_of(question), 10_000)
        right = np.array([any(part in hit.passage.text for part in question.passages) for hit in hits])
        values = np.array([[hit.signals.get(name, 0.0) for name in named] for hit in hits], dtype=np.float32)
        every = np.ones(len(hits), dtype=np.bool_)
        rows.append(Row(f"{gold.name} {question.language}", place % FOLDS, values, right, every, every))
    return rows


def fit_traits(rows: list[Row]) -> dict[str, float]:
    """What each counts, held back to the score as it is."""
    start = np.array([name == "score" for name in names()], dtype=np.float32)
    weights = fit(rows, held(RIDGE), inside=0, start=start)
    # Nobody asks in the words of the passage in the gold; who does means that passage.
    return {**{name: round(float(one), 4) for name, one in zip(names(), weights, strict=True)}, "verbatim": VERBATIM}


def main(weights: Path, arguments: list[str]) -> None:
    """Learn, report, write."""
    work = Path(tempfile.mkdtemp())
    loaded = load_encoder("embedded", Path(tempfile.gettempdir()) / "readout-cache")
    rows = [row for argument in arguments for row in gold_rows(open_gold(argument, work, loaded))]
    print("score alone", figures(rows, [row.values[:, 0] for row in rows]))
    count = len(TRAITS)
    traits = [replace(row, values=row.values[:, :count]) for row in rows]
    # Held back to the score as it is.
    start = np.array([name == "score" for name in names()], dtype=np.float32)
    for ridge in RIDGES:
        print("with traits", ridge, figures(rows, cross_validate(traits, ridge[0], FOLDS, start[:count], 0)))
        print("and signals", ridge, figures(rows, cross_validate(rows, held(ridge), FOLDS, start, 0)))
    found = fit_traits(rows)
    print(found)
    told = json.loads(weights.read_text(encoding="utf-8"))
    told["fusion"]["traits"] = found
    told["provenance"]["traits"] = arguments
    weights.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
