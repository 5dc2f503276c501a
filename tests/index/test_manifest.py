"""A folder of readouts with a manifest."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from index.errors import DocumentError
from index.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from index.types import Document

TEXT = "01.07.2025 22:10\nقال نعم. قال نعم. ثم غادر."


def write(folder: Path, lines: str, **changes: str) -> Path:
    entry = {
        "id": "a",
        "file": "a.txt",
        "title": "عنوان",
        "issuer": "الكرملين",
        "side": "روسيا",
        "language": "ar",
        "published": "01.07.2025 22:10",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "translation": {"file": "a.jsonl", "language": "en", "by": "us"},
        **changes,
    }
    (folder / "a.txt").write_bytes(TEXT.encode())
    (folder / "a.jsonl").write_bytes(lines.encode())
    (folder / "manifest.json").write_text(json.dumps({"documents": [entry]}), encoding="utf-8")
    return folder


def line(source: str, text: str) -> str:
    return json.dumps({"source": source, "text": text}, ensure_ascii=False) + "\n"


def test_the_seed_article(seed: Document) -> None:
    assert seed.text == (files("seeds") / "readout-2025-07-01.ar.txt").read_bytes().decode()
    assert len(seed.text) == 2478
    assert (seed.id, seed.title) == ("readout-2025-07-01.ar", "أول مكالمة هاتفية بين بوتين وماكرون بعد حوالي 3 سنوات")
    assert (seed.issuer, seed.side, seed.language) == ("الكرملين", "روسيا", "ar")
    assert seed.published == datetime(2025, 7, 1, 22, 10)  # noqa: DTZ001 - printed without a time zone
    assert (seed.parties, seed.event) == (("فلاديمير بوتين", "إيمانويل ماكرون"), date(2025, 7, 1))
    assert seed.translation is not None
    assert (seed.translation.language, seed.translation.by) == ("en", "the Readout project")
    assert len(seed.translation.sentences) == 18


def test_the_seed_is_the_article_that_its_manifest_names() -> None:
    entry = json.loads((files("seeds") / "manifest.json").read_text(encoding="utf-8"))["documents"][0]
    assert hashlib.sha256((files("seeds") / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


def test_parties_and_the_day_of_the_event_may_be_left_out(tmp_path: Path) -> None:
    (document,) = read_manifest(write(tmp_path, line("قال نعم.", "He said yes.")))
    assert (document.parties, document.event) == ((), None)


def test_a_translation_is_aligned_in_order_so_that_a_repeated_sentence_has_its_own(tmp_path: Path) -> None:
    lines = line("قال نعم.", "He said\u2028yes.") + line("قال نعم.", "Again.") + line("ثم غادر.", "Then he left.")
    (document,) = read_manifest(write(tmp_path, lines))
    assert document.translation is not None
    assert [(one.start, one.end, one.text) for one in document.translation.sentences] == [
        (17, 25, "He said\u2028yes."), (26, 34, "Again."), (35, 43, "Then he left."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "changes", "told"),
    [
        (line("ليس هنا", "no"), {}, "a.jsonl, line 1: its source does not stand in the text there"),
        (
            line("ثم غادر.", "b") + line("قال نعم.", "a"),
            {},
            "a.jsonl, line 2: its source does not stand in the text there",
        ),
        (line("", "a"), {}, "a.jsonl, line 1 is not a source with its translation"),
        ('{"source": "قال نعم."}\n', {}, "a.jsonl, line 1 is not a source with its translation"),
        ("[]\n", {}, "a.jsonl, line 1 is not a source with its translation"),
        ("not json\n", {}, "a.jsonl, line 1 is not a source with its translation"),
        (
            line("قال نعم.", "a"),
            {"sha256": "0"},
            "a.txt is not the text that its manifest names: restore it or correct",
        ),
        (line("قال نعم.", "a"), {"published": "yesterday"}, "cannot be used"),
        (line("قال نعم.", "a"), {"event": "yesterday"}, "cannot be used"),
        (line("قال نعم.", "a"), {"file": "b.txt"}, "cannot be used"),
        (line("قال نعم.", "a"), {"language": "fr"}, "cannot be used"),
        (line("قال نعم.", "a"), {"colour": "red"}, "cannot be used"),
    ],
)
def test_a_folder_that_differs_from_its_manifest_is_refused(
    tmp_path: Path, lines: str, changes: dict[str, str], told: str
) -> None:
    with pytest.raises(DocumentError) as refused:
        read_manifest(write(tmp_path, lines, **changes))
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be used"):
        read_manifest(tmp_path)
