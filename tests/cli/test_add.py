"""`readout add`: files, folders and addresses; what became of each, in lines, in a table and as JSON."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.add_record import AddRecord
from bot.cli.corrections import Corrections
from bot.cli.intake import Intake
from bot.settings import Settings
from index.encoder import load_encoder
from index.library import Library
from index.passages import split_passages
from index.reading.address import Network
from index.reading.extract import quietly
from index.reading.isolated import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.reading.network import Address
    from tests.cli.conftest import Readout

MADE = Path(__file__).parents[1] / "data" / "reading"
CALL = (MADE / "call.txt").read_text(encoding="utf-8")
TITLE = CALL.splitlines()[1]
TEXT = (
    "The two presidents spoke by telephone on 3 May 2024. They agreed to open the port of Odesa by 1 June, to exchange"
    " one hundred prisoners, and to meet in Geneva before the end of the year. The call lasted two hours."
)
CHANGED = TEXT.replace("two hours", "three hours")


def lay(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)


def records(readout: Readout, *arguments: str) -> list[dict[str, object]]:
    ran = readout("add", "--json", *arguments)
    assert ran.err == ""
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == (1 if any(one["outcome"] == "refused" for one in found) else 0)
    return found


def test_each_format_is_added_and_quoted_from_what_was_read(readout: Readout, tmp_path: Path) -> None:
    lay(tmp_path, a__docx=(MADE / "python-docx.docx").read_bytes())
    assert readout("add", "a.docx").out == f"added a: {TITLE}\n"
    asked = json.loads(readout("ask", "--json", "كم استمرت المكالمة؟").out)
    text = CALL.strip().replace("\n", "\n\n")
    assert asked["citations"]
    for citation in asked["citations"]:
        assert citation["quote"] == text[citation["start"] : citation["end"]]


def test_the_same_text_in_another_format_is_there_already(readout: Readout, tmp_path: Path) -> None:
    lay(tmp_path, a__docx=(MADE / "python-docx.docx").read_bytes(), b__pdf=(MADE / "chromium.pdf").read_bytes())
    ran = readout("add", "a.docx", "b.pdf")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [f"added a: {TITLE}", "already there: b.pdf"]


def test_what_is_nearly_the_same_is_told_and_not_doubled_unless_it_is_forced(readout: Readout, tmp_path: Path) -> None:
    lay(tmp_path, a__txt=TEXT, b__txt=CHANGED)
    ran = readout("add", "a.txt", "b.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1] == "not added: b.txt is nearly the same as a (90%; --force adds it)"
    assert readout("add", "b.txt", "--force").out.startswith("added b: ")
    assert [line.split("\t")[0] for line in readout("list").out.splitlines()] == ["a", "b"]


def test_a_folder_is_searched_and_goes_on_past_what_cannot_be_read(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "calls" / "more").mkdir(parents=True)
    lay(tmp_path / "calls", a__txt=TEXT, b__pdf=(MADE / "scan.pdf").read_bytes(), c__png=b"\x89PNG")
    lay(tmp_path / "calls" / "more", d__md="# Outcome\n\nThe leaders **agreed** to meet.")
    ran = readout("add", "calls", "none")
    assert ran.code == 1
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["added a", "added d"]
    assert ran.err.splitlines() == [
        "readout: calls/b.pdf is a scan: it holds pictures and no text. Make its text readable (OCR) and add it again",
        "readout: none cannot be read: No such file or directory",
    ]


def test_a_page_that_is_only_a_picture_is_told_with_the_document(readout: Readout, tmp_path: Path) -> None:
    lay(tmp_path, a__pdf=(MADE / "partly-scan.pdf").read_bytes())
    assert readout("add", "a.pdf").out == (
        "added a: The leaders spoke on 3 May 2024. (no text on page 2, only a picture)\n"
    )


def test_what_was_found_can_be_corrected(readout: Readout, tmp_path: Path) -> None:
    lay(tmp_path, a__txt=TEXT)
    (record,) = records(
        readout, "a.txt", "--title", "A  call", "--issuer", "الكرملين", "--side", "Russia", "--date", "1 July 2025 22:10",
        "--language", "ar", "--id", "call.2025", "--parties", "Putin, Macron", "--event", "30 June 2025",
        "--source", "https://office.example/1",
    )  # fmt: skip
    assert record == {
        "given": "a.txt", "outcome": "added", "document": "call.2025", "title": "A call", "language": "ar",
        "issuer": "الكرملين", "side": "Russia", "parties": ["Putin", "Macron"], "event": "2025-06-30",
        "published": "2025-07-01T22:10:00", "address": "https://office.example/1", "source": "a.txt", "characters": len(TEXT),
        "found": {name: {"where": "given", "sureness": "sure"} for name in (
            "title", "language", "issuer", "side", "parties", "event", "published", "address"
        )},
        "translation": None, "like": None, "notes": [], "why": None,
    }  # fmt: skip
    assert readout("list").out == "call.2025\tar\t2025-07-01 22:10\tالكرملين\tA call\n"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2025-07-01", "2025-07-01T00:00:00"),
        ("01.07.2025 22:10", "2025-07-01T22:10:00"),
        ("1 يوليو 2025", "2025-07-01T00:00:00"),
    ],
)
def test_a_date_is_written_as_it_is_printed(readout: Readout, tmp_path: Path, given: str, shown: str) -> None:
    lay(tmp_path, a__txt=TEXT)
    assert records(readout, "a.txt", "--date", given)[0]["published"] == shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt", "--date", "yesterday"],
        ["a.txt", "--date", "2025-02-30"],
        ["a.txt", "--title", " "],
        ["a.txt", "--title", "\x1b[31m"],
        ["a.txt", "--id", "x" * 301],
        ["a.txt", "--language", "fr"],
        ["a.txt", "--parties", " , "],
        ["a.txt", "--parties", ",".join("abcdefghijk")],
        ["a.txt", "--event", "soon"],
        ["a.txt", "--source", "ftp://office.example/"],
        ["a.txt", "--source", "https://office.example/a b"],
        ["a.txt", "b.txt", "--title", "One"],
        [".", "--issuer", "One"],
        ["manifest.json", "--side", "One"],
    ],
)
def test_a_correction_that_cannot_be_one_is_wrong_use_and_adds_nothing(
    readout: Readout, tmp_path: Path, arguments: list[str]
) -> None:
    lay(tmp_path, a__txt=TEXT, b__txt=CHANGED)
    ran = readout("add", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert not readout.home.exists()


def test_an_id_that_is_taken_is_refused(readout: Readout, tmp_path: Path) -> None:
    lay(tmp_path, a__txt=TEXT, b__txt="Ships left Odesa.")
    readout("add", "a.txt")
    ran = readout("add", "b.txt", "--id", "a")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "readout: there is a document a already: give another --id, or remove that one first\n"


def test_json_tells_what_became_of_each(readout: Readout, tmp_path: Path) -> None:
    lay(tmp_path, a__txt=TEXT, b__txt=CHANGED, c__txt=TEXT, d__txt=b"caf\xe9")
    found = records(readout, "a.txt", "b.txt", "c.txt", "d.txt", "ftp://a/")
    assert [(one["given"], one["outcome"], one["document"]) for one in found] == [
        ("a.txt", "added", "a"), ("b.txt", "nearly_there", None), ("c.txt", "already_there", None), ("d.txt", "refused", None),
        ("ftp://a/", "refused", None),
    ]  # fmt: skip
    assert found[1]["like"] == {"document": "a", "share": 0.905}
    assert found[2]["like"] == {"document": "a", "share": 1.0}
    assert found[3]["why"] == "d.txt is not UTF-8 (byte 3): save it as UTF-8 and add it again"
    assert all(set(one) == set(AddRecord.model_fields) for one in found)


def test_a_terminal_shows_a_table_and_how_many_of_each(readout: Readout, tmp_path: Path) -> None:
    lay(
        tmp_path,
        a__txt=CALL,
        b__txt=TEXT,
        c__txt=CHANGED,
        d__txt=TEXT,
        e__txt=b"",
        f__txt="[/b] odd\x1b[31m title\n\nSome text.",
    )
    shown = readout.on_a_terminal("add", ".", "--yes", settings={"COLUMNS": "240"})
    assert shown.code == 1
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.out)
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in plain.splitlines() if line.startswith("│")]
    leaders = "فلاديمير بوتين, إيمانويل ماكرون"
    assert rows == [
        ["added", "a", "2025-07-01", "2025-07-01", "ar", "", leaders, TITLE],
        ["added", "b", "2024-05-03", "", "en", "", "", "b"],
        ["nearly there", "b", "2024-05-03", "", "en", "", "", "c.txt (90% the same; --force adds it)"],
        ["already there", "b", "2024-05-03", "", "en", "", "", "d.txt"],
        ["refused", "", "", "", "", "", "", "e.txt is empty: there is nothing to find in it"],
        ["added", "f", "", "", "en", "", "", "[/b] odd [31m title"],
    ]
    assert plain.endswith("3 added, 1 already there, 1 nearly there, 1 refused\n")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/x", "http://localhost/", "https://[::1]/", "http://2130706433/"]
)
def test_an_address_of_this_machine_is_refused(readout: Readout, address: str) -> None:
    ran = readout("add", address)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"readout: {address} is not of the public internet (")
    assert not readout.home.exists()


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<!doctype html><html><body><p>{TEXT}</p></body></html>".encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library has it
        """Say nothing."""


def test_an_address_is_fetched_read_and_added(tmp_path: Path, cache: Path) -> None:
    async def here(_host: str, _port: int) -> Sequence[Address]:
        return [ip_address("127.0.0.1")]

    network = Network(resolve=here, may_ask=lambda address: address.is_loopback)
    settings = Settings(_env_file=None, READOUT_HOME=tmp_path / "home", READOUT_CACHE=cache)
    with HTTPServer(("127.0.0.1", 0), _Page) as server, Reader() as reader:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        address = f"http://www.office.example:{server.server_address[1]}/calls/77265"
        intake = Intake(settings, reader, Corrections(issuer="The office"), network=network)
        (outcome,) = [*intake.take(address, quietly), *intake.finish()]
        server.shutdown()
    record = AddRecord.of(outcome)
    assert (record.outcome, record.document, record.source) == ("added", "office.example-77265", address)
    assert (record.issuer, record.characters) == ("The office", len(TEXT))


def test_each_is_told_at_its_turn_whatever_became_of_it(readout: Readout, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    long = "The leaders spoke of the harbour, the grain and the railway, and agreed to speak again within a week of May"
    texts = {
        "a": f"{long} 3.", "b": "The ministers met in Cairo.", "c": "", "d": f"{long} 4.", "e": "The ministers met in Cairo.",
        "f": "The envoys signed a paper.", "g": "\0", "h": "The two sides exchanged lists.",
    }  # fmt: skip
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    ran = readout("add", "--json", str(folder))
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [(Path(one["given"]).stem, one["outcome"]) for one in records] == [
        ("a", "added"), ("b", "added"), ("c", "refused"), ("d", "nearly_there"), ("e", "already_there"), ("f", "added"),
        ("g", "refused"), ("h", "added"),
    ]  # fmt: skip
    assert [one["like"] and one["like"]["document"] for one in records if one["like"]] == ["a", "b"]
    assert [line.split("\t")[0] for line in readout("list").out.splitlines()] == ["a", "b", "f", "h"]
    shown = readout.on_a_terminal("add", "--yes", str(folder), settings={"READOUT_HOME": str(tmp_path / "other")})
    bare = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.out)
    rows = [line.split("│")[1].strip() for line in bare.splitlines() if line.startswith("│")]
    assert rows == ["added", "added", "refused", "nearly there", "already there", "added", "refused", "added"]


def test_whoever_ends_it_finds_whole_documents(readout: Readout, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    sentences = "The leaders spoke for an hour. They agreed on nothing. "
    for number in range(60):
        words = " ".join(f"{word}{number}" for word in ("harbour", "grain", "railway", "border", "summer"))
        (folder / f"call{number:02}.txt").write_text(f"{sentences}{words}. " * 30, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 - this project's own code
        readout.command(["add", "--json", str(folder)]), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=readout.folder, env=readout.environment({}),
    ) as process:  # fmt: skip
        assert process.stdout is not None
        told = [json.loads(process.stdout.readline())["document"] for _ in range(2)]
        process.send_signal(signal.SIGINT)
        told += [json.loads(line)["document"] for line in process.stdout if line.endswith(b"\n")]
    listed = [line.split("\t")[0] for line in readout("list").out.splitlines()]
    assert told == listed[: len(told)]
    assert 2 <= len(listed) <= 60
    library = Library(readout.home, lambda: load_encoder("embedded", readout.cache))
    for document in library.documents():
        assert document.text == (folder / f"{document.id}.txt").read_text(encoding="utf-8")
        assert library.passages(document) == split_passages(document)
    library.close()
