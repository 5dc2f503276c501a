"""The pictures of the report, drawn from its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.figure import Figure

from benchmarks.recipe import RECIPE
from benchmarks.tables import EARLIER, OURS, label
from index.metrics import interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.ablation import Ablation
    from benchmarks.rows import Figures
    from index.metrics import Bin

_COLOURS = {"raw cosine": "#c3c9d1", "BM25": "#8d99a8", EARLIER: "#f2b66d", OURS: "#1f6f8b"}
_MARKERS = ("o", "s", "^", "D")
_SERIES = ("#1f6f8b", "#e07b39", "#5b8c3e", "#7a5195")
# ``Any``, since the types of other versions of matplotlib differ.
_STYLE: Any = {
    "font.size": 10, "axes.spines.top": False, "axes.spines.right": False, "axes.axisbelow": True, "axes.grid": True,
    "grid.color": "#e4e7eb", "grid.linewidth": 0.8, "axes.edgecolor": "#8d99a8", "xtick.color": "#3c4650",
    "ytick.color": "#3c4650", "axes.labelcolor": "#3c4650", "text.color": "#22292f", "legend.frameon": False,
    "axes.titlesize": 10, "axes.titlelocation": "left",
}  # fmt: skip
_DOTS = 180
# Of a standard normal distribution, 95 % lies within this many deviations.
_DEVIATIONS = 1.96


def draw_tasks(target: Path, table: Mapping[str, Mapping[str, Figures]], counts: Mapping[str, int]) -> None:
    """R@1 over all sentences, by task and method.

    Args:
        target: The picture.
        table: By method, then by task.
        counts: How many questions each task has.
    """
    tasks = list(table[OURS])
    shown = {name: {task: told.first for task, told in some.items()} for name, some in table.items()}
    bars = {
        "raw cosine": shown["raw cosine"], "BM25": shown["BM25"],
        EARLIER: {task: told.first for task, told in RECIPE.items()}, OURS: shown[OURS],
    }  # fmt: skip
    with mpl.rc_context(_STYLE):
        figure, axes = _figure(10, 4.4)
        width = 0.21
        # The bars of a task stand around its middle, also where one has no figure.
        known = {task: [name for name, told in bars.items() if task in told] for task in tasks}
        for name, told in bars.items():
            places = [
                place + (known[task].index(name) - (len(known[task]) - 1) / 2) * width
                for place, task in enumerate(tasks)
                if task in told
            ]
            heights = [told[task] for task in tasks if task in told]
            axes.bar(places, heights, 0.92 * width, color=_COLOURS[name], label=name)
            if name == OURS:
                ends = [interval(told[task] / 100, counts[task]) for task in tasks]
                low = [height - 100 * end for height, (end, _) in zip(heights, ends, strict=True)]
                high = [100 * end - height for height, (_, end) in zip(heights, ends, strict=True)]
                axes.errorbar(places, heights, (low, high), fmt="none", ecolor="#22292f", elinewidth=0.9, capsize=2)
                for place, height, above in zip(places, heights, high, strict=True):
                    axes.text(place, height + above + 1, f"{height:.0f}", ha="center", va="bottom", fontweight="bold")
        axes.set_xticks(range(len(tasks)), [f"{label(task)}\n{counts[task]}" for task in tasks])
        axes.set_xlabel("task, and how many questions it has")
        axes.margins(x=0.01)
        axes.tick_params(axis="x", length=0)
        axes.grid(visible=False, axis="x")
        axes.set_ylim(0, 100)
        axes.set_ylabel("right sentence first, % (R@1 over all)")
        axes.legend(ncols=4, loc="lower left", bbox_to_anchor=(0, 1), borderaxespad=0.2, handlelength=1.2)
        figure.savefig(target, dpi=_DOTS)


def draw_ablation(target: Path, without: Mapping[str, Mapping[str, Ablation]], tasks: Sequence[str]) -> None:
    """What is lost without each group of signals: held-out loss, and R@1."""
    groups = sorted(without, key=lambda group: sum(without[group][task].rise for task in tasks))
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(10, 1.3 + 0.55 * len(groups)), layout="constrained")
        left, right = figure.subplots(1, 2, sharey=True)
        for number, task in enumerate(tasks):
            places = [place + 0.17 * (1.5 - number) for place in range(len(groups))]
            told = [without[group][task] for group in groups]
            style: dict[str, Any] = {
                "color": _SERIES[number],
                "label": label(task),
                "marker": _MARKERS[number],
                "markersize": 4.5,
            }
            for axes, value, error in (
                (left, [one.rise for one in told], [one.rise_error for one in told]),
                (right, [one.change for one in told], [one.change_error for one in told]),
            ):
                ends = [_DEVIATIONS * one for one in error]
                axes.errorbar(value, places, xerr=ends, linestyle="none", elinewidth=1.2, **style)
        for axes in (left, right):
            axes.axvline(0, color="#3c4650", linewidth=1)
            axes.grid(visible=False, axis="y")
            for place in range(0, len(groups), 2):
                axes.axhspan(place - 0.5, place + 0.5, color="#f5f7f9", zorder=0)
            axes.set_ylim(-0.5, len(groups) - 0.5)
            axes.tick_params(axis="y", length=0)
        left.set_yticks(range(len(groups)), [f"without {group}" for group in groups])
        left.set_xlabel("rise of the held-out loss, nats a question (95 % interval)")
        right.set_xlabel("change of R@1 over all, percentage points (95 % interval)")
        figure.legend(*left.get_legend_handles_labels(), ncols=len(tasks), loc="outside upper center")
        figure.savefig(target, dpi=_DOTS)


def draw_reliability(target: Path, bins: Sequence[Bin], error: float) -> None:
    """How often answers of each probability were right."""
    with mpl.rc_context(_STYLE):
        figure, axes = _figure(6.4, 5.4)
        axes.plot([0, 1], [0, 1], color="#8d99a8", linewidth=1, linestyle=(0, (4, 3)), label="perfectly calibrated")
        places, heights = [one.probability for one in bins], [one.right for one in bins]
        ends = [interval(one.right, one.count) for one in bins]
        low = [height - end for height, (end, _) in zip(heights, ends, strict=True)]
        high = [end - height for height, (_, end) in zip(heights, ends, strict=True)]
        axes.errorbar(
            places, heights, (low, high), fmt="o-", color=_COLOURS[OURS], ecolor="#9cc3d1", elinewidth=1.6,
            label=f"{sum(one.count for one in bins)} questions, expected calibration error {error:.3f}",
        )  # fmt: skip
        for one, (_, end) in zip(bins, ends, strict=True):
            axes.annotate(
                str(one.count), (one.probability, end), (0, 6), textcoords="offset points", ha="center", fontsize=8,
                color="#5c6773",
            )  # fmt: skip
        axes.set_xlim(-0.02, 1.02)
        axes.set_ylim(-0.02, 1.1)
        axes.set_xlabel("probability told (mean of the bin)")
        axes.set_ylabel("share whose first passage is right (95 % interval)")
        axes.legend(loc="lower right")
        figure.savefig(target, dpi=_DOTS)


def _figure(width: float, height: float) -> tuple[Figure, Any]:
    """A figure with one pair of axes; sizes in inches."""
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()
