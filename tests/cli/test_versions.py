"""`readout correct` and `versions`."""

from __future__ import annotations

import json
import re
import shutil
import threading
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.corrections import Corrections
from bot.cli.intake import Intake
from bot.cli.renewal import renewed
from bot.settings import Settings
from index.library import Library
from index.reading.address import Network
from index.reading.isolated import Reader
from index.types import AlignedSentence, Document, Translation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import LoadedEncoder
    from index.reading.network import Address
    from tests.cli.conftest import Readout

GOLD = Path(__file__).parents[1] / "gold" / "readouts"
OLD = "01.07.2025 22:10\nCall about ships\nShips left Odesa on Monday. The call was friendly. It rained.\n"
NEW = (
    "01.07.2025 22:10\nCall about ships\nShips left Odesa on Tuesday. The call was friendly. A delegation was there.\n"
)
CHANGED = (
    "  - Ships left Odesa on Monday.\n  + Ships left Odesa on Tuesday.\n  - It rained.\n  + A delegation was there.\n"
    "  3 unchanged, 1 reworded, 1 gone, 1 new\n"
)


def held(readout: Readout) -> list[Document]:
    """What the library holds; to list it no encoder is loaded."""

    def no_encoder() -> LoadedEncoder:
        raise AssertionError

    library = Library(readout.home, no_encoder)
    documents = library.documents()
    library.close()
    return documents


def test_a_document_is_corrected_and_its_versions_are_shown(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "newer.txt").write_text(NEW, encoding="utf-8")
    assert readout("add", "call.txt", "--issuer", "The Office").code == 0
    corrected = readout("correct", "call", "newer.txt")
    assert (corrected.code, corrected.out, corrected.err) == (0, f"corrected call: it is now call-2\n{CHANGED}", "")
    # What the new file does not tell stays as it was.
    assert readout("list").out == "call-2\ten\t2025-07-01 22:10\tThe Office\tCall about ships\n"
    for named in ("call", "call-2"):
        shown = readout("versions", named)
        told = re.sub(r"(?<=call-2\t)\d{4}-\d\d-\d\d \d\d:\d\d", "NOW", shown.out)
        assert told == (
            f"call\t\t2025-07-01 22:10\tCall about ships\ncall-2\tNOW\t2025-07-01 22:10\tCall about ships\n{CHANGED}"
        )
    refused = readout("correct", "call", "newer.txt")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "readout: call was corrected: name its last version, `readout correct call-2`\n"
    removed = readout("remove", "call-2")
    assert (removed.code, removed.out) == (0, "removed call-2, and what it corrected: call\n")
    assert readout("versions", "call").err == "readout: no document call in the library: see `readout list`\n"


def test_what_is_told_with_a_correction_is_taken(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(OLD, encoding="utf-8")
    assert readout("add", "call.txt").code == 0
    corrected = readout("correct", "call", "call.txt", "--side", "Ukraine", "--id", "mended", "--title", "Ships")
    assert (corrected.code, corrected.out) == (0, "corrected call: it is now mended\n  5 unchanged\n")
    assert readout("list").out == "mended\ten\t2025-07-01 22:10\t\tShips\n"
    taken = readout("correct", "mended", "call.txt", "--title", "Boats", "--id", "call")
    assert (taken.code, taken.err) == (1, "readout: there is a document call already: give another --id\n")
    same = readout("correct", "mended", "call.txt", "--title", "Ships")
    assert (same.code, same.err) == (1, "readout: nothing in it differs from mended: nothing was changed\n")
    assert readout("correct", "mended").code == 2
    private = readout("correct", "mended", "https://localhost/1")
    assert (private.code, private.out) == (1, "")
    assert private.err.startswith("readout: https://localhost/1 is not of the public internet (localhost): ")
    assert (
        readout("correct", "none", "call.txt").err == "readout: no document none in the library: see `readout list`\n"
    )


def test_what_is_told_of_a_document_is_corrected_without_a_file(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(OLD, encoding="utf-8")
    assert readout("add", "call.txt").code == 0
    corrected = readout(
        "correct", "call", "--title", "Ships", "--issuer", "The Office", "--side", "Velmar", "--parties", "Anna Alder, باسم",
        "--event", "2025-06-30", "--published", "2025-07-02 09:00", "--source", "https://office.example/1",
    )  # fmt: skip
    assert (corrected.code, corrected.out) == (0, "corrected call: it is now call-2\n  5 unchanged\n")
    [told] = held(readout)
    assert (told.text, told.title, told.issuer, told.side) == (OLD, "Ships", "The Office", "Velmar")
    assert (told.parties, told.event) == (("Anna Alder", "باسم"), date(2025, 6, 30))
    assert (told.published, told.address) == (datetime(2025, 7, 2, 9), "https://office.example/1")  # noqa: DTZ001


def test_a_translation_is_put_beside_what_is_there_already(readout: Readout, tmp_path: Path) -> None:
    shutil.copy(GOLD / "ostria-2024-05-02.en.txt", tmp_path / "call.txt")
    lines = (GOLD / "ostria-2024-05-02.en.ar.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "call.ar.md").write_text(" ".join(json.loads(line)["text"] for line in lines), encoding="utf-8")
    shutil.copy(GOLD / "tehral-2025-01-08.ar.txt", tmp_path / "other.txt")
    assert readout("add", "call.txt").code == 0
    refused = readout("correct", "call", "--translation", "other.txt", "--translated-by", "Nobody")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("readout: what was given is no translation of call: they agree by 2")
    assert readout("correct", "call", "--translation", "call.ar.md").code == 2
    done = readout("correct", "call", "--translation", "call.ar.md", "--translated-by", "مكتب الترجمة")
    first, second, third = done.out.splitlines()
    assert (done.code, first) == (0, "corrected call: it is now call-2")
    assert second.startswith("  translation into ar, by مكتب الترجمة: 9 stretches aligned, alignment score 0.7")
    assert re.fullmatch(r"  \d+ unchanged", third)
    asked = json.loads(readout("ask", "--json", "كم استمرت المكالمة بين أوستريا وقرناية؟").out)
    shown = {one["quote"]: one["translation"] for one in asked["citations"]}
    assert shown["The call lasted 20 minutes."] == {"text": "واستغرق الاتصال 20 دقيقة.", "by": "مكتب الترجمة"}
    # It stays beside a text that stays, and not beside another.
    assert readout("correct", "call-2", "--side", "Ostria").code == 0
    [kept] = held(readout)
    assert kept.translation is not None
    assert (kept.translation.by, len(kept.translation.sentences)) == ("مكتب الترجمة", 9)
    (tmp_path / "newer.txt").write_text(f"{kept.text}\nIt rained.\n", encoding="utf-8")
    newer = readout("correct", kept.id, "newer.txt")
    assert newer.out.splitlines()[1] == (
        "  without the translation of the version before: give one of this text with --translation FILE"
    )
    assert [one.translation for one in held(readout)] == [None]


def test_a_manifest_is_no_version_of_one_document(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(OLD, encoding="utf-8")
    assert readout("add", "call.txt").code == 0
    refused = readout("correct", "call", str(GOLD / "manifest.json"))
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.endswith("manifest.json tells of several documents: name the file of one\n")


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(NEW.encode())

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@pytest.mark.parametrize("is_same", [True, False])
def test_the_new_version_is_fetched_from_an_address(tmp_path: Path, *, is_same: bool) -> None:
    async def here(_host: str, _port: int) -> Sequence[Address]:
        return [ip_address("127.0.0.1")]

    network = Network(resolve=here, may_ask=lambda address: address.is_loopback)
    translation = Translation("ar", "Nobody", (AlignedSentence(0, 5, "نص"),))
    text = NEW if is_same else OLD
    before = Document(
        "call", text, "Old title", "en", "The Office", translation=translation, address="https://old.example/"
    )
    with HTTPServer(("127.0.0.1", 0), _Page) as server, Reader() as reader:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        corrections = Corrections(side="Velmar")
        intake = Intake(Settings.model_construct(home=tmp_path), reader, corrections, network=network)
        address = f"http://office.example:{server.server_port}/new.txt"
        document, aligned = renewed(before, address, corrections, intake, lambda _done, _of: None)
        thread.join()

    assert aligned is None
    assert (document.id, document.text, document.address) == ("call", NEW, address)
    assert (document.title, document.issuer, document.side) == ("Call about ships", "The Office", "Velmar")
    assert document.translation == (translation if is_same else None)
