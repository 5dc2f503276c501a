"""Words that put things in order of time, in both languages, as ``index.words.bare`` has them."""

from __future__ import annotations

from index.words import bare

GROUPS: dict[str, frozenset[str]] = {
    "past": frozenset(
        """last latest previous previously prior earlier preceding before recent اخر اخير اخيره سابق سابقه سابقا ماضي ماضيه
        ماضيين قبل""".split()  # noqa: SIM905 - a list of words reads better as text
    ),
    "first": frozenset(("first", "initial", "اول", "اولي", "اولا")),
}


def is_in(word: str, group: frozenset[str]) -> bool:
    """Whether a word is one of a group."""
    return bare(word) in group
