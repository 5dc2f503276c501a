"""What the README and `.env.example` say is true today: their commands are run, and their lists are compared."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.settings import Settings

if TYPE_CHECKING:
    from tests.cli.conftest import Readout

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BRIEFINGS = (ROOT / "docs" / "briefing.md").read_text(encoding="utf-8")
_CONSOLE = r"```console\n\$ (readout [^\n]+)\n(.*?)```"
EXAMPLES = re.findall(_CONSOLE, README, re.DOTALL)


def test_the_readme_shows_an_exchange_in_each_language() -> None:
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize(("command", "shown"), [*EXAMPLES, *re.findall(_CONSOLE, BRIEFINGS, re.DOTALL)])
def test_a_command_prints_what_the_readme_shows(readout: Readout, command: str, shown: str) -> None:
    ran = readout(*shlex.split(command)[1:])
    assert (ran.code, ran.out, ran.err) == (0, shown, "")


def test_the_offsets_of_the_readme_are_those_of_the_file() -> None:
    (found,) = re.findall(r'open\("([^"]+)", encoding="utf-8", newline=""\)\.read\(\)\[(\d+):(\d+)\]', README)
    file, start, end = found
    with (ROOT / file).open(encoding="utf-8", newline="") as opened:
        quote = opened.read()[int(start) : int(end)]
    assert all(f"    {quote}\n" in shown for _, shown in EXAMPLES)


def test_every_command_stands_in_the_readme_and_every_one_there_exists(readout: Readout) -> None:
    listed = re.findall(r"^  ([a-z]+)  ", readout("--help").out.split("Commands:")[1], re.MULTILINE)
    (table,) = re.findall(r"\| command \| what it does \|\n(.*?)\n\n", README, re.DOTALL)
    assert sorted(set(re.findall(r"`readout ([a-z]+)", table))) == sorted(listed)


def test_every_make_target_that_is_shown_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = set(
        re.findall(r"make ([a-z-]+)(?= Q=|\n|`)", README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    )
    assert {"ask", "test", "bot"} <= shown <= targets


def test_every_setting_is_explained_and_every_explained_one_exists() -> None:
    settings = {str(field.validation_alias) for field in Settings.model_fields.values()}
    explained = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    (told,) = re.findall(r"## Settings\n\n(.*?)\n\n", README, re.DOTALL)
    assert settings == explained == set(re.findall(r"`([A-Z_]{5,})`", told))


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if not link.startswith("http")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
