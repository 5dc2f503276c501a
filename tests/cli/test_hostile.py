"""Three hundred hostile things given to `readout add`, in one process as a person runs it: none crashes it or holds it up."""

from __future__ import annotations

import json
import subprocess
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from index.encoder import load_encoder
from index.library import Library
from index.passages import split_passages
from tests.cli.hostile import ADDRESSES, bombs, broken, titled

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Readout

SECONDS = 5.0
# Beside these, for what is added: the encoder takes its time for each character, most where each is a word to it.
ENCODING = 1e-4
BROKEN = 38
TURNS = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def add(readout: Readout, folder: Path) -> tuple[list[dict[str, Any]], list[float], str, int]:
    """The records, the seconds before each but the first, what was told beside them, and the exit code."""
    with (
        (folder.parent / "told").open("w+", encoding="utf-8") as told,
        subprocess.Popen(  # noqa: S603 - this project's own code
            readout.command(["add", "--json", str(folder), *ADDRESSES]), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=told, cwd=readout.folder, env=readout.environment({}),
        ) as process,
    ):  # fmt: skip
        assert process.stdout is not None
        records: list[dict[str, Any]] = []
        waited: list[float] = []
        last = time.monotonic()
        for line in process.stdout:
            now = time.monotonic()
            records.append(json.loads(line))
            waited.append(now - last)
            last = now
        code = process.wait()
        told.seek(0)
        return records, waited, told.read(), code


def _is_seen(shown: str) -> bool:
    """Whether a line can be seen, but for what joins the signs of an emoji."""
    return shown.replace("\u200d", "").replace("\u200c", "").isprintable()


@pytest.mark.slow
def test_three_hundred_hostile_things_leave_whole_documents_and_a_working_library(readout: Readout) -> None:
    folder = readout.folder / "hostile"
    folder.mkdir()
    files = {**broken(BROKEN), **titled(), **bombs()}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    before = {path.name for path in readout.folder.iterdir()}
    records, waited, told, code = add(readout, folder)

    assert len(records) == len(files) + len(ADDRESSES) >= 300
    assert (code, told) == (1, "")
    slow = [
        (record["given"], seconds)
        for record, seconds in zip(records[1:], waited[1:], strict=True)
        if seconds > SECONDS + ENCODING * (record["characters"] or 0)
    ]
    assert slow == []
    assert {path.name for path in readout.folder.iterdir()} - before <= {"home", "told"}

    by = {record["given"].rpartition("/")[2]: record for record in records[: len(files)]}
    outcomes = Counter(record["outcome"] for record in records)
    assert outcomes["added"] > 60
    assert outcomes["refused"] > 60
    for record in records:
        if record["outcome"] == "refused":
            assert len(record["why"].splitlines()) == 1
            assert "Traceback" not in record["why"]
        for field in ("title", "issuer", "side"):
            shown = record[field]
            assert shown is None or (0 < len(shown) <= 300 and not TURNS & set(shown) and _is_seen(shown)), (
                field,
                record,
            )
    assert [record["outcome"] for record in records[len(files) :]] == ["refused"] * len(ADDRESSES)
    limits = {
        "passages.txt": "holds more than 20,000 passages: split it",
        "large.txt": "is larger than 5 MB: split it or take a part of it",
        "characters.docx": "holds more than 5 million characters: split it",
        "pages.pdf": "has more than 300 pages",
    }
    assert [name for name, why in limits.items() if why not in (by[name]["why"] or "")] == []

    with_encoder = Library(readout.home, lambda: load_encoder("embedded", readout.cache))
    documents = {one.id: one for one in with_encoder.documents()}
    assert sorted(documents) == sorted(record["document"] for record in records if record["outcome"] == "added")
    for record in records:
        if record["outcome"] == "added":
            document = documents[record["document"]]
            assert len(document.text) == record["characters"]
            assert with_encoder.passages(document) == split_passages(document)
    whole = [one for one in documents.values() if "/etc" not in one.id]
    assert not any("root:x:" in one.text for one in whole)
