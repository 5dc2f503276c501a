"""The precise answer inside a passage: found by its kind, chosen by what is asked, shown in the asker's language.

A kind of value is a module that finds candidates (``dates``, ``quantities``, ``actors``, ...), one that weighs them against
the question (``weigh_dates``, ...) and one that shows them (``show_dates``, ...). A value of another kind than is asked for
is never shown.
"""

from bot.answer.values.find import best_with_value, denies_value, find_value
from bot.answer.values.show_dates import show_date

__all__ = ["best_with_value", "denies_value", "find_value", "show_date"]
