"""The bot as a process of its own, with an answerer that needs no library; the token comes on standard input.

``python -m tests.reliability.bot URL HOME [RATE...]``; a rate is ``most/seconds``, for private chats, groups and all,
where they are to be other than Telegram's.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.app import run
from bot.telegram.limiter import Limits, Rate
from tests.telegram.answers import LiteralAnswerer


def main() -> None:
    """Run it until it is ended."""
    url, home, *rates = sys.argv[1:]
    logging.basicConfig(level="WARNING", format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    settings = Settings.model_construct(
        token=SecretStr(sys.stdin.readline().strip()), telegram_api_url=url, home=Path(home), cache=Path(home)
    )
    limits = Limits(*(Rate(int(most), float(seconds)) for most, seconds in (one.split("/") for one in rates)))
    run(settings, LiteralAnswerer(), limits)


if __name__ == "__main__":
    main()
