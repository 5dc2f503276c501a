"""Each reason for which something cannot be read finds its phrase, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bot.telegram.refusals import tell_refusal
from bot.telegram.verbatim import read_back

ROOT = Path(__file__).parents[2]
DAMAGED = "It is damaged: I cannot read it."
# Those of which no more can be said.
ONLY_DAMAGED = ("damaged", "breaks off", "process that reads", "declares entities", "cannot be read")


def reasons() -> list[str]:
    """The texts of the errors that reading raises, with a figure in each of their fields."""
    found = set()
    for file in (*(ROOT / "index" / "reading").glob("*.py"), ROOT / "index" / "documents.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name in {"UnreadableError", "_RefusedError"} and isinstance(node, ast.Call) and node.args:
                told = node.args[0]
                parts = told.values if isinstance(told, ast.JoinedStr) else [told]
                found.add("".join(str(one.value) if isinstance(one, ast.Constant) else "7" for one in parts))
    return sorted(one for one in found if len(one) > 3)


@pytest.mark.parametrize("reason", reasons())
def test_a_reason_finds_its_phrase(reason: str) -> None:
    told = read_back(tell_refusal("a.pdf", f"a.pdf {reason}", "en")).text
    arabic = read_back(tell_refusal("a.pdf", f"a.pdf {reason}", "ar")).text

    assert told.startswith("Not added: a.pdf\n")
    if "as it arrives" not in reason and not reason.startswith("7"):
        assert (told.split("\n")[1] == DAMAGED) == any(one in reason for one in ONLY_DAMAGED)
    assert arabic.startswith("لم تُضف: \u2068a.pdf\u2069\n")


def test_reasons_are_found() -> None:
    assert len(reasons()) > 25


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("is a scan: it holds pictures and no text. Make its text readable (OCR)", "It holds no text, as a scan"),
        ("is a PDF, which takes an extra: pip install 'readout-bot[pdf]'", "The reader of this format is not installed"),
        ("has more than 300 pages: split it and add the parts", "It is too large or too long."),
        ("is not of the public internet (localhost): save the page and add the file", "This address is not of the public"),
        ("answered 404 Not Found: is it the right one?", "The address did not answer as it should."),
        ("did not answer within 20 s: try again, or save the page and add the file", "The address did not answer as it"),
        ("has a password: save it without one and add it again", "It has a password."),
        ("holds Arabic with its letters backwards: save its text as .txt or .docx and add that", "Its letters cannot be read"),
    ],
)  # fmt: skip
def test_what_is_told(reason: str, told: str) -> None:
    assert read_back(tell_refusal("x", f"x {reason}", "en")).text.split("\n")[1].startswith(told)
