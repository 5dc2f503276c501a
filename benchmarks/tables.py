"""The report in Markdown: its tables, and how they come to stand between the marks of a page.

A block NAME stands between ``<!-- begin NAME -->`` and ``<!-- end NAME -->``; what is written around those is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.recipe import RAW, RECIPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.ablation import Ablation
    from benchmarks.abstention import Told
    from benchmarks.rows import Figures
    from index.metrics import Bin

OURS = "this project"
EARLIER = "earlier recipe"
_NONE = "–"


def label(task: str) -> str:
    """A task as it is told of: "XQ en>ar" is "XQ en→ar"."""
    return task.replace(">", "→").replace("AR ar", "ARCD ar")


def fill(page: str, blocks: Mapping[str, str]) -> str:
    """A page with its blocks written anew.

    Raises:
        ValueError: The page has no marks for a block, or has them more than once.
    """
    for name, block in blocks.items():
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
        before, found, rest = page.partition(begin)
        _, ended, after = rest.partition(end)
        if not (found and ended) or begin in rest or end in after:
            raise ValueError(f"the page has no marks for {name}, or has them more than once")
        page = f"{before}{begin}{block}\n{end}{after}"
    return page


def first_table(table: Mapping[str, Mapping[str, Figures]], counts: Mapping[str, int]) -> str:
    """R@1 over all and in the article, by task and method.

    Args:
        table: By method, then by task.
        counts: How many questions each task has.
    """
    methods = _methods(table)
    rows = []
    for task in table[OURS]:
        cells = []
        for method in methods:
            told = RECIPE.get(task) if method == EARLIER else table[method][task]
            cells.append(_shares(None if told is None else (told.first, told.in_article), strong=method == OURS))
        rows.append([label(task), str(counts[task]), *cells])
    return _table(["task", "questions", *methods], rows)


def further_table(table: Mapping[str, Mapping[str, Figures]]) -> str:
    """MRR@10, R@5 and mAP over all; of the earlier recipe mAP alone is known."""
    methods = _methods(table)
    rows = []
    for task in table[OURS]:
        cells = []
        for method in methods:
            if method == EARLIER:
                cells.append(f"{_NONE} / {_NONE} / {RECIPE[task].precision:.1f}" if task in RECIPE else _NONE)
            else:
                told = table[method][task]
                cells.append(_shares((told.mrr, told.fifth, told.precision), strong=method == OURS))
        rows.append([label(task), *cells])
    return _table(["task", *methods], rows)


def gain_table(table: Mapping[str, Mapping[str, Figures]]) -> str:
    """R@1 over all above the raw cosine over the same sentences."""
    rows = [
        [
            label(task),
            f"{RAW[task].first:.1f} → {told.first:.1f} (+{told.first - RAW[task].first:.1f})",
            f"{raw:.1f} → {ours:.1f} (**+{ours - raw:.1f}**)",
        ]
        for task, told in RECIPE.items()
        for raw, ours in [(table["raw cosine"][task].first, table[OURS][task].first)]
    ]
    return _table(["task", f"{EARLIER}, over its own sentences", OURS], rows)


def ablation_table(
    whole: Mapping[str, Ablation],
    without: Mapping[str, Mapping[str, Ablation]],
    told: Mapping[str, str],
    tasks: Sequence[str],
) -> str:
    """R@1 over all and the held-out loss without each group, those that matter most first.

    Args:
        whole: By task: with all signals.
        without: By group, then by task.
        told: What each group is.
        tasks: Those that are shown.
    """
    rows = [["nothing", *(f"{whole[task].figures.first:.1f}; {whole[task].loss:.3f}" for task in tasks)]]
    for group in sorted(without, key=lambda name: -sum(without[name][task].rise for task in tasks)):
        cells = [
            f"{_signed(one.change, 1)}; {_signed(one.rise, 3)} ± {one.rise_error:.3f}"
            for one in (without[group][task] for task in tasks)
        ]
        rows.append([f"`{group}`: {told[group]}", *cells])
    return _table(["left out", *(label(task) for task in tasks)], rows)


def abstention_table(told: Mapping[str, Mapping[str, Mapping[str, Told]]]) -> str:
    """AUROC, and the shares answered at each precision, by task, kind and score."""
    scores = list(next(iter(next(iter(told.values())).values())))
    rows = []
    for task, kinds in told.items():
        for kind, by_score in kinds.items():
            cells = []
            for one in by_score.values():
                area = f"{one.auroc:.3f}".removeprefix("0")
                cells.append(" / ".join([area, *(f"{100 * share:.0f}" for share in one.covered.values())]))
            rows.append([label(task), kind, *cells])
    return _table(["task", "unanswerable", *scores], rows)


def reliability_table(bins: Sequence[Bin]) -> str:
    """The bins, side by side."""
    return _table(
        ["questions", *(str(one.count) for one in bins)],
        [
            ["mean probability", *(f"{one.probability:.2f}" for one in bins)],
            ["share right", *(f"{one.right:.2f}" for one in bins)],
        ],
    )


def picture(file: str, says: str, taken: str) -> str:
    """A picture with its caption."""
    return f"![{says}]({file})\n\n*{says}. {taken}*"


def _signed(value: float, digits: int) -> str:
    """A change: with its sign, but for one that is none."""
    told = f"{value:+.{digits}f}".replace("-", "−")
    return told if any(digit in told for digit in "123456789") else told[1:]


def _methods(table: Mapping[str, object]) -> list[str]:
    return [*(name for name in table if name != OURS), EARLIER, OURS]


def _shares(shares: Iterable[float] | None, *, strong: bool) -> str:
    if shares is None:
        return _NONE
    told = " / ".join(f"{share:.1f}" for share in shares)
    return f"**{told}**" if strong else told


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
