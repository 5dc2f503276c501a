"""`readout run`: the bot."""

from __future__ import annotations

from bot.answer.answerer import Answerer
from bot.cli.options import LibraryOption, open_library, read_settings


def run(library: LibraryOption = None) -> None:
    """Run the Telegram bot until it is told to stop."""
    # Imported here because it costs every other command a quarter of a second.
    from bot.telegram.app import require_token  # noqa: PLC0415
    from bot.telegram.app import run as run_bot  # noqa: PLC0415

    settings = read_settings(library)
    require_token(settings)
    # Before anything slow: an address that can never work is no matter of trying again.
    settings.require_server()
    opened = open_library(settings, seeded=True)
    opened.warm()
    run_bot(settings, Answerer(opened, zone=settings.zone), lambda: open_library(settings, seeded=True))
