"""The command itself: exit codes, wrong use, and that no traceback reaches a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Readout


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "--colour", "when?"],
        ["ask", "when?", "--library"],
        ["quote"],
        ["quote", "a", "b"],
        ["add"],
        ["remove"],
        ["remove", "a", "b"],
        ["bogus"],
    ],
)
def test_wrong_use_is_2_and_says_how_it_is_used(readout: Readout, arguments: list[str]) -> None:
    ran = readout(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(("Usage: ", "Error: "))
    assert "Traceback" not in ran.err
    assert not readout.home.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        "ask",
        "quote",
        "brief",
        "add",
        "correct",
        "versions",
        "list",
        "remove",
        "rebuild",
        "access",
        "run",
        "evaluate",
        "doctor",
        "health",
        "mend",
    ],
)
def test_every_command_explains_itself(readout: Readout, command: str) -> None:
    ran = readout(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith("Usage: ")
    assert "\x1b" not in ran.out
    assert "--library DIR" in ran.out


def test_help_names_every_command(readout: Readout) -> None:
    told = readout("--help").out
    commands = [line.split()[0] for line in told.partition("Commands:")[2].splitlines() if line.strip()]
    assert commands == [
        "ask", "quote", "timeline", "compare", "changed", "brief", "add", "correct", "versions", "list", "remove", "rebuild",
        "access", "run", "evaluate", "doctor", "health", "mend",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            {"READOUT_ENCODER": "none"},
            "READOUT_ENCODER=none names no encoder: use one of embedded, sentence-transformers",
        ),
        (
            {"READOUT_ENCODER": "embedded:x"},
            "the embedded encoder takes no name: set READOUT_ENCODER=embedded, not embedded:x",
        ),
        (
            {"READOUT_LOG_LEVEL": "loud"},
            "the setting READOUT_LOG_LEVEL cannot be used: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'",
        ),
    ],
)
def test_a_setting_that_cannot_work_is_one_clear_line(seeded: Readout, settings: dict[str, str], told: str) -> None:
    ran = seeded("ask", "when?", settings=settings)
    assert (ran.code, ran.out, ran.err) == (1, "", f"readout: {told}\n")
