"""`readout evaluate`: how good the answers are, on questions whose answers are known."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer

from bot.answer.answerer import Answerer
from bot.answer.evaluation import Evaluation, judge, read_gold
from bot.answer.evaluation import evaluate as figures
from bot.cli.options import LibraryOption, open_library, read_settings
from bot.errors import GoldError

_NAMES = {
    "questions": "questions",
    "right_passage_first": "right passage first",
    "value_right": "value right",
    "answered": "answered, of the answerable",
    "answered_right": "right, of all answered",
    "wrong_on_unanswerable": "wrong answers on the unanswerable",
    "silent_on_near": "silent on near misses",
    "auroc_far": "AUROC of the confidence, far",
    "auroc_near": "AUROC of the confidence, near",
    "verbatim": "quotes verbatim",
    "language_right": "language right",
}


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Questions with their answers, one JSON object a line.")],
    library: LibraryOption = None,
    *,
    wrong: Annotated[
        bool, typer.Option("--wrong", help="List the questions whose best passage is not a right one.")
    ] = False,
) -> None:
    """Print how many questions of a file are answered rightly."""
    questions = read_gold(gold)
    if not questions:
        raise GoldError(f"{gold} holds no question: write one JSON object a line")
    judged = judge(Answerer(open_library(read_settings(library), seeded=True)), questions)
    if wrong:
        for one in judged:
            if one.gold.answerable and not one.is_right:
                typer.echo(f"{one.gold.question}\t{one.best.quote if one.best else ''}")
        typer.echo()
    result = figures(judged)
    for field in fields(Evaluation):
        typer.echo(f"{_NAMES[field.name]:<36}{_shown(field.name, getattr(result, field.name))}")


def _shown(name: str, figure: float | None) -> str:
    if figure is None:
        return "-"
    if name == "questions":
        return str(figure)
    return f"{figure:.3f}" if name.startswith("auroc") else f"{100 * figure:.1f} %"
