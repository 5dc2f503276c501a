"""The report on retrieval: the public tasks, what each group of signals gives, abstention, and how true the confidence is.

    python -m benchmarks.retrieval DATA [WORK] [--plots docs] [--markdown docs/retrieval.md]

Whatever is reported was learned without the articles, or the questions, that it is reported on. WORK keeps the libraries
that are made of DATA: take another folder after a change of the encoder or of what is stored for a passage. ``--plots``
names a folder for the pictures, ``--markdown`` a page whose blocks are written anew; without it they are printed. For the
figures of readouts: ``readout evaluate``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import inspect
import json
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import abstention, tables
from benchmarks.ablation import ablate, whole
from benchmarks.gold import open_gold
from benchmarks.learn_confidence import cross_validate, told_apart
from benchmarks.plots import draw_ablation, draw_reliability, draw_tasks
from benchmarks.public import TASKS
from benchmarks.rows import Figures, figures
from benchmarks.tables import OURS
from benchmarks.tasks import Tasks, open_tasks, rank_baselines, rank_ours, signal_groups
from index.metrics import calibration_error, equal_mass_bins, equal_width_bins
from index.signals import SIGNALS

if TYPE_CHECKING:
    from benchmarks.tasks import Ours
    from index.encoder import LoadedEncoder
    from index.signals import Signal

# Of the ablations.
MAIN = ("XQ en>ar", "ML en>ar", "XQ ar>ar", "AR ar>ar")
BLOCKS = ("taken", "tasks", "gains", "further", "ablation", "abstention", "reliability")
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: argparse.Namespace) -> None:
    """Measure, draw, and write or print."""
    page: Path | None = arguments.markdown
    if page:
        # Before minutes are spent: a page that lacks a mark is refused.
        tables.fill(page.read_text(encoding="utf-8"), dict.fromkeys(BLOCKS, ""))
    clock = _Clock()
    tasks = open_tasks(arguments.data, arguments.work or Path(tempfile.mkdtemp()))
    clock.told("libraries")
    ours = rank_ours(tasks)
    clock.told("ranking")
    plots: Path = arguments.plots or Path(tempfile.mkdtemp())
    taken = _taken(arguments)
    blocks = {"taken": taken}
    blocks |= report_tasks(tasks, ours, plots, taken)
    clock.told("baselines")
    blocks |= report_ablation(tasks, ours, plots, taken)
    clock.told("ablations")
    blocks |= report_abstention(tasks, ours)
    clock.told("abstention")
    blocks |= report_reliability(tasks.loaded, plots, taken)
    clock.told("reliability")
    if page:
        page.write_text(tables.fill(page.read_text(encoding="utf-8"), blocks), encoding="utf-8")
    else:
        print("\n\n".join(blocks[name] for name in BLOCKS))


def report_tasks(tasks: Tasks, ours: Ours, plots: Path, taken: str) -> dict[str, str]:
    """The blocks of the tasks."""
    names = [f"{name} {asked_in}>{language}" for name, asked_in, language in TASKS]
    table: dict[str, dict[str, Figures]] = {
        method: figures(rows, [row.values[:, 0] for row in rows]) for method, rows in rank_baselines(tasks).items()
    }
    found = {task: told for some in ours.rows for task, told in figures(ours.rows[some], ours.scores(some)).items()}
    table[OURS] = {task: found[task] for task in names}
    counts = {task: sum(row.task == task for some in ours.rows.values() for row in some) for task in names}
    draw_tasks(plots / "retrieval-tasks.png", table, counts)
    says = "The right sentence first, over all sentences; the whiskers are 95 % intervals"
    return {
        "tasks": f"{tables.picture('retrieval-tasks.png', says, taken)}\n\n{tables.first_table(table, counts)}",
        "further": tables.further_table(table),
        "gains": tables.gain_table(table),
    }


def report_ablation(tasks: Tasks, ours: Ours, plots: Path, taken: str) -> dict[str, str]:
    """The block of the ablations."""
    without = ablate(ours, signal_groups(tasks))
    told = {signal.__name__: _says(signal) for signal in SIGNALS}
    draw_ablation(plots / "retrieval-ablation.png", without, MAIN)
    shown = tables.picture("retrieval-ablation.png", "What is lost when a group of signals is left out", taken)
    return {"ablation": f"{shown}\n\n{tables.ablation_table(whole(ours), without, told, MAIN)}"}


def report_abstention(tasks: Tasks, ours: Ours) -> dict[str, str]:
    """The block of the abstention."""
    told = {
        f"{task[0]} {task[1]}>{task[2]}": abstention.judge(abstention.observe(tasks, ours, task))
        for task in abstention.TASKS
    }
    return {"abstention": tables.abstention_table(told)}


def report_reliability(loaded: LoadedEncoder, plots: Path, taken: str) -> dict[str, str]:
    """The block of the confidence, on the gold that it is learned from, each question by what was learned without it."""
    weights = files("bot.answer") / "weights" / f"{loaded.name}.json"
    data = json.loads(weights.read_text(encoding="utf-8"))["provenance"]["data"]
    developed_on, named = told_apart(data)
    with tempfile.TemporaryDirectory() as folder:
        golds = [
            open_gold("=".join(str(ROOT / part) for part in one.split("=")), Path(folder) / str(number), loaded)
            for number, one in enumerate(named)
        ]
        found, right = (values.tolist() for values in cross_validate(golds, developed_on))
        for gold in golds:
            gold.library.close()
    bins = equal_mass_bins(found, right)
    error, by_width = calibration_error(bins), calibration_error(equal_width_bins(found, right))
    draw_reliability(plots / "reliability.png", bins, error)
    says = "How often the first passage was right, by the probability told; over each point, how many questions it stands for"
    told = (
        f"Expected calibration error over {len(found)} questions: **{error:.3f}** with ten bins of equal mass"
        f" ({by_width:.3f} with ten of equal width)."
    )
    return {
        "reliability": f"{tables.picture('reliability.png', says, taken)}\n\n{told}\n\n{tables.reliability_table(bins)}"
    }


def _says(signal: Signal) -> str:
    """What a signal is: the first line of its module, where that is named after it, or its own."""
    named = signal.__module__.rpartition(".")[2] == signal.__name__
    found = inspect.getdoc(inspect.getmodule(signal) if named else signal) or ""
    return found.split("\n")[0].rstrip(".").replace("``", "`")


def _taken(arguments: argparse.Namespace) -> str:
    """When, of what and how the figures were taken."""
    described = subprocess.run(
        ["git", "describe", "--always", "--exclude", "*", "--dirty= with changes"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    command = ["python", "-m", "benchmarks.retrieval", "DATA"]
    command += ["WORK"] if arguments.work else []
    command += ["--plots", "docs"] if arguments.plots else []
    command += ["--markdown", "docs/retrieval.md"] if arguments.markdown else []
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return f"Commit {described.stdout.strip()}, {day}, `{' '.join(command)}`."


class _Clock:
    """Tells on standard error how long each part took."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def told(self, part: str) -> None:
        now = time.monotonic()
        print(f"{part}: {now - self._last:.0f} s", file=sys.stderr, flush=True)
        self._last = now


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path, nargs="?")
    parser.add_argument("--plots", type=Path)
    parser.add_argument("--markdown", type=Path)
    main(parser.parse_args())
