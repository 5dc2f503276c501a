"""The command line: `readout`. One module a group of commands; each is registered here, and imported when it is run."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module
from typing import TypedDict, cast

import typer
from typer.core import TyperCommand, TyperGroup

from bot.errors import TokenRejectedError
from index.errors import ReadoutError

# The module and the function of each command, in the order of the help.
_COMMANDS = {
    "ask": ("ask", "ask"),
    "quote": ("quote", "quote"),
    "timeline": ("timeline", "timeline"),
    "compare": ("compare", "compare"),
    "changed": ("changed", "changed"),
    "brief": ("brief", "brief"),
    "add": ("add", "add"),
    "correct": ("versions", "correct"),
    "versions": ("versions", "versions"),
    "list": ("library", "list_documents"),
    "remove": ("library", "remove"),
    "rebuild": ("library", "rebuild"),
    "access": ("access", "access"),
    "run": ("run", "run"),
    "evaluate": ("evaluate", "evaluate"),
    "doctor": ("doctor", "doctor"),
    "health": ("health", "health"),
    "mend": ("mend", "mend"),
}


class _Plain(TypedDict):
    add_completion: bool
    pretty_exceptions_enable: bool
    rich_markup_mode: None


_PLAIN: _Plain = {"add_completion": False, "pretty_exceptions_enable": False, "rich_markup_mode": None}


class _Commands(TyperGroup):
    """The commands, each imported when it is wanted: a question need not wait for what only a briefing uses.

    They end well when whoever reads them has seen enough (`readout ask ... | head`).
    """

    def list_commands(self, _ctx: object) -> list[str]:
        """Their names."""
        return list(_COMMANDS)

    def get_command(self, _ctx: object, cmd_name: str) -> TyperCommand | None:
        """The command of a name; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, function = _COMMANDS[cmd_name]
        alone = typer.Typer(**_PLAIN)
        alone.command(name=cmd_name)(getattr(import_module(f"bot.cli.{module}"), function))
        return cast("TyperCommand", typer.main.get_command(alone))

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Run a command.

        Raises:
            ReadoutError: What it says cannot be written.
        """
        if sys.stdout is None:
            # Python's way to say that it is closed. The next file that is opened would get its number.
            raise ReadoutError("standard output is closed: send it to a file, or to /dev/null")
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _write_no_more()
            raise typer.Exit(0) from None
        except OSError as error:
            if not _is_stuck():
                raise
            _write_no_more()
            raise ReadoutError(f"standard output cannot be written: {error.strerror}") from error
        return result


def _is_stuck() -> bool:
    """Whether standard output holds what it cannot write."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _write_no_more() -> None:
    """Let nothing more be written, not even when Python closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    name="readout",
    cls=_Commands,
    help="Answers questions about readouts, in Arabic and English, with the passages it quotes.",
    no_args_is_help=True,
    callback=lambda: None,
    **_PLAIN,
)

TOKEN_REJECTED = 77
"""The exit status where starting again cannot help: EX_NOPERM of sysexits.h."""

_log = logging.getLogger(__name__)


def main() -> None:
    """Run a command. Whatever goes wrong is one line on standard error.

    The status is 2 for wrong use, 77 where the Bot API does not take the token, and 1 for all else.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except TokenRejectedError as error:
        _tell(str(error))
        sys.exit(TOKEN_REJECTED)
    except ReadoutError as error:
        sys.exit(_tell(str(error)))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - no traceback reaches a person
        _log.debug("unexpected error", exc_info=error)
        sys.exit(_tell(f"unexpected {type(error).__name__}: {error} (READOUT_LOG_LEVEL=DEBUG tells more)"))


def _tell(message: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"readout: {' '.join(message.split())}\n")
    return 1
