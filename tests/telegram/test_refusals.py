"""Each reason for which something is not taken in has a phrase of its own, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

from bot.telegram.refusals import tell_refusal
from bot.telegram.verbatim import read_back
from index.errors import Why

ROOT = Path(__file__).parents[2]
TOLD: dict[Why, str] = {
    "address": "This is no address of the web that can be fetched.",
    "damaged": "It is damaged: I cannot read it.",
    "empty": "There is no text in it.",
    "encoding": "It is not written in UTF-8. Save it as UTF-8 and send it again.",
    "extra": "The reader of this format is not installed here. Tell whoever runs the bot.",
    "failed": "Something failed on my side. Please try again later.",
    "format": "I do not read this format. Send .txt, .md, .html, .docx or .pdf.",
    "full": "This chat holds 500 documents already, and no more fit. Remove one first: /remove",
    "large": "It is too large or too long. Split it, or take a part of it.",
    "letters": "Its letters cannot be read as they are shown. Send its text as .txt or .docx.",
    "name": "It is not what its name says.",
    "password": "It has a password. Save it without one and send it again.",
    "private": "This address is not of the public internet.",
    "scan": "It holds no text, as a scan does. Make its text readable (OCR) and send it again.",
    "scripted": "The page holds no text as it is sent. Open it in a browser, and send what it shows as .txt.",
    "slow": "It takes too long to read. Send its text as .txt.",
    "unreached": "The address did not answer as it should. Try again, or send the page as a file.",
}


@pytest.mark.parametrize("why", get_args(Why))
def test_a_reason_has_its_phrase(why: Why) -> None:
    assert read_back(tell_refusal("a.pdf", why, "en")).text == f"Not added: a.pdf\n{TOLD[why]}"
    arabic = [read_back(tell_refusal("a.pdf", one, "ar")).text.split("\n") for one in (why, *(set(TOLD) - {why}))]
    assert arabic[0][0] == "لم تُضف: \u2068a.pdf\u2069"
    assert arabic[0][1] not in {told for _, told in arabic[1:]}


def test_what_has_no_reason_is_told_as_a_failure() -> None:
    assert read_back(tell_refusal("a.pdf", None, "en")).text.endswith(f"\n{TOLD['failed']}")


def test_only_what_is_damaged_is_refused_without_a_reason() -> None:
    """What reads files gives a reason wherever its words do not say that a file is damaged."""
    bare: list[str] = []
    for file in (*(ROOT / "index" / "reading").glob("*.py"), ROOT / "index" / "documents.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name == "UnreadableError" and isinstance(node, ast.Call) and len(node.args) == 1:
                bare.append(ast.unparse(node.args[0]))
    assert bare
    assert all(any(one in told for one in ("amaged", "_DAMAGED", "breaks off", "declares entities")) for told in bare)
