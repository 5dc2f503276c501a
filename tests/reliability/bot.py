"""The bot as a process of its own, with an answerer that needs no library; the token comes on standard input.

``python -m tests.reliability.bot URL HOME [RATE...] [LISTEN]``; a rate is ``most/seconds``, for private chats, groups and
all, where they are to be other than Telegram's. With ``HOST:PORT`` updates are brought there. Everybody may ask as much as
they like.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.app import run
from bot.telegram.limiter import Limits, Rate
from tests.telegram.answers import LiteralAnswerer
from tests.telegram.running import no_library

WEBHOOK_URL = "https://bot.example.org/in"
WEBHOOK_SECRET = "s3cret"
_ANY = Rate(10**9, 1.0)


def main() -> None:
    """Run it until it is ended."""
    url, home, *rates = sys.argv[1:]
    webhook = {}
    if rates and ":" in rates[-1]:
        webhook = {
            "webhook_url": WEBHOOK_URL,
            "webhook_listen": rates.pop(),
            "webhook_secret": SecretStr(WEBHOOK_SECRET),
        }
    logging.basicConfig(level="WARNING", format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    settings = Settings.model_construct(
        token=SecretStr(sys.stdin.readline().strip()), telegram_api_url=url, home=Path(home), cache=Path(home)
    )
    settings = settings.model_copy(update=webhook)
    given = (Rate(int(most), float(seconds)) for most, seconds in (one.split("/") for one in rates))
    limits = replace(Limits(*given), person=_ANY, asked_in_group=_ANY)
    run(settings, LiteralAnswerer(), no_library, limits)


if __name__ == "__main__":
    main()
