"""What is known of each name, as it is written down: states from CLDR and ``states.tsv``, other names in ``names.tsv``.

The two files were written for this project. In ``names.tsv`` a line is the kind, the English name and the Arabic name as
shown ("the" is shown, and not looked for), and other spellings between ``|``; of a person, the first of each script that
is shorter stands for the whole name. Before a spelling, ``~`` marks one that is also a usual word: it is a name only
where a word such as "in" brings it; ``^`` one that is also a given or a family name: it is this name only where no other
word with a capital is beside it; ``-`` one that is shown and not looked for. A line of the kind ``none`` is a phrase that
looks like a name and is none.

In ``states.tsv`` a line is the code, the two names where CLDR's are not those that the news use, other spellings, and the
adjectives and peoples in both languages; a line without a code is of no state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from babel.core import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator

THE = "the "
# Unions, and two islands that are met as the names of saints.
_NO_STATES = frozenset({"EU", "EZ", "UN", "MF", "SX"})
_CODE = re.compile("[A-PR-WY][A-Z]")


@dataclass(frozen=True, slots=True)
class Row:
    """What a line tells, or CLDR of a state that has none: see the head of this module."""

    kind: str
    english: str
    arabic: str
    others: str = ""
    code: str = ""
    peoples: str = ""
    arab_peoples: str = ""

    @property
    def written(self) -> str:
        """Every spelling but the Arabic adjectives, which are inflected, between ``|``."""
        return f"{self.english.removeprefix(THE)}|{self.arabic}|{self.others}|{self.peoples}"


def read_rows() -> list[Row]:
    """Every row: names first, then states."""
    return [*_names(), *_states()]


def _names() -> Iterator[Row]:
    for line in _lines("names.tsv", 4):
        yield Row(*line)


def _states() -> Iterator[Row]:
    english, arabic = Locale("en").territories, Locale("ar").territories
    known = set(_NO_STATES)
    for code, name, arab_name, others, peoples, arab_peoples in _lines("states.tsv", 6):
        known.add(code)
        own = name or english[code], arab_name or arabic[code]
        yield Row("place", *own, others, code if code.isalpha() else "", peoples, arab_peoples)
    for code in sorted({*english} & {*arabic} - known):
        # What is a part of the world, and what is told with a remark, is left out.
        if _CODE.fullmatch(code) and "(" not in english[code]:
            yield Row("place", english[code], arabic[code], code=code)


def _lines(file: str, fields: int) -> Iterator[list[str]]:
    """The fields of each line; those that are left out at its end are empty."""
    for line in files(__package__).joinpath(file).read_text(encoding="utf-8").splitlines():
        told = line.split("\t")
        yield told + [""] * (fields - len(told))
