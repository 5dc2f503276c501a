"""How long the call or the meeting itself lasted, as a readout says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.comparison.figures import read_figures
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.comparison.figures import Figure
    from bot.answer.comparison.statements import Statement

_LASTING = re.compile(
    r"\b(?:last(?:ed|ing)|took|talked|spoke|spoken|met|conversed|conversation|call|meeting) (?:[\w.]+ ){0,8}?$|"
    r"(?<!\w)[وف]?(?:ان )?(?:استمرت?|استغرقت?|دامت?|مدته|مدتها|اعمالها|لمده|علي مدي) (?:[\w،]+ ){0,10}?و?$"
)
_EVENT = re.compile(
    r"\b(?:call|calls|spoke|conversation|phone|telephone|rang|meeting|met|talks|talked|summit)\b|"
    r"(?:اتصال|مكالم|هاتف|محادث|لقاء|اجتماع|قمه|قمم|اعمال|استغرق|مباحثات)"
)
_ANOTHER = re.compile(
    r"\b(?:previous|last (?:call|conversation|meeting)|earlier|adviser|advisers|alone|one-on-one|private)\b|"
    r"(?<!\w)(?:السابقه|السابق|منفرد\w*|انفراد|ثناييا|الماضي|حينها)(?!\w)"
)
_DAY = 1440.0


def find_lasting(statements: Sequence[Statement]) -> tuple[Statement, Figure] | None:
    """The first statement that says how long the event lasted, and the duration in it; None where none does."""
    for statement in statements:
        folded = statement.folded
        if _ANOTHER.search(folded) or not _EVENT.search(f"{folded} {statement.beside}"):
            continue
        for figure in read_figures(statement, None):
            if figure.kind != "duration" or not 0 < figure.nearest <= _DAY:
                continue
            before = fold(statement.text[: figure.start]).text
            if _LASTING.search(before) or re.search(
                r"(?:for|for about|for some|for nearly|for almost|for over) $", before
            ):
                return statement, figure
    return None
