"""The command line: `readout`. One module a group of commands; each is registered here."""

from __future__ import annotations

import logging
import os
import sys

import typer
from typer.core import TyperGroup

from bot.cli import add, ask, brief, changed, compare, doctor, evaluate, library, quote, run, timeline, versions
from bot.errors import TokenRejectedError
from index.errors import ReadoutError


class _Commands(TyperGroup):
    """The commands, which end well when whoever reads them has seen enough (`readout ask ... | head`)."""

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
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    ask.ask,
    quote.quote,
    timeline.timeline,
    compare.compare,
    changed.changed,
    brief.brief,
    add.add,
    versions.correct,
    versions.versions,
    library.list_documents,
    library.remove,
    library.rebuild,
    run.run,
    evaluate.evaluate,
    doctor.doctor,
):
    app.command(name="list" if command is library.list_documents else None)(command)

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
