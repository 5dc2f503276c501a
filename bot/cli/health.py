"""`readout health`: whether the bot is well, as its folder tells; it need not be running, nor serve HTTP."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import LibraryOption, read_settings
from bot.state.health import look_into

if TYPE_CHECKING:
    from bot.state.health import Health

JsonOption = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]


def health(library: LibraryOption = None, *, as_json: JsonOption = False) -> None:
    """Tell whether the bot runs, hears Telegram, answers in time and can write; status 1 where it does not."""
    told = look_into(read_settings(library).home)
    if as_json:
        record = {"ready": not told.problems, "problems": list(told.problems), **asdict(told)}
        typer.echo(json.dumps(record, indent=2))
    else:
        for name, value in _rows(told):
            typer.echo(f"{name:<12}{value}")
        for problem in told.problems:
            typer.echo(f"{'PROBLEM':<12}{problem}")
    if told.problems:
        raise typer.Exit(1)


def _rows(told: Health) -> list[tuple[str, str]]:
    return [
        ("ready", "no" if told.problems else "yes"),
        ("serving", f"{told.replicas} process(es), {told.mode}" if told.replicas else "nothing"),
        ("Telegram", "not heard" if told.heard_seconds is None else f"heard {told.heard_seconds:.0f} s ago"),
        ("waiting", _waiting(told)),
        ("unsent", f"{told.unsent} message(s)"),
        ("quarantined", f"{told.quarantined} update(s)"),
        ("database", "writable" if told.is_writable else "not writable"),
        ("disk", f"{told.free_bytes // 2**20} MB free"),
    ]


def _waiting(told: Health) -> str:
    oldest = "" if told.oldest_seconds is None else f", the oldest for {told.oldest_seconds:.0f} s"
    return f"{told.waiting} update(s){oldest}"
