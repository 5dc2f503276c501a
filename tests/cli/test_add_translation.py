"""`readout add --translation`: aligned, told with its score, shown beside quotes; or refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_asking import tables

if TYPE_CHECKING:
    from tests.cli.conftest import Readout

GOLD = Path(__file__).parents[1] / "gold" / "readouts"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a readout, its translation as a text, and the other side's account of another call."""
    shutil.copy(GOLD / "ostria-2024-05-02.en.txt", tmp_path / "call.txt")
    lines = (GOLD / "ostria-2024-05-02.en.ar.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "call.ar.md").write_text(" ".join(json.loads(line)["text"] for line in lines), encoding="utf-8")
    shutil.copy(GOLD / "tehral-2025-01-08.ar.txt", tmp_path / "other.txt")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_translation_is_aligned_told_with_its_score_and_shown_beside_a_quote(readout: Readout) -> None:
    ran = readout("add", "call.txt", "--translation", "call.ar.md", "--translated-by", "مكتب الترجمة", "--json")
    assert (ran.code, ran.err) == (0, "")
    told = json.loads(ran.out)["translation"]
    assert {**told, "score": None} == {
        "language": "ar", "by": "مكتب الترجمة", "stretches": 9, "score": None, "covered": 1.0,
    }  # fmt: skip
    assert 0.7 < told["score"] < 0.85
    asked = json.loads(readout("ask", "--json", "كم استمرت المكالمة بين أوستريا وقرناية؟").out)
    shown = {one["quote"]: one["translation"] for one in asked["citations"]}
    assert shown["The call lasted 20 minutes."] == {"text": "واستغرق الاتصال 20 دقيقة.", "by": "مكتب الترجمة"}


@pytest.mark.usefixtures("folder")
def test_what_is_no_translation_is_refused_and_nothing_is_added(readout: Readout) -> None:
    ran = readout("add", "call.txt", "--translation", "other.txt", "--translated-by", "Nobody")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("readout: what was given is no translation of call: they agree by 2")
    assert ran.err.count("\n") == 1
    assert not readout.home.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["call.txt", "--translation", "call.ar.md"],
        ["call.txt", "--translated-by", "Nobody"],
        ["call.txt", "other.txt", "--translation", "call.ar.md", "--translated-by", "Nobody"],
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_translation_is_for_one_document_and_says_by_whom(readout: Readout, arguments: list[str]) -> None:
    ran = readout("add", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert not readout.home.exists()


@pytest.mark.usefixtures("folder")
def test_a_terminal_shows_the_alignment_before_anything_is_saved(readout: Readout) -> None:
    ran = readout.on_a_terminal(
        "add", "call.txt", "--translation", "call.ar.md", "--translated-by", "Nobody", typed="n\n"
    )
    number, name, told, where = tables(ran)[0][-1]
    assert (number, name, where) == ("", "translation", "given")
    assert told.startswith("into ar, by Nobody: 9 stretches aligned, alignment score 0.7")
    assert told.endswith(", 100% of both texts")
    assert not readout.home.exists()
