"""Files are read in a process apart: whatever happens there ends there, and soon."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from index.reading.extract import Extract, UnreadableError
from index.reading.isolated import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ODD = "tests.index.reading.odd_reader"
DAMAGED = "is damaged or not what its name says: it cannot be read"
TOO_LONG = "takes too long to read: split it, or save its text as .txt and add that"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(step=0.5) as one:
        yield one


def read(reader: Reader, what: str) -> Extract:
    return reader.read(ODD, what.encode())


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("hang", TOO_LONG),
        ("hang after a step", TOO_LONG),
        ("crash", f"{DAMAGED} (it ended early)"),
        ("leave", TOO_LONG),
        ("fill the memory", f"{DAMAGED} (it takes too much memory)"),
        ("recurse", f"{DAMAGED} (it is nested too deep)"),
        ("fail", DAMAGED),
        ("refuse", "is refused"),
    ],
)
def test_a_file_that_breaks_its_reader_is_refused_and_the_next_one_is_read(
    reader: Reader, what: str, told: str
) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableError) as refused:
        read(reader, what)
    assert str(refused.value) == told
    assert time.monotonic() - began < 5
    assert read(reader, "this").text == "read: this"


def test_what_is_no_message_is_passed_over(reader: Reader) -> None:
    assert read(reader, "talk").text == "read: talk"


def test_a_reader_cannot_write_files_and_knows_no_secrets(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableError, match=DAMAGED):
        read(reader, f"write {tmp_path / 'file'}")
    assert not (tmp_path / "file").exists() or (tmp_path / "file").read_bytes() == b""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "secret")
    with Reader() as another:
        assert "TELEGRAM_BOT_TOKEN" not in read(another, "environment").text


def test_what_is_no_character_does_not_get_through(reader: Reader) -> None:
    extract = read(reader, "odd letters")
    assert (extract.text, extract.title) == ("ab[31m\U0001f600 \ufffdc\td\r\ne", "\ufffd")


def test_each_step_is_told(reader: Reader) -> None:
    steps: list[tuple[int, int]] = []
    with pytest.raises(UnreadableError):
        reader.read(ODD, b"hang after a step", lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2)]


def test_the_process_ends_with_the_reader() -> None:
    with Reader() as one:
        read(one, "this")
        assert one._process is not None
        process = one._process.pid
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_one_process_reads_many_files_and_remembers_none() -> None:
    with Reader() as one:
        read(one, "this")
        assert one._process is not None
        process = one._process.pid
        for number in range(20):
            assert read(one, str(number)).text == f"read: {number}"
        with pytest.raises(UnreadableError):
            read(one, "refuse")
        assert one._process.pid == process
