"""The bot as a process of its own, with an answerer that needs no library; the token comes on standard input.

``python -m tests.reliability.bot URL HOME [RATE...]``; a rate is ``most/seconds``, for private chats, groups and all,
where they are to be other than Telegram's. Everybody may ask as much as they like.
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

_ANY = Rate(10**9, 1.0)


def main() -> None:
    """Run it until it is ended."""
    url, home, *rates = sys.argv[1:]
    logging.basicConfig(level="WARNING", format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    settings = Settings.model_construct(
        token=SecretStr(sys.stdin.readline().strip()), telegram_api_url=url, home=Path(home), cache=Path(home)
    )
    given = (Rate(int(most), float(seconds)) for most, seconds in (one.split("/") for one in rates))
    limits = replace(Limits(*given), person=_ANY, asked_in_group=_ANY)
    run(settings, LiteralAnswerer(), no_library, limits)


if __name__ == "__main__":
    main()
