"""`readout add` on a terminal: what was found is shown, and saved, corrected or left out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Ran, Readout

CALL = (
    "Dravik presses the king\n\n"
    "TORNHOLM, 9 January 2024 (Velmar Press Agency)\n\n"
    "President Milena Dravik and King Durgham bin Asim of Marwan spoke by telephone on Monday, her office said.\n"
)
FOUND = [
    ["1", "title", "Dravik presses the king", "headline"],
    ["2", "issuer", "Velmar Press Agency", "dateline"],
    ["3", "side", "", ""],
    ["4", "parties", "Milena Dravik, Durgham bin Asim", "text"],
    ["5", "event", "2024-01-08", "text (likely)"],
    ["6", "published", "2024-01-09", "dateline"],
    ["7", "language", "en", "text"],
    ["8", "address", "", ""],
]


def tables(ran: Ran) -> list[list[list[str]]]:
    """The tables that a terminal showed, each as its rows."""
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", ran.out).replace("\r", "\n")
    found: list[list[list[str]]] = []
    for line in plain.splitlines():
        if line.startswith("┃"):
            found.append([])
        elif line.startswith("│"):
            found[-1].append([cell.strip() for cell in line.split("│")[1:-1]])
    return found


def record(readout: Readout) -> list[str]:
    return readout("list").out.rstrip("\n").split("\t")


def test_what_was_found_is_shown_with_where_and_saved_on_enter(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    ran = readout.on_a_terminal("add", "call.txt", typed="\n")
    asked, done = tables(ran)
    assert ran.code == 0
    assert asked == FOUND
    assert done == [[
        "added", "call", "2024-01-08", "2024-01-09", "en", "", "Milena Dravik, Durgham bin Asim", "Dravik presses the king",
    ]]  # fmt: skip
    assert record(readout)[0] == "call"


def test_a_line_is_corrected_before_it_is_saved(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    typed = "3\nVelmar\n5\nsoon\n5\n-\n1\n-\n9\n4\nDravik; Durgham\n\n"
    ran = readout.on_a_terminal("add", "call.txt", typed=typed)
    *_, asked, done = tables(ran)
    assert ran.code == 0
    assert asked == [
        FOUND[0], FOUND[1], ["3", "side", "Velmar", "given"], ["4", "parties", "Dravik, Durgham", "given"],
        ["5", "event", "", ""], *FOUND[5:],
    ]  # fmt: skip
    assert done[0][:3] == ["added", "call", ""]
    assert "'soon' is no date: write 2025-07-01, or 2025-07-01 22:10" in ran.out
    assert "A document needs its title." in ran.out
    assert "Give a number from 1 to 8, y, n or a." in ran.out


def test_what_is_left_out_is_not_saved_and_all_that_follow_can_be_saved_at_once(
    readout: Readout, tmp_path: Path
) -> None:
    for name, leader in (("a", "Dravik"), ("b", "Hale"), ("c", "Tarn")):
        text = f"A call\n\nPresident {leader} spoke with the king about {name * 9}. They agreed on {leader * 3}."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    ran = readout.on_a_terminal("add", "a.txt", "b.txt", "c.txt", typed="n\na\n")
    *asked, done = tables(ran)
    assert (ran.code, len(asked)) == (0, 2)
    assert [row[:2] for row in done] == [["left out", ""], ["added", "b"], ["added", "c"]]


def test_where_nobody_can_be_asked_nothing_is(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    ran = readout("add", "call.txt", "--json")
    found = json.loads(ran.out)
    assert (found["outcome"], found["event"], found["parties"]) == (
        "added",
        "2024-01-08",
        ["Milena Dravik", "Durgham bin Asim"],
    )
    assert found["found"] == {
        "title": {"where": "headline", "sureness": "sure"}, "language": {"where": "text", "sureness": "sure"},
        "issuer": {"where": "dateline", "sureness": "sure"}, "parties": {"where": "text", "sureness": "sure"},
        "event": {"where": "text", "sureness": "likely"}, "published": {"where": "dateline", "sureness": "sure"},
    }  # fmt: skip


def test_a_title_that_could_command_a_terminal_is_shown_harmlessly(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Odd \x1b[31m \u202etitle [/b]\n\nSome text.", encoding="utf-8")
    ran = readout.on_a_terminal("add", "a.txt", typed="\n")
    assert tables(ran)[0][0][2] == "Odd [31m title [/b]"
    assert "\x1b[31m " not in ran.out


def test_an_end_of_input_saves_nothing(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(CALL, encoding="utf-8")
    ran = readout.on_a_terminal("add", "call.txt", typed="\x04")
    assert ran.code == 1
    assert not readout.home.exists() or readout("list").out.startswith("The library is empty")
