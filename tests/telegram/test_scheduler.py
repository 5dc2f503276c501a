"""What is sent without being asked: on time, once, late where it is, where it can go, and within Telegram's limits."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from benchmarks.briefing import GOLD
from bot.answer.answerer import Answerer
from bot.answer.briefing import brief
from bot.answer.briefing.gathering import gather
from bot.answer.briefing.profile import Profile
from bot.answer.briefing.schedule import EVERY_DAY, Schedule
from bot.answer.briefing.types import BriefingRequest
from bot.state.database import FILE_NAME, Database
from bot.state.outbox import Outbox
from bot.state.subscriptions import Prepared, Subscription, Subscriptions
from bot.telegram import scheduler
from bot.telegram.briefer import Briefer
from bot.telegram.delivery import Delivery, Place
from bot.telegram.limiter import Limiter
from bot.telegram.outgoing import Outgoing
from bot.telegram.render_briefing import render_briefing
from bot.telegram.verbatim import length, read_back, survives
from index.library import Library
from index.manifest import read_manifest
from tests.bot_api.faults import Fault
from tests.telegram.running import RunningBot
from tests.telegram.test_briefings import quotes
from tests.telegram.test_limiter import TurnedClock, most_within

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from index.types import Language
    from tests.bot_api.server import BotApiServer

GROUP = -1_001_000_000_001
DOCUMENTS = list(read_manifest(GOLD / "b"))
DAILY = Subscription(GROUP, Schedule((time(8),), EVERY_DAY, "Africa/Cairo"), Profile(("en",), 800), state="on")


class Turned:
    """A clock that the test turns."""

    def __init__(self, at: str) -> None:
        self.turn(at)

    def turn(self, at: str) -> None:
        self.at = datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp()

    def __call__(self) -> float:
        return self.at


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "_TICK_SECONDS", 0.02)


@pytest.fixture
def clock() -> Turned:
    return Turned("2025-07-01 04:00")


@pytest.fixture
def library(tmp_path: Path, encoder: LoadedEncoder) -> Iterator[Library]:
    library = Library(tmp_path / "library", lambda: encoder, lambda: DOCUMENTS[:2])
    yield library
    library.close()


@pytest.fixture
def subscriptions(tmp_path: Path, clock: Turned) -> Iterator[Subscriptions]:
    database = Database(tmp_path / FILE_NAME)
    yield Subscriptions(database, clock)
    database.close()


@pytest.fixture
def run(
    server: BotApiServer, library: Library, tmp_path: Path, encoder: LoadedEncoder, clock: Turned
) -> Callable[[], RunningBot]:
    def opened() -> Library:
        return Library(tmp_path / "library", lambda: encoder)

    return lambda: RunningBot(server, tmp_path, Answerer(library), clock, library=opened)


def test_at_its_hour_once_and_only_what_is_new(
    server: BotApiServer, library: Library, subscriptions: Subscriptions, clock: Turned, run: Callable[[], RunningBot]
) -> None:
    group = server.group(GROUP)
    subscriptions.save(replace(DAILY, says_empty=True))
    with run() as bot:
        clock.turn("2025-07-01 05:00:30")
        [first] = group.wait_for_messages(1)
        assert first.text.startswith("Briefing\n2 readouts, 12 March 2025")
        bot.restart()
        clock.turn("2025-07-02 05:00:30")
        assert group.wait_for_messages(2)[1].text == "There is nothing new to tell today."
        for document in DOCUMENTS[2:]:
            library.add(document)
        clock.turn("2025-07-03 05:00:30")
        third = group.wait_for_messages(3)[2]
    assert "2 readouts" in third.text
    assert quotes(first)
    assert quotes(third)
    assert not set(quotes(first)) & set(quotes(third))
    texts = [one.text.replace("\r\n", "\n") for one in library.documents()]
    assert all(any(quote in text for text in texts) for one in group.sent for quote in quotes(one))


def test_after_a_downtime_it_is_late_and_says_so(
    server: BotApiServer, subscriptions: Subscriptions, clock: Turned, run: Callable[[], RunningBot]
) -> None:
    group = server.group(GROUP)
    subscriptions.save(replace(DAILY, profile=Profile(("en", "ar"), 800)))
    clock.turn("2025-07-01 09:00")
    with run():
        [late] = group.wait_for_messages(1)
    assert late.text.startswith(
        "This briefing was due at 08:00 on 1 July 2025; I could not send it earlier.\n"
        "كان موعد هذه الإحاطة الساعة 08:00 يوم 1 يوليو 2025، ولم أتمكن من إرسالها قبل الآن."
    )


def test_one_briefing_stands_for_all_that_a_downtime_swallowed(
    server: BotApiServer, subscriptions: Subscriptions, clock: Turned, run: Callable[[], RunningBot]
) -> None:
    group = server.group(GROUP)
    subscriptions.save(replace(DAILY, profile=Profile(("en", "ar"), 800), says_empty=True))
    clock.turn("2025-08-14 05:00:30")
    with run():
        [late] = group.wait_for_messages(1)
        clock.turn("2025-08-15 05:00:30")
        assert group.wait_for_messages(2)[1].text == "There is nothing new to tell today.\nلا جديد يُذكر اليوم."
    assert late.text.startswith(
        "This briefing stands for all those that I could not send since 08:00 on 1 July 2025.\n"
        "تحلّ هذه الإحاطة محلّ كل ما لم أتمكن من إرساله منذ الساعة 08:00 يوم 1 يوليو 2025.\n\nBriefing"
    )
    assert quotes(late)
    assert all(subscriptions.has(GROUP, f"2025-07-{day:02}T08:00") for day in range(1, 32))


def test_what_was_made_before_a_crash_is_sent_after_it_once(
    server: BotApiServer, subscriptions: Subscriptions, run: Callable[[], RunningBot]
) -> None:
    group = server.group(GROUP)
    subscriptions.claim(Prepared(GROUP, "2025-06-30T08:00", None, ("<b>one</b>", "two")))
    with run() as bot:
        assert [one.text for one in group.wait_for_messages(2)] == ["one", "two"]
        bot.restart()
        bot.restart()
    assert len(group.sent) == 2


def test_a_group_that_removed_the_bot_is_not_briefed_and_keeps_its_settings(
    server: BotApiServer, subscriptions: Subscriptions, clock: Turned, run: Callable[[], RunningBot]
) -> None:
    group = server.group(GROUP)
    group.block()
    subscriptions.save(DAILY)
    with run():
        clock.turn("2025-07-01 05:00:30")
        server.wait_for_call("sendMessage", 1)
    assert subscriptions.get(GROUP) == replace(DAILY, state="ended")
    assert subscriptions.pending() == []


def test_a_topic_that_is_gone_gives_way_to_the_chat(
    server: BotApiServer, subscriptions: Subscriptions, clock: Turned, run: Callable[[], RunningBot]
) -> None:
    group = server.group(GROUP, forum=True)
    subscriptions.save(replace(DAILY, thread_id=4711))
    with run():
        clock.turn("2025-07-01 05:00:30")
        [sent] = group.wait_for_messages(1)
    assert sent.thread_id is None
    assert sent.text.startswith("Briefing")


def test_a_group_that_got_another_id_is_briefed_there(
    server: BotApiServer, subscriptions: Subscriptions, clock: Turned, run: Callable[[], RunningBot]
) -> None:
    server.group(-5)
    group = server.group(GROUP)
    subscriptions.save(replace(DAILY, chat_id=-5))
    server.faults.append(
        Fault(
            "sendMessage",
            times=10,
            status=400,
            description="Bad Request: group chat was upgraded to a supergroup chat",
            parameters={"migrate_to_chat_id": GROUP},
            when=lambda call: str(call.parameters["chat_id"]) == "-5",
        )
    )
    with run():
        clock.turn("2025-07-01 05:00:30")
        group.wait_for_messages(1)
    assert subscriptions.get(GROUP) == DAILY
    assert subscriptions.get(-5) is None
    assert subscriptions.told(GROUP)
    assert subscriptions.pending() == []


def test_a_new_readout_is_told_at_once_where_it_matches(
    server: BotApiServer, library: Library, subscriptions: Subscriptions, run: Callable[[], RunningBot]
) -> None:
    wants, other = server.group(GROUP), server.group(-1_001_000_000_002)
    for chat_id, subjects in ((wants.id, ("prisoners",)), (other.id, ("volcanoes",))):
        one = Subscription(chat_id, DAILY.schedule, Profile(("en",), 800, subjects), state="on", at_once=True)
        subscriptions.save(one)
        subscriptions.claim(Prepared(chat_id, "before", None, (), (), (DOCUMENTS[0].id, DOCUMENTS[1].id)))
    with run():
        library.add(DOCUMENTS[2])
        library.add(DOCUMENTS[3])
        told = wants.wait_for_messages(1)[0]
    assert told.text.startswith("This has just come in.\n\nBriefing")
    assert quotes(told)
    assert other.sent == []


def test_a_correction_of_what_was_told_is_told_as_old_beside_new(
    server: BotApiServer, library: Library, subscriptions: Subscriptions, clock: Turned, run: Callable[[], RunningBot]
) -> None:
    group = server.group(GROUP)
    subscriptions.save(DAILY)
    with run():
        clock.turn("2025-07-01 05:00:30")
        [first] = group.wait_for_messages(1)
        place = subscriptions.told(GROUP)[-1]
        document = library.document(place.document)
        old = document.text[place.start : place.end]
        words = old.split(" ")
        new = " ".join([*words[:-2], "XYZ", words[-1]])
        library.correct(document.id, replace(document, text=document.text.replace(old, new, 1)))
        corrected = group.wait_for_messages(2)[1]
    assert quotes(first)
    assert "A document was corrected that I have quoted here" in corrected.text
    assert quotes(corrected) == [old, new]


class Inline:
    """Calls at once what another thread would be asked for."""

    async def run(self, function: Callable[..., object], *args: object) -> object:
        return function(*args)

    run_soon = run


def test_a_thousand_groups_at_one_minute_and_questions_meanwhile(tmp_path: Path) -> None:
    gone: list[tuple[float, int]] = []
    waited: list[float] = []

    async def main() -> None:
        clock, memory = TurnedClock(), cast("Any", Inline())
        database = Database(tmp_path / FILE_NAME)
        outgoing = Outgoing(Outbox(database, lambda: clock.now), memory, Limiter(clock=clock))
        delivery = Delivery(outgoing, cast("Any", None))

        async def send_message(chat_id: int, *_: object, **__: object) -> object:
            gone.append((clock.now, chat_id))
            return SimpleNamespace(message_id=len(gone))

        bot = cast("Any", SimpleNamespace(send_message=send_message))

        async def remember(function: Callable[..., object], *args: object) -> object:
            return function(*args)

        subscriptions = Subscriptions(database, lambda: clock.now)

        async def admitted(chats: Collection[int]) -> frozenset[int]:
            return frozenset(chats)

        desk = SimpleNamespace(
            delivery=delivery,
            subscriptions=subscriptions,
            remember=remember,
            admitted=admitted,
            current=lambda chat_id: chat_id,
        )
        briefer = Briefer(cast("Any", desk))

        async def question(number: int) -> None:
            asked = asyncio.Event()
            clock.call_at(0.1 + number * 0.7, asked.set)
            await asked.wait()
            begun = clock.now
            await delivery.send(bot, Place(number + 1), "answer", key=f"question:{number}")
            waited.append(clock.now - begun)

        briefings = [Prepared(-chat, "s", None, ("one", "two") if chat <= 200 else ("one",)) for chat in range(1, 1001)]
        await clock.run(
            asyncio.gather(*(briefer.deliver(bot, one) for one in briefings), *(question(n) for n in range(50)))
        )
        database.close()

    asyncio.run(main())
    times = [at for at, _ in gone]
    assert len(gone) == 1250
    assert most_within(times, 1) == 30
    for chat in {chat for _, chat in gone}:
        assert sum(one == chat for _, one in gone) <= 20
    # Thirty a second from the first to the last, in portions of five: no faster is allowed.
    assert max(times) == pytest.approx((1250 - 1) // 5 / 6, abs=0.5)
    assert max(waited) < 1


@pytest.mark.parametrize("languages", [("en",), ("ar", "en")])
def test_a_long_briefing_is_split_between_lines_and_numbered(languages: tuple[Language, ...], library: Library) -> None:
    for document in DOCUMENTS[2:]:
        library.add(document)
    request = BriefingRequest(languages, 20_000)
    briefing = brief(gather(library, request), request)
    parts = render_briefing(briefing)
    assert len(parts) > 2
    word = {"en": f"Part 1 of {len(parts)}", "ar": f"الجزء 1 من {len(parts)}"}[languages[0]]
    assert read_back(parts[0]).text.startswith(word)
    assert all(length(part) <= 4096 for part in parts)
    cited = [one.citation.quote for line in briefing.lines for one in (line.told, *line.other_side)]
    found = [quote.strip("\u200e\u200f") for part in parts for quote in read_back(part).quotes]
    assert found == [quote.replace("\r\n", "\n") for quote in cited if survives(quote)]
    told = [one.attributions for line in briefing.lines for one in line.cited]
    assert all(len(each) == len(languages) for each in told)
