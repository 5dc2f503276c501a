"""`readout add`, `list`, `remove` and `rebuild`."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Readout

SEED_LINE = (
    "readout-2025-07-01.ar\tar\t2025-07-01 22:10\tالكرملين\tأول مكالمة هاتفية بين بوتين وماكرون بعد حوالي 3 سنوات"
)


def listed(readout: Readout) -> list[str]:
    ran = readout("list")
    assert ran.code == 0
    return ran.out.splitlines()


def test_add_makes_an_empty_library_and_list_tells_what_is_in_it(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "مكالمة.txt").write_text("01.07.2025 22:10\nعنوان المكالمة\nجرت المكالمة أمس.\n", encoding="utf-8")
    added = readout("add", "مكالمة.txt")
    assert (added.code, added.out, added.err) == (0, "added مكالمة: عنوان المكالمة\n", "")
    assert listed(readout) == ["مكالمة\tar\t2025-07-01 22:10\t\tعنوان المكالمة"]


@pytest.mark.slow
def test_what_is_added_is_found_and_what_is_removed_is_not(seeded: Readout, tmp_path: Path) -> None:
    (tmp_path / "ships.txt").write_text("Ships left Odesa on 3 May 2024, the Kremlin said.", encoding="utf-8")
    assert seeded("add", "ships.txt").code == 0
    asked = json.loads(seeded("ask", "--json", "When did ships leave Odesa?").out)
    assert asked["citations"][0]["document"] == "ships"
    removed = seeded("remove", "ships")
    assert (removed.code, removed.out, removed.err) == (0, "removed ships\n", "")
    again = json.loads(seeded("ask", "--json", "When did ships leave Odesa?").out)
    assert "ships" not in [citation["document"] for citation in again["citations"]]
    assert listed(seeded) == [SEED_LINE]


def test_of_several_files_the_good_are_kept_and_the_bad_are_named(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A good text.", encoding="utf-8")
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbfA text with a mark.")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "utf16.txt").write_bytes("نص".encode("utf-16"))
    (tmp_path / "nul.txt").write_bytes(b"a\0b")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n")
    (tmp_path / "doc.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(100_000_000)
    names = [
        "latin.txt", "good.txt", "utf16.txt", "nul.txt", "empty.txt", "blank.txt", "doc.pdf", "folder.txt", "pipe.txt",
        "huge.txt", "none.txt", "bom.txt",
    ]  # fmt: skip
    ran = readout("add", *names)
    assert ran.code == 1
    assert ran.out.splitlines() == ["added good: A good text.", "added bom: A text with a mark."]
    assert ran.err.splitlines() == [
        "readout: latin.txt is not UTF-8 (byte 3): save it as UTF-8 and add it again",
        "readout: utf16.txt is not UTF-8 (byte 0): save it as UTF-8 and add it again",
        "readout: nul.txt is not a text file: it holds NUL characters",
        "readout: empty.txt is empty: there is nothing to find in it",
        "readout: blank.txt is empty: there is nothing to find in it",
        "readout: doc.pdf breaks off before its end: fetch it anew",
        "readout: folder.txt holds nothing to add: it is searched for .txt, .md, .html, .docx, .pdf, manifest.json",
        "readout: pipe.txt is no file: save what it gives as one",
        "readout: huge.txt is larger than 5 MB: split it or take a part of it",
        "readout: none.txt cannot be read: No such file or directory",
    ]
    assert [line.split("\t")[0] for line in listed(readout)] == ["good", "bom"]


def test_where_nothing_can_be_added_no_library_is_made(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    ran = readout("add", "latin.txt", "none.txt")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "readout: latin.txt is not UTF-8 (byte 3): save it as UTF-8 and add it again",
        "readout: none.txt cannot be read: No such file or directory",
    ]
    assert not readout.home.exists()
    assert json.loads(readout("ask", "--json", "when was the last call?").out)["status"] == "answered"
    assert listed(readout) == [SEED_LINE]


@pytest.mark.parametrize("columns", ["20", "60", "200"])
def test_a_terminal_shows_every_id_whole_on_one_line(readout: Readout, tmp_path: Path, columns: str) -> None:
    names = ["a-call-of-the-two-presidents-in-the-summer-of-2025", "مكالمة-هاتفية-بين-الرئيسين-في-صيف-العام"]
    for number, name in enumerate(names):
        (tmp_path / f"{name}.txt").write_text(f"The leaders spoke {number} times about much.", encoding="utf-8")
    readout("add", *(f"{name}.txt" for name in names))
    shown = readout.on_a_terminal("list", settings={"COLUMNS": columns})
    assert shown.code == 0
    for name in names:
        assert len([line for line in shown.out.splitlines() if line.startswith(f"│ {name} ")]) == 1


def test_a_terminal_sees_that_a_rebuild_is_under_way(seeded: Readout) -> None:
    shown = seeded.on_a_terminal("rebuild")
    assert shown.code == 0
    assert "rebuild ━" in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.out)
    assert shown.out.endswith("rebuilt 1 document(s)\n")


def test_the_mark_at_the_beginning_of_a_file_counts_as_a_character(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "bom.txt").write_bytes("\ufeffShips left Odesa on 3 May 2024.\r\nThen they sailed.\r\n".encode())
    assert readout("add", "bom.txt").code == 0
    text = (tmp_path / "bom.txt").read_bytes().decode()
    for citation in json.loads(readout("ask", "--json", "When did ships leave Odesa?").out)["citations"]:
        assert citation["quote"] == text[citation["start"] : citation["end"]]


def test_one_name_from_two_folders_and_one_text_under_two_names(readout: Readout, tmp_path: Path) -> None:
    for folder, text in (("one", "The first text."), ("two", "The second text."), ("three", "The first text.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "call.txt").write_text(text, encoding="utf-8")
    ran = readout("add", "one/call.txt", "two/call.txt", "three/call.txt", "one/call.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "added call: The first text.", "added call-2: The second text.", "already there: three/call.txt",
        "already there: one/call.txt",
    ]  # fmt: skip
    assert [line.split("\t")[0] for line in listed(readout)] == ["call", "call-2"]


@pytest.mark.slow
def test_names_and_titles_with_odd_characters_keep_one_line_each(readout: Readout, tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/a\xff\tb\nc.txt"
    with open(odd, "wb") as file:  # noqa: PTH123 - a name that is no text
        file.write(b"A title\twith a tab\nThe text. More of it.")
    ran = readout("add", odd)
    assert (ran.code, ran.err) == (0, "")
    assert listed(readout) == ["a\ufffd\ufffdb\ufffdc\ten\t\t\tA title with a tab"]
    assert readout("remove", "a\ufffd\ufffdb\ufffdc").code == 0


@pytest.mark.slow
def test_a_title_is_no_markup_and_cannot_command_a_terminal(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("Read [/b] it\x1b[31m now\n\nThe leaders spoke.\n", encoding="utf-8")
    terminal = {"FORCE_COLOR": "1", "COLUMNS": "120"}
    added = readout("add", tmp_path / "odd.txt", settings=terminal)
    assert (added.code, added.out) == (0, "added odd: Read [/b] it [31m now\n")
    shown = readout("list", settings=terminal)
    assert (shown.code, shown.err) == (0, "")
    assert "Read [/b] it [31m now" in shown.out


def test_listing_an_empty_library(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    readout("add", "a.txt")
    readout("remove", "a")
    assert listed(readout) == ["The library is empty: add a readout with `readout add FILE`."]
    asked = readout("ask", "when was it?")
    assert (asked.code, asked.out) == (0, "The library is empty.\n")
    assert json.loads(readout("ask", "--json", "when was it?").out)["status"] == "not_found"


@pytest.mark.slow
def test_a_document_that_is_not_there_cannot_be_removed(seeded: Readout) -> None:
    for name in ("none", "", "readout-2025-07-01.ar.txt", "'; DROP TABLE documents; --"):
        ran = seeded("remove", name)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == f"readout: no document {name} in the library: see `readout list`\n".replace("  ", " ")
    assert listed(seeded) == [SEED_LINE]


@pytest.mark.parametrize("command", [["list"], ["remove", "a"], ["rebuild"]])
def test_what_needs_a_library_does_not_make_one(readout: Readout, command: list[str]) -> None:
    ran = readout(*command)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"readout: there is no library in {readout.home} yet: `readout ask` makes one from the seeds\n"
    assert not readout.home.exists()


@pytest.mark.slow
def test_rebuilding_keeps_every_document(seeded: Readout) -> None:
    before = json.loads(seeded("ask", "--json", "when was the last call?").out)
    ran = seeded("rebuild")
    assert (ran.code, ran.out, ran.err) == (0, "rebuilt 1 document(s)\n", "")
    assert listed(seeded) == [SEED_LINE]
    after = json.loads(seeded("ask", "--json", "when was the last call?").out)
    assert {**after, "elapsed_ms": 0} == {**before, "elapsed_ms": 0}


@pytest.mark.slow
def test_a_library_that_cannot_be_one_is_told_so_and_left_as_it_is(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "library.sqlite").write_bytes(b"not a database " * 500)
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    commands = [["ask", "when?"], ["ask", "--json", "when?"], ["add", "a.txt"]]
    for command in commands:
        ran = readout(*command, "--library", "file")
        assert (ran.code, ran.out) == (1, "")
        assert (
            ran.err == "readout: cannot write the library file: choose another folder with --library or READOUT_HOME\n"
        )
    for command in [*commands, ["list"], ["remove", "a"], ["rebuild"]]:
        ran = readout(*command, "--library", "damaged")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == (
            "readout: damaged/library.sqlite is damaged: put back a copy of it, or move it away and a new library is made\n"
        )
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert (tmp_path / "damaged" / "library.sqlite").read_bytes() == b"not a database " * 500


@pytest.mark.slow
def test_a_library_of_another_encoder_is_refused_with_the_command_that_rebuilds(seeded: Readout) -> None:
    with closing(sqlite3.connect(seeded.home / "library.sqlite")) as database, database:
        database.execute("UPDATE meta SET value = '0' WHERE key = 'encoder_revision'")
    ran = seeded("ask", "when?")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "readout: the library was built with the encoder embedded (revision 0), not with embedded (revision 0.2.1):"
        " run `readout rebuild`, or set READOUT_ENCODER=embedded\n"
    )
    assert seeded("rebuild").code == 0
    assert seeded("ask", "when?").code == 0


def test_a_manifest_adds_all_that_it_tells_of(readout: Readout) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    title = json.loads((seeds / "manifest.json").read_text(encoding="utf-8"))["documents"][0]["title"]
    for line in (f"added readout-2025-07-01.ar: {title}", "already there: " + str(seeds / "manifest.json")):
        ran = readout("add", str(seeds / "manifest.json"))
        assert (ran.code, ran.out, ran.err) == (0, line + "\n", "")
    record = json.loads(readout("ask", "--json", "when was the last call?").out)
    assert record["citations"][0]["translation"]["by"] == "the Readout project"
