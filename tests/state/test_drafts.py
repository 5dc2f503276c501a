"""Documents that wait for a person's word, kept and forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.state.database import Database
from bot.state.drafts import KEPT_FOR, Drafts
from index.types import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCUMENT = Document(
    id="بيان <5>",
    text="سطر\r\n\u202eanother 😀",
    title="عنوان",
    language="ar",
    issuer="القصر",
    side="Velmar",
    published=datetime(2025, 5, 5, 10, 30),  # noqa: DTZ001 - as printed
    parties=("آنا", "Bassam"),
    event=date(2025, 5, 4),
    address="https://t.me/wire/42",
)


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def drafts(tmp_path: Path, clock: Clock) -> Iterator[Drafts]:
    database = Database(tmp_path / "bot.sqlite")
    yield Drafts(database, clock)
    database.close()


def test_a_draft_is_kept_as_it_was_found_and_corrected(drafts: Drafts) -> None:
    number = drafts.add(5, "ar", DOCUMENT, is_partial=True)
    drafts.shown(number, 77)
    drafts.ask(number, "title", 78)
    asked = drafts.asked_by(5, 78)
    assert asked is not None
    drafts.correct(asked.corrected(Document("x", "y", "Other", "en")))
    draft = drafts.get(number)

    assert (asked.document, asked.message_id, asked.wanted, asked.is_partial) == (DOCUMENT, 77, "title", True)
    assert draft is not None
    assert draft.document == Document("x", "y", "Other", "en")
    assert drafts.asked_by(5, 78) == draft
    drafts.ask(number, "side", 79)
    assert drafts.asked_by(5, 78) is None
    assert drafts.asked_by(5, 79) == replace(draft, wanted="side", prompt_id=79)


def test_what_was_likely_is_sure_once_a_person_has_given_another(drafts: Drafts) -> None:
    likely = frozenset({"event", "issuer"})
    number = drafts.add(5, "ar", DOCUMENT, is_partial=False, likely=likely)
    draft = drafts.get(number)
    assert draft is not None
    assert draft.likely == likely
    drafts.correct(draft.corrected(replace(DOCUMENT, issuer="The Palace", title="Other")))
    again = drafts.get(number)

    assert again is not None
    assert (again.likely, again.document.issuer) == (frozenset({"event"}), "The Palace")


def test_of_a_decided_draft_the_text_is_not_kept(drafts: Drafts) -> None:
    number = drafts.add(5, "ar", DOCUMENT, is_partial=False)
    drafts.decide(number, "cancelled")

    draft = drafts.get(number)
    assert draft is not None
    assert (draft.outcome, draft.document.title, draft.document.text) == ("cancelled", "عنوان", "")
    drafts.decide(999, "cancelled")


def test_a_prompt_of_another_chat_asks_nothing_and_a_group_that_moves_takes_its_drafts_along(drafts: Drafts) -> None:
    number = drafts.add(-5, "en", DOCUMENT, is_partial=False)
    drafts.ask(number, "title", 78)
    assert drafts.asked_by(6, 78) is None
    drafts.move(-5, -100)

    moved = drafts.asked_by(-100, 78)
    assert moved is not None
    assert moved.id == number
    assert drafts.asked_by(-5, 78) is None


def test_a_draft_is_forgotten_after_a_day_and_its_id_is_never_given_again(drafts: Drafts, clock: Clock) -> None:
    number = drafts.add(5, "en", DOCUMENT, is_partial=False)
    clock.now += KEPT_FOR.total_seconds()
    assert drafts.get(number) is not None
    clock.now += 1

    assert drafts.get(number) is None
    assert drafts.add(5, "en", DOCUMENT, is_partial=False) == number + 1
    clock.now -= 1
    assert drafts.get(number) is None
