"""More questions than Telegram takes answers: what becomes of each, how fast, and what the bot takes of the machine.

``python -m benchmarks.load`` offers 300 updates a second over 2,000 chats for a minute and prints one line of JSON. Private
chats and groups ask in Arabic and in English; of ten updates one changes an earlier question or presses a button; ten in a
hundred come from twenty chats that ask far more than they may. The bot is `readout run` with the seeds and its own limits.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter, deque
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from benchmarks.process import BotProcess, Sample
from bot.telegram.limiter import Limits
from bot.telegram.words import count
from tests.bot_api.server import BotApiServer
from tests.bot_api.types import User
from tests.reliability.killing import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.bot_api.chats import Chat
    from tests.bot_api.types import Call

QUESTIONS = (
    "When was the last call?", "متى كانت آخر مكالمة؟", "Who called whom?", "من اتصل بمن؟", "How long did the call last?",
    "كم استمرت المكالمة؟", "What did Macron say about Iran?", "ماذا قال ماكرون عن إيران؟", "Did they discuss grain?",
    "هل ناقشا صادرات القمح؟",
)  # fmt: skip
# Of what is offered.
_CHANGES = 0.05
_PRESSES = 0.05
_GREEDY_SHARE = 0.1
_GREEDY = 20
_GROUPS = 0.3
_WRITING = {"sendMessage", "editMessageText", "sendDocument", "sendChatAction"}
_QUOTA = Limits().person


@dataclass(frozen=True)
class Plan:
    """What is offered: so many updates a second for so many seconds over so many chats."""

    rate: float = 300.0
    seconds: float = 60.0
    chats: int = 2000
    seed: int = 7


@dataclass
class Outcome:
    """What became of it.

    Attributes:
        questions: How many were asked.
        changes: How many questions were changed afterwards.
        presses: How many buttons were pressed.
        answered: Questions with an answer.
        told: Questions that were answered with the word that says how much may be asked.
        after_the_word: Questions of the minute after that word, in the same chat, which are not answered.
        lost: All others.
        doubled: Answers beside the first.
        out_of_order: Answers that stand before one to an earlier question of their chat.
        p50: Seconds from a question to its answer, the median; bound by how fast Telegram takes them.
        p95: The same, of 95 in a hundred.
        a_second: Messages and edits a second, on average until the last.
        most_in_a_second: The most that came to the server within any second.
        too_fast: How many came faster than Telegram takes them, in one chat or over all.
        refused: How many the server refused.
        drained_after: Seconds from the last question until nothing waited.
        memory_before: MB, before the first question.
        memory_most: MB, the most at any time.
        files_most: Open files and sockets, the most.
        threads_most: Threads, the most.
        waiting_most: Updates in the inbox that were not done, the most.
        other_p95: As p95, of the chats that do not ask more than they may.
    """

    questions: int = 0
    changes: int = 0
    presses: int = 0
    answered: int = 0
    told: int = 0
    after_the_word: int = 0
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    p50: float = 0.0
    p95: float = 0.0
    a_second: float = 0.0
    most_in_a_second: int = 0
    too_fast: int = 0
    refused: int = 0
    drained_after: float = 0.0
    memory_before: float = 0.0
    memory_most: float = 0.0
    files_most: int = 0
    threads_most: int = 0
    waiting_most: int = 0
    other_p95: float = 0.0


@dataclass
class _Asking:
    """The users: what they asked, by chat and message, and when.

    Attributes:
        chats: All chats; the first few ask too much.
        at: When each question was asked, by chat and message.
    """

    chats: list[Chat]
    dice: random.Random
    at: dict[tuple[int, int], float] = field(default_factory=dict)
    changes: int = 0
    presses: int = 0

    def act(self) -> None:
        """Ask, or now and then change a question or press a button."""
        chance = self.dice.random()
        chat = self.dice.choice(self.chats[:_GREEDY] if self.dice.random() < _GREEDY_SHARE else self.chats[_GREEDY:])
        if chance < _CHANGES and (asked := [one for one in chat.messages if (chat.id, one) in self.at]):
            chat.edit(asked[-1], self._question(chat))
            self.changes += 1
        elif chance > 1 - _PRESSES and (button := self._button(chat)):
            self.presses += 1
            chat.press(chat.sent[-1], button)
        else:
            now = time.monotonic()
            self.at[chat.id, chat.say(self._question(chat))] = now

    def _question(self, chat: Chat) -> str:
        asked = self.dice.choice(QUESTIONS)
        return f"/ask {asked}" if chat.id < 0 else asked

    def _button(self, chat: Chat) -> str | None:
        buttons = chat.sent[-1].content.buttons() if chat.sent else []
        return next((str(one["callback_data"]) for one in buttons if "callback_data" in one), None)


def load(plan: Plan) -> Outcome:
    """Offer a plan to the bot and wait until nothing waits."""
    with tempfile.TemporaryDirectory() as folder, BotApiServer(TOKEN) as server:
        asking = _Asking(people(server, plan.chats), random.Random(plan.seed))
        with BotProcess(server, Path(folder)) as bot:
            samples = [bot.sample()]
            started = time.monotonic()
            done = 0
            while (now := time.monotonic() - started) < plan.seconds:
                for _ in range(int(now * plan.rate) - done):
                    asking.act()
                    done += 1
                if time.monotonic() - samples[-1].at > 1:
                    samples.append(bot.sample())
                time.sleep(0.01)
            ended = time.monotonic()
            # Everything may be answered in this time at a third less than what Telegram takes.
            until = ended + 60 + 2 * done / 20
            while samples[-1].waiting or server.state.pending:
                time.sleep(0.5)
                samples.append(bot.sample())
                if time.monotonic() > until:
                    print("the wait ended before everything was done", file=sys.stderr)
                    break
        outcome = Outcome(changes=asking.changes, presses=asking.presses)
        outcome.drained_after = round(samples[-1].at - ended, 1)
        _taken(samples, outcome)
        _became(asking, outcome)
        _pace(server.calls, asking, outcome)
    return outcome


def people(server: BotApiServer, number: int) -> list[Chat]:
    """Chats, each with a user of its own: private ones, and groups."""
    chats = []
    for one in range(number):
        language = "ar" if one % 2 else "en"
        if one % 10 < 10 * _GROUPS:
            group = server.group(-1_001_000_100_000 - one)
            group.user = User(500_000 + one, "Karim", language)
            chats.append(group)
        else:
            chats.append(server.private_chat(100_000 + one, language_code=language))
    return chats


def _taken(samples: list[Sample], outcome: Outcome) -> None:
    outcome.memory_before = samples[0].memory
    outcome.memory_most = max(one.memory for one in samples)
    outcome.files_most = max(one.files for one in samples)
    outcome.threads_most = max(one.threads for one in samples)
    outcome.waiting_most = max(one.waiting for one in samples)


def _became(asking: _Asking, outcome: Outcome) -> None:
    words = {count(language, "too_many", _QUOTA.most) for language in ("ar", "en")}
    for chat in asking.chats:
        asked = [number for number in chat.messages if (chat.id, number) in asking.at]
        replies = [one for one in chat.sent if (chat.id, one.reply_to or 0) in asking.at]
        first = {one.reply_to: one for one in reversed(replies)}
        order = list(dict.fromkeys(one.reply_to or 0 for one in replies))
        outcome.out_of_order += sum(later < earlier for earlier, later in pairwise(order))
        outcome.questions += len(asked)
        outcome.doubled += len(replies) - len(first)
        told_at = float("-inf")
        for number in asked:
            reply, at = first.get(number), chat.messages[number]["date"]
            if reply is None and at - told_at < _QUOTA.seconds:
                outcome.after_the_word += 1
            elif reply is None:
                outcome.lost += 1
            elif reply.text.strip("\u200e\u200f") in words:
                outcome.told += 1
                told_at = at
            else:
                outcome.answered += 1


def _pace(calls: list[Call], asking: _Asking, outcome: Outcome) -> None:
    written = [call for call in calls if call.method in _WRITING]
    refused = Counter(call.description for call in written if call.status != 200)
    outcome.refused = refused.total()
    if refused:
        print(f"refused: {dict(refused)}", file=sys.stderr)
    outcome.a_second = round(len(written) / max(1.0, written[-1].at - written[0].at), 1)
    outcome.most_in_a_second = max_within([call.at for call in written], 1.0)
    chats: dict[int, list[float]] = {}
    for call in written:
        chats.setdefault(call.parameters["chat_id"], []).append(call.at)
    limits = Limits()
    for chat_id, times in chats.items():
        rate = limits.group if chat_id < 0 else limits.private
        outcome.too_fast += sum(
            later - earlier < rate.seconds for earlier, later in zip(times, times[rate.most :], strict=False)
        )
    times = [call.at for call in written]
    outcome.too_fast += sum(later - earlier < 1.0 for earlier, later in zip(times, times[30:], strict=False))
    greedy = {chat.id for chat in asking.chats[:_GREEDY]}
    waits: list[float] = []
    others: list[float] = []
    for call in written:
        asked = call.parameters["chat_id"], (call.parameters.get("reply_parameters") or {}).get("message_id", 0)
        if asked in asking.at:
            waits.append(call.at - asking.at[asked])
            if asked[0] not in greedy:
                others.append(waits[-1])
    outcome.p50, outcome.p95 = _quantile(waits, 50), _quantile(waits, 95)
    outcome.other_p95 = _quantile(others, 95)


def max_within(times: Iterable[float], seconds: float) -> int:
    """How many of these times, in order, lie within one stretch of so many seconds at most."""
    window: deque[float] = deque()
    most = 0
    for at in times:
        window.append(at)
        while window[0] <= at - seconds:
            window.popleft()
        most = max(most, len(window))
    return most


def _quantile(values: list[float], percent: int) -> float:
    return round(quantiles(values, n=100, method="inclusive")[percent - 1], 2) if len(values) > 1 else 0.0


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=Plan.rate)
    parser.add_argument("--seconds", type=float, default=Plan.seconds)
    parser.add_argument("--chats", type=int, default=Plan.chats)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    print(json.dumps(asdict(load(Plan(**vars(parser.parse_args()))))))


if __name__ == "__main__":
    main()
