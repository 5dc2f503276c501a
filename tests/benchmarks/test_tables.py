"""The report's tables, and how they come into a page."""

from __future__ import annotations

import pytest

from benchmarks.rows import Figures
from benchmarks.tables import fill, first_table, further_table, gain_table, reliability_table
from index.metrics import Bin

TABLE = {
    "raw cosine": {"XQ en>ar": Figures(48.6, 55.5, 61.4, 80.0, 61.5), "ML ar>ar": Figures(1, 2, 3, 4, 5)},
    "this project": {"XQ en>ar": Figures(72.7, 74.1, 81.7, 94.5, 81.6), "ML ar>ar": Figures(6, 7, 8, 9, 10)},
}


def test_first_table_cites_the_earlier_recipe_where_it_is_known() -> None:
    assert first_table(TABLE, {"XQ en>ar": 652, "ML ar>ar": 246}) == (
        "| task | questions | raw cosine | earlier recipe | this project |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| XQ en→ar | 652 | 48.6 / 55.5 | 66.7 / 71.4 | **72.7 / 74.1** |\n"
        "| ML ar→ar | 246 | 1.0 / 2.0 | – | **6.0 / 7.0** |"
    )


def test_further_table() -> None:
    assert further_table(TABLE).split("\n")[2:] == [
        "| XQ en→ar | 61.4 / 80.0 / 61.5 | – / – / 76.9 | **81.7 / 94.5 / 81.6** |",
        "| ML ar→ar | 3.0 / 4.0 / 5.0 | – | **8.0 / 9.0 / 10.0** |",
    ]


def test_gain_table_compares_each_with_its_own_raw_cosine() -> None:
    tasks = ("XQ en>ar", "ML en>ar", "XQ ar>ar", "AR ar>ar", "XQ ar>en", "XQ en>en")
    table = {method: dict.fromkeys(tasks, some["XQ en>ar"]) for method, some in TABLE.items()}
    lines = gain_table(table).split("\n")
    assert lines[2] == "| XQ en→ar | 43.5 → 66.7 (+23.2) | 48.6 → 72.7 (**+24.1**) |"
    assert lines[5] == "| ARCD ar→ar | 27.6 → 61.3 (+33.7) | 48.6 → 72.7 (**+24.1**) |"


def test_reliability_table_puts_the_bins_side_by_side() -> None:
    assert reliability_table([Bin(4, 0.124, 0.25), Bin(5, 0.9, 1.0)]) == (
        "| questions | 4 | 5 |\n| --- | --- | --- |\n| mean probability | 0.12 | 0.90 |\n| share right | 0.25 | 1.00 |"
    )


def test_a_block_is_written_anew_and_what_is_around_it_is_kept() -> None:
    page = (
        "# Title\n\n<!-- begin one -->\n<!-- end one -->\nbetween\n<!-- begin two -->\nold\n\nold\n<!-- end two -->\n"
    )
    filled = fill(page, {"two": "new", "one": "| a |\n| b |"})
    assert filled == (
        "# Title\n\n<!-- begin one -->\n| a |\n| b |\n<!-- end one -->\nbetween\n<!-- begin two -->\nnew\n<!-- end two -->\n"
    )
    assert fill(filled, {"one": "| a |\n| b |", "two": "new"}) == filled


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<!-- begin one -->\n",
        "<!-- end one -->\n<!-- begin one -->\n",
        "<!-- begin one -->\n<!-- end one -->\n<!-- begin one -->\n<!-- end one -->\n",
        "<!-- begin two -->\n<!-- end two -->\n",
    ],
)
def test_a_page_without_the_marks_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="no marks for one"):
        fill(page, {"one": "new"})
