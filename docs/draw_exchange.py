"""Draws docs/exchange.png: two questions and the messages that answer them, as the bot sends them.

    python docs/draw_exchange.py chromium

The argument is a Chromium to take the picture with. The messages come from the bot's own renderer; only the chat around
them is drawn here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from bot.answer.answerer import Answerer
from bot.cli.options import open_library, read_settings
from bot.telegram.render import render_answer

QUESTIONS = ("when was the last call?", "متى كانت آخر مكالمة؟")
TARGET = Path(__file__).with_name("exchange.png")
PAGE = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 18px; width: 560px; background: #d5e2d0;
  font: 15px/1.4 "Noto Sans", "Noto Sans Arabic", sans-serif; }
.said { margin: 10px 0; padding: 8px 12px; border-radius: 14px; unicode-bidi: plaintext; white-space: pre-wrap;
  width: fit-content; }
.asked { background: #e3fbcb; margin-left: auto; }
.answered { background: #fff; max-width: 500px; }
blockquote { margin: 6px 0; padding: 4px 10px; border-left: 3px solid #4a95d6; background: #eef5fb; border-radius: 4px;
  unicode-bidi: plaintext; }
</style>"""


def main(chromium: str) -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        answerer = Answerer(open_library(read_settings(Path(folder)), seeded=True))
        said = ""
        for question in QUESTIONS:
            # A block ends its line by itself.
            message = render_answer(answerer.answer(question)).replace("</blockquote>\n", "</blockquote>")
            said += f'<div class="said asked">{escape(question)}</div><div class="said answered">{message}</div>'
        page = Path(folder, "page.html")
        page.write_text(PAGE + said, encoding="utf-8")
        subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2",
             "--disable-background-networking", f"--user-data-dir={folder}/profile", "--window-size=596,610",
             f"--screenshot={TARGET}", page.as_uri()],
            check=True, capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
