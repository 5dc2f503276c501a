"""`readout evaluate`: the figures, as they are printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Readout

GOLD = [
    {
        "question": "when was the last call?", "language": "en", "answerable": True, "passages": ["قد جرت في 11 سبتمبر 2022"],
        "value": {"ar": "11 سبتمبر 2022", "en": "11 September 2022"},
    },
    {"question": "متى كانت آخر مكالمة؟", "language": "ar", "answerable": True, "passages": ["لا شيء"]},
]  # fmt: skip


def test_the_figures_are_printed_one_a_line(seeded: Readout, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("\n".join(json.dumps(line) for line in GOLD), encoding="utf-8")
    ran = seeded("evaluate", "gold.jsonl")
    assert (ran.code, ran.err) == (0, "")
    figures = [line.rsplit("  ", 1) for line in ran.out.splitlines()]
    assert [(name.strip(), figure.strip()) for name, figure in figures] == [
        ("questions", "2"),
        ("right passage first", "50.0 %"),
        ("value right", "100.0 %"),
        ("answered, of the answerable", "100.0 %"),
        ("right, of all answered", "50.0 %"),
        ("wrong answers on the unanswerable", "-"),
        ("silent on near misses", "-"),
        ("AUROC of the confidence, far", "-"),
        ("AUROC of the confidence, near", "-"),
        ("quotes verbatim", "100.0 %"),
        ("language right", "100.0 %"),
    ]


def test_wrong_ones_are_listed_where_that_is_asked(seeded: Readout, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("\n".join(json.dumps(line) for line in GOLD), encoding="utf-8")
    ran = seeded("evaluate", "--wrong", "gold.jsonl")
    assert ran.out.splitlines()[0].startswith("متى كانت آخر مكالمة؟\tوفقًا للمعلومات")
    assert ran.out.splitlines()[1] == ""


def test_a_file_that_is_no_gold_is_one_clear_line(seeded: Readout, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"question": "x"}\n', encoding="utf-8")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff")
    (tmp_path / "empty.jsonl").write_bytes(b"\n \n")
    for name, told in [
        ("empty.jsonl", "empty.jsonl holds no question: write one JSON object a line"),
        ("bad.jsonl", "bad.jsonl, line 1 is not a gold question: "),
        ("latin.jsonl", "latin.jsonl is not UTF-8 (byte 0): save it as UTF-8"),
        ("none.jsonl", "none.jsonl cannot be read: No such file or directory"),
        (".", ". cannot be read: Is a directory"),
    ]:
        ran = seeded("evaluate", name)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"readout: {told}")
        assert ran.err.count("\n") == 1
