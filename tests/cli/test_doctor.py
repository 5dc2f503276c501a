"""`readout doctor`: what is configured, what is missing, how to mend it, and never the token."""

from __future__ import annotations

import platform
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cli import doctor
from index.reading import formats

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Readout

TOKEN = "7263548190:AAF-zT3qLw9vXoR2mKc8YbN5dGhJ1sPeUiQ"


def test_all_is_well(seeded: Readout) -> None:
    ran = seeded("doctor", settings={"TELEGRAM_BOT_TOKEN": TOKEN})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"ok    python   {platform.python_version()}",
        "ok    token    set",
        "ok    server   https://api.telegram.org",
        "ok    encoder  embedded",
        "ok    reranker none",
        f"ok    library  {seeded.home}: 1 document(s)",
        "ok    access   open: everybody may ask",
        "ok    reading  .txt, .md, .html, .docx, .pdf",
    ]


def test_what_is_missing_is_told_with_how_to_mend_it(readout: Readout) -> None:
    ran = readout("doctor")
    assert (ran.code, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert lines[1] == (
        "MEND  token    not set: get one from @BotFather and put TELEGRAM_BOT_TOKEN=... into .env (only the bot needs it)"
    )
    assert lines[5] == f"ok    library  {readout.home}: none yet; `readout ask` makes one from the seeds"
    assert not readout.home.exists()


@pytest.mark.parametrize("token", ["not-a-token-SECRET", "SECRET:7263548190", "123:", "١٢٣-SECRET", "123:A SECRET"])
def test_a_token_of_another_form_is_told_so_and_not_shown(readout: Readout, token: str) -> None:
    ran = readout("doctor", settings={"TELEGRAM_BOT_TOKEN": token})
    assert ran.code == 1
    assert "MEND  token    set, but not of the form NUMBER:SECRET that @BotFather gives: copy it again" in ran.out
    assert token not in ran.out + ran.err
    assert "SECRET" not in (ran.out + ran.err).replace("NUMBER:SECRET", "")


@pytest.mark.parametrize(
    "settings",
    [
        {"TELEGRAM_API_URL": f"https://api.telegram.org/bot{TOKEN}"},
        {"TELEGRAM_API_URL": f"ftp://{TOKEN}@here"},
        {"TELEGRAM_API_URL": "https://me:7263548190SECRET@here"},
        {"TELEGRAM_API_URL": "https://me:7263548190SECRET/x@here"},
        {"TELEGRAM_API_URL": "me:7263548190SECRET@here"},
        {"TELEGRAM_API_URL": "https://me:7263548190SECRET@here:port"},
        {"READOUT_LOG_LEVEL": "DEBUG"},
        {"READOUT_LOG_LEVEL": "LOUD"},
        {"READOUT_ENCODER": "none"},
    ],
)
def test_the_token_is_never_shown(seeded: Readout, settings: dict[str, str]) -> None:
    ran = seeded("doctor", settings={"TELEGRAM_BOT_TOKEN": TOKEN, **settings})
    assert TOKEN not in ran.out + ran.err
    assert TOKEN.partition(":")[2] not in ran.out + ran.err
    assert "7263548190SECRET" not in ran.out + ran.err
    assert "Traceback" not in ran.err


def test_a_token_in_a_file_of_settings_is_not_shown_either(seeded: Readout, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nREADOUT_LOG_LEVEL=LOUD\n", encoding="utf-8")
    ran = seeded("doctor")
    assert ran.code == 1
    assert ran.err == (
        "readout: the setting READOUT_LOG_LEVEL cannot be used: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'\n"
    )
    (tmp_path / ".env").write_bytes(f"TELEGRAM_BOT_TOKEN={TOKEN}\n".encode("utf-16"))
    ran = seeded("doctor")
    assert (ran.code, ran.err) == (1, "readout: the file .env is not UTF-8: save it as UTF-8\n")


def test_what_cannot_work_is_told_of_server_encoder_and_library(readout: Readout) -> None:
    readout.home.mkdir()
    (readout.home / "library.sqlite").write_bytes(b"not a database " * 500)
    ran = readout("doctor", settings={"TELEGRAM_API_URL": "here"})
    assert ran.code == 1
    assert "MEND  server   TELEGRAM_API_URL=here is no address: it begins with https:// or http://" in ran.out
    assert "MEND  library  " in ran.out
    assert "library.sqlite is damaged" in ran.out


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://here", "it begins with https:// or http://"),
        ("https://here:99999", "its host or its port cannot be one"),
        ("https://me:S3CRET@my host", "it holds a space or an invisible character"),
        ("https://", "its host or its port cannot be one"),
    ],
)
def test_the_doctor_and_the_bot_refuse_the_same_addresses(readout: Readout, address: str, told: str) -> None:
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address}
    line = f"TELEGRAM_API_URL={address.replace('me:S3CRET@', '…@')} is no address: {told}"
    examined, ran = readout("doctor", settings=settings), readout("run", settings=settings)
    assert examined.code == 1
    assert f"MEND  server   {line}\n" in examined.out
    assert (ran.code, ran.out, ran.err) == (1, "", f"readout: {line}\n")
    assert not readout.home.exists()


def test_an_empty_address_is_the_official_server(readout: Readout) -> None:
    ran = readout("doctor", settings={"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": " "})
    assert (ran.code, ran.err) == (0, "")
    assert "ok    server   https://api.telegram.org\n" in ran.out


def test_a_folder_that_cannot_be_written_is_told(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    places = {"READOUT_HOME": str(tmp_path / "file" / "home"), "READOUT_CACHE": str(tmp_path / "file")}
    ran = readout("doctor", settings={"TELEGRAM_BOT_TOKEN": TOKEN, **places})
    assert (ran.code, ran.err) == (1, "")
    fault = f"cannot be written ({tmp_path / 'file'} is no folder)"
    assert ran.out.splitlines()[3:] == [
        f"MEND  encoder  {places['READOUT_CACHE']} {fault}: set READOUT_CACHE to a folder that can",
        "ok    reranker none",
        f"MEND  library  {places['READOUT_HOME']} {fault}: choose another folder with --library or READOUT_HOME",
        "ok    access   open: everybody may ask",
        "ok    reading  .txt, .md, .html, .docx, .pdf",
    ]


def test_what_takes_an_extra_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = [replace(one, needs="no_such_library") if one.extra else one for one in formats.FORMATS]
    monkeypatch.setattr(doctor, "FORMATS", changed)
    assert doctor._reading() == (
        True, "reading", ".txt, .md, .docx; .html with 'readout-bot[pages]'; .pdf with 'readout-bot[pdf]'",
    )  # fmt: skip


def test_a_library_of_another_encoder_is_told(seeded: Readout) -> None:
    ran = seeded("doctor", settings={"READOUT_ENCODER": "none"})
    assert ran.code == 1
    assert "MEND  encoder  READOUT_ENCODER=none names no encoder: use one of embedded, sentence-transformers" in ran.out
    assert "MEND  library  READOUT_ENCODER=none names no encoder: use one of embedded, sentence-transformers" in ran.out


def test_a_bot_that_nobody_could_ask_is_told(readout: Readout) -> None:
    ran = readout("doctor", settings={"TELEGRAM_BOT_TOKEN": TOKEN, "READOUT_ACCESS": "pairing"})
    assert ran.code == 1
    assert ran.out.splitlines()[6] == (
        "MEND  access   pairing, and nobody to let others in: put your own Telegram id into READOUT_ADMINS"
    )
    ran = readout("doctor", settings={"TELEGRAM_BOT_TOKEN": TOKEN, "READOUT_ACCESS": "pairing", "READOUT_ADMINS": "5"})
    assert ran.out.splitlines()[6] == "ok    access   pairing: others get a code that READOUT_ADMINS approve"
