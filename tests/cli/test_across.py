"""`readout timeline`, `compare` and `changed`: the contract that scripts rely on, and what a person sees."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Readout

GOLD = Path(__file__).parents[1] / "gold" / "readouts"


@pytest.fixture
def gold(readout: Readout) -> Readout:
    assert readout("add", GOLD / "manifest.json").code == 0
    return readout


def test_a_timeline_as_json_csv_and_picture(gold: Readout) -> None:
    record = json.loads(gold("timeline", "wheat", "--oldest-first", "--json").out)
    days = [line["day"] for line in record["lines"]]
    assert len(days) == 7
    assert days == sorted(days)
    assert record["lines"][0]["document"] == "velmar-marwan-2023-03-14.en"
    for line in record["lines"]:
        text = (GOLD / f"{line['document']}.txt").read_bytes().decode()
        assert text[line["start"] : line["end"]] == line["quote"]
    rows = list(csv.DictReader(StringIO(gold("timeline", "wheat", "--oldest-first", "--csv").out, newline="")))
    assert [row["quote"] for row in rows] == [line["quote"] for line in record["lines"]]
    refused = gold("timeline", "wheat", "--for-spreadsheet")
    assert (refused.code, refused.err) == (1, "readout: --for-spreadsheet goes with --csv\n")
    picture = gold.folder / "wheat.png"
    assert gold("timeline", "القمح", "--plot", picture).code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    refused = gold("timeline", "wheat", "--plot", "wheat.txt")
    assert (refused.code, "no name of a picture" in refused.err) == (1, True)


def test_cells_that_a_spreadsheet_would_run_are_guarded_only_where_that_is_asked_for(readout: Readout) -> None:
    text = '+The wheat call\n\n=SUM(1;2) is what the wheat cost on 3 May 2024. Then "wheat" was sold.\n'
    (readout.folder / "@call.txt").write_text(text, encoding="utf-8")
    assert readout("add", "@call.txt").code == 0
    asked = ("timeline", "wheat", "--csv")
    plain = list(csv.DictReader(StringIO(readout(*asked).out, newline="")))
    guarded = list(csv.DictReader(StringIO(readout(*asked, "--for-spreadsheet").out, newline="")))
    assert [(row["document"], row["title"]) for row in plain[:1]] == [("@call", "+The wheat call")]
    assert [row["quote"][:8] for row in plain if row["quote"].startswith("=")] == ["=SUM(1;2"]
    assert all(row["quote"] == text[int(row["start"]) : int(row["end"])] for row in plain)
    assert len(guarded) == len(plain)
    for row, before in zip(guarded, plain, strict=True):
        assert row == {name: f"'{cell}" if cell[:1] in "=+-@" and cell else cell for name, cell in before.items()}
        assert row["document"] == "'@call"


def test_a_comparison(gold: Readout) -> None:
    offered = gold("compare").out
    assert "readout compare ardenia-2024-11-30.en wadhan-2024-11-30.ar" in offered
    pair = ("wadhan-2024-11-30.ar", "ardenia-2024-11-30.en")
    record = json.loads(gold("compare", *pair, "--json").out)
    assert record["same_event"]
    assert sorted(one["kind"] for one in record["contradictions"]) == ["discussed", "number"]
    assert "They contradict each other in 2 places:" in gold("compare", *pair).out
    assert "تتناقضان في موضعين:" in gold("compare", *pair, "--language", "ar").out
    assert gold("compare", pair[0]).code == 1
    assert gold("compare", pair[0], pair[0]).code == 1
    assert gold("compare", pair[0], "nowhere").code == 1


def test_changes(gold: Readout) -> None:
    record = json.loads(gold("changed", "velmar-2024-09-21.en", "--json").out)
    assert record["previous"] == "velmar-2024-01-09.en"
    assert any("Bardin Archive" in one["quote"] for one in record["new"])
    first = gold("changed", "velmar-marwan-2023-03-14.en").out
    assert first == "The library has no earlier readout of an event between the same parties.\n"
