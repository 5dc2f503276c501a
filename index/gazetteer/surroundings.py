"""What stands around a spelling: whether it brings the name of a place, or makes it a part of another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import is_function_word

if TYPE_CHECKING:
    from index.gazetteer.entries import Names
    from index.gazetteer.reading import Reading

# Over folded text.
_BRINGS_PLACE = frozenset(
    """in to from at near of around outside toward towards city town port village province governor mayor north south east
    west northern southern eastern western central
    في الي مدينه بلده قريه عاصمه محافظه ولايه مقاطعه اقليم مطار ميناء معبر مخيم جزيره قرب باتجاه شمال جنوب شرق غرب شمالي
    جنوبي شرقي غربي وسط جمهوريه دوله حكومه جيش اهالي سكان""".split()  # noqa: SIM905 - a list of words reads better as text
)
# Words that may be written with a capital beside a surname which stands alone.
_BESIDE_SURNAME = frozenset(
    """president vice premier prime minister chancellor secretary general king queen emir sultan prince princess crown pope
    chief director ambassador spokesman spokeswoman spokesperson envoy adviser advisor governor mayor leader speaker
    chairman chairwoman commander admiral marshal colonel captain senator congressman representative commissioner judge
    justice professor sheikh imam ayatollah foreign defence defense interior finance ministers presidents leaders
    mr mrs ms miss dr prof sir lady lord gen col lt sen rep gov madame monsieur comrade
    monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight earlier later meanwhile
    however although though despite while whereas since when because according like unlike both neither either yes no
    says said tells told calls called meets met urges urged thanks thanked asks asked warns warned warning invites invited
    congratulates blames praises hosts receives welcomes phones rings""".split()  # noqa: SIM905
)
_AND = re.compile(r" |, (?:and )?| and |و|، ?و?| و")


def brings_place(reading: Reading, at: int, start: int, place_until: int | None) -> bool:
    """Whether a word that is also a usual one stands where a place is named.

    Args:
        reading: The text.
        at: Which of its words begins the spelling.
        start: Where in the folded text the spelling itself begins, after what is glued before it.
        place_until: Where the name of a place that was found before it ends.
    """
    if at and start == reading.words[at][0] and reading.between(at - 1) == " ":
        before = reading.words[at - 1][2]
        if before in _BRINGS_PLACE or before.removeprefix("و") in _BRINGS_PLACE:
            return True
    return place_until is not None and bool(_AND.fullmatch(reading.folded, place_until, start))


def has_capital_after(reading: Reading, last: int) -> bool:
    """Whether a capitalised word follows at once that may belong to the same name: "Jordan Spieth"."""
    return last + 1 < len(reading.words) and reading.between(last) == " " and _is_name(reading, last + 1)


def has_capital_before(reading: Reading, at: int) -> bool:
    """Whether a capitalised word before an English name makes it another's: "Brigitte Macron"."""
    if not at or reading.between(at - 1) != " " or not _is_name(reading, at - 1):
        return False
    start, _ = reading.span(*reading.words[at - 1][:2])
    # The s of a possessive in a heading of capitals.
    return reading.text[start - 1 : start] not in {"'", "’"}


def is_hyphenated(reading: Reading, at: int, last: int, known: Names) -> bool:
    """Whether a hyphen joins a name to a part of another: "Rabat-Kuh", but not "Russia-Ukraine" nor "Moscow-led"."""
    sides = [(at - 1, at - 1)] if at else []
    sides += [(last, last + 1)] if last + 1 < len(reading.words) else []
    return any(
        reading.between(before) == "-"
        and reading.written(other)[0].isupper()
        and not known.beginning(reading.words[other][2])
        for before, other in sides
    )


def _is_name(reading: Reading, at: int) -> bool:
    word = reading.words[at][2]
    is_capital = "a" <= word[0] <= "z" and reading.written(at)[0].isupper()
    return is_capital and word not in _BESIDE_SURNAME and not is_function_word(word)
