"""A timeline drawn: a mark for each passage on the day of its event, and the readouts by name. The one user of matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.timeline_words import headline
from bot.answer.values import show_date
from index.errors import ReadoutError
from prompts import load

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bot.answer.timeline import Timeline

_WIDTH, _ROW, _FRAME = 10.0, 0.34, 1.6
_LONGEST_TITLE = 70
_TICKS = 6
_FORMATS = (".png", ".svg", ".pdf")


def draw(timeline: Timeline, file: Path) -> None:
    """Draw a timeline into a file, whose name says the format: `.png`, `.svg` or `.pdf`.

    Raises:
        ReadoutError: matplotlib is missing or too old to shape Arabic, there is nothing to draw, or the file cannot be written.
    """
    if file.suffix.lower() not in _FORMATS:
        raise ReadoutError(f"{file} has no name of a picture: use {', '.join(_FORMATS)}")
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise ReadoutError("pictures need matplotlib: pip install 'readout-bot[plots]'") from None
    # From this version on it shapes and orders Arabic by itself, with HarfBuzz and libraqm.
    if tuple(map(int, mpl.__version__.split(".")[:2])) < (3, 11):
        raise ReadoutError(f"matplotlib {mpl.__version__} cannot shape Arabic: pip install 'readout-bot[plots]'")
    rows = _rows(timeline)
    if not rows:
        raise ReadoutError(headline(timeline))
    from matplotlib.dates import AutoDateLocator, date2num, num2date  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(_WIDTH, _FRAME + _ROW * len(rows)), layout="constrained")
    axes = figure.add_subplot()
    for at, (_, day, count) in enumerate(rows):
        place = float(date2num(day))  # type: ignore[no-untyped-call]
        axes.plot([place], [at], "o", color="#1f5f8b", markersize=5 + 1.5 * min(count, 6))
        axes.annotate(str(count), (place, at), xytext=(8, 0), textcoords="offset points", va="center", fontsize=8)
    axes.margins(x=0.08)
    axes.xaxis_date()
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=2, maxticks=_TICKS))  # type: ignore[no-untyped-call]

    def told(number: float, _: float) -> str:
        day: date = num2date(number).date()  # type: ignore[no-untyped-call]
        return show_date(day, timeline.language)

    axes.xaxis.set_major_formatter(told)
    axes.tick_params(axis="x", labelsize=8)
    axes.set_yticks(range(len(rows)), [title for title, _, _ in rows], fontsize=8)
    if timeline.language == "ar":
        axes.yaxis.tick_right()
        axes.invert_xaxis()
    axes.invert_yaxis()
    axes.grid(axis="x", alpha=0.3)
    axes.set_xlabel(load(timeline.language).say("timeline.plot_axis"))
    figure.suptitle(headline(timeline), fontsize=11)
    try:
        figure.savefig(file, dpi=150)
    except OSError as error:
        raise ReadoutError(f"{file} cannot be written: {error.strerror}") from error


def _rows(timeline: Timeline) -> list[tuple[str, date, int]]:
    """The readouts in the order of the timeline: title, day, how many passages."""
    found: dict[str, tuple[str, date, int]] = {}
    for line in timeline.lines:
        if line.day is None:
            continue
        document = line.citation.document
        title = document.title if len(document.title) <= _LONGEST_TITLE else f"{document.title[: _LONGEST_TITLE - 1]}…"
        found[document.id] = (title, line.day.day, found.get(document.id, ("", None, 0))[2] + 1)
    return list(found.values())
