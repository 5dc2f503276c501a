"""Gold questions asked of a library made of the readouts that they are about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answer.evaluation import GoldQuestion, read_gold
from index.library import Library
from index.manifest import read_manifest

if TYPE_CHECKING:
    from index.encoder import LoadedEncoder


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Questions, and the library that they are asked of."""

    name: str
    questions: list[GoldQuestion]
    library: Library


def open_gold(argument: str, work: Path, loaded: LoadedEncoder) -> GoldSet:
    """The gold that an argument names.

    Args:
        argument: ``READOUTS=QUESTIONS`` or ``READOUTS=QUESTIONS:even`` (or ``:odd``): a folder with a manifest, a file of
            questions, and which of them by their place from 0.
        work: Where the library is kept.
        loaded: The encoder.
    """
    readouts, _, rest = argument.partition("=")
    questions, _, half = rest.partition(":")
    gold = read_gold(Path(questions))
    if half:
        gold = gold[0 if half == "even" else 1 :: 2]
    folder = Path(readouts)
    library = Library(work / f"gold-{folder.resolve().name}", lambda: loaded, lambda: read_manifest(folder))
    return GoldSet(f"{Path(questions).stem} {half}".strip(), gold, library)
