"""What a text tells of itself: found with where and how sure, or left unknown."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from index.documents import Found, completed, document_of
from index.intake import take_in
from index.particulars import Particular, Told, find_particulars
from index.reading.isolated import Reader
from index.types import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library

STATEMENT = (
    "Office of the President of Velmar\n"
    "The President's call with the King of Marwan\n"
    "Tornholm, 9 January 2024, 20:15\n\n"
    "President Milena Dravik spoke by telephone yesterday with King Durgham bin Asim of Marwan. It was their first call since"
    " 14 March 2023. Her spokeswoman, Elka Sorin, said that they would meet on 1 May 2024.\n"
)
ARABIC = (
    "بيان صادر عن رئاسة جمهورية غديرة\n"
    "غمران، ١٧ أكتوبر ٢٠٢٤\n\n"
    "استقبل الرئيس غسان الغنيمي أمس الأربعاء رئيس وزراء غورفينيا غافريل غرادوف. وهذا أول لقاء بينهما منذ ٣ مارس ٢٠٢٢.\n"
)


def test_a_statement_tells_all_of_it() -> None:
    found = find_particulars(STATEMENT, Told("call", address="https://velmar.example/1"))
    assert found.title == Particular("The President's call with the King of Marwan", "headline")
    assert found.issuer == Particular("Office of the President of Velmar", "headline")
    assert found.side == Particular("Velmar", "headline")
    assert found.parties == Particular(("Milena Dravik", "Durgham bin Asim"), "text")
    assert found.event == Particular(date(2024, 1, 8), "text", "likely")
    assert found.published == Particular(datetime(2024, 1, 9, 20, 15), "dateline")  # noqa: DTZ001 - as printed
    assert found.language == Particular("en", "text")
    assert found.address == Particular("https://velmar.example/1", "address")


def test_an_arabic_one_does_too() -> None:
    found = find_particulars(ARABIC, Told("call"))
    assert found.issuer == Particular("رئاسة جمهورية غديرة", "headline")
    assert found.side == Particular("غديرة", "headline")
    assert found.parties == Particular(("غسان الغنيمي", "غافريل غرادوف"), "text")
    assert found.event == Particular(date(2024, 10, 16), "text", "likely")
    assert found.published == Particular(datetime(2024, 10, 17), "dateline")  # noqa: DTZ001 - as printed
    assert found.language == Particular("ar", "text")


def test_what_nothing_tells_stays_unknown() -> None:
    found = find_particulars("x" * 300 + " They met on Monday. Nobody said who.", Told("call-2024-01-09"))
    assert found.title == Particular("call-2024-01-09", "file name", "likely")
    assert (found.issuer, found.side, found.parties, found.event, found.published, found.address) == (None,) * 6


@pytest.mark.parametrize(
    ("told", "published"),
    [
        (Told("call"), None),
        (Told("call-2025-03-13"), date(2025, 3, 12)),
        (Told("call", address="https://a.example/2025/03/12/call"), date(2025, 3, 12)),
        (Told("call-2025-03-13-and-2024-01-01"), None),
    ],
)
def test_a_dateline_without_its_year_is_read_by_the_day_of_a_name_alone(told: Told, published: date | None) -> None:
    text = "Brezan urges a freeze\n\nBRODAVA, March 12 (Bresna Press)\n\nPresident Bogdan Brezan spoke on Tuesday with the King."
    found = find_particulars(text, told)
    assert found.issuer == Particular("Bresna Press", "dateline")
    assert (found.published.value.date() if found.published else None) == published
    assert (found.event.value if found.event else None) == (published and date(2025, 3, 11))


def test_metadata_is_told_before_the_text_and_gives_a_printed_day_its_hour() -> None:
    moment = datetime(2024, 1, 9, 21, 30)  # noqa: DTZ001 - as told
    text = STATEMENT.replace(", 20:15", "")
    found = find_particulars(text, Told("call", title="A call", issuer="Velmar Today", published=moment))
    assert found.title == Particular("A call", "metadata")
    assert found.issuer == Particular("Velmar Today", "metadata")
    assert found.published == Particular(moment, "metadata")


@pytest.mark.parametrize(
    "sentence",
    [
        "President Ada Orr and King Bo Lind ended a two-day visit on 3 May 2024.",
        "President Ada Orr and King Bo Lind spoke for the first time since 3 May 2024.",
        "President Ada Orr and King Bo Lind agreed to meet before 3 May 2024.",
        "President Ada Orr and King Bo Lind spoke of the letter dated 3 May 2024.",
        "التقى الرئيس آدا أور الملك بو ليند، وهو أول لقاء بينهما منذ 3 مايو 2024.",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_event(sentence: str) -> None:
    assert find_particulars(f"A headline\n\n{sentence}", Told("call")).event is None


def test_lines_wrapped_by_hand_are_no_headlines() -> None:
    text = (
        "STATEMENT BY THE OFFICE OF THE PRESIDENT OF VELMAR\n\n"
        "President Milena Dravik spoke by telephone today, 21 September 2024, with\n"
        "His Majesty King Durgham bin Asim of Marwan. The President thanked the\n"
        "King for his good wishes on her re-election.\n"
    )
    found = find_particulars(text, Told("call"))
    assert found.title.value == "STATEMENT BY THE OFFICE OF THE PRESIDENT OF VELMAR"
    assert found.issuer == Particular("Office of the President of Velmar", "headline")
    assert found.event == Particular(date(2024, 9, 21), "text")
    assert found.published == Particular(datetime(2024, 9, 21), "text", "likely")  # noqa: DTZ001 - as printed


def test_a_persons_correction_replaces_what_was_found_and_can_take_it_away() -> None:
    found = find_particulars(STATEMENT, Told("call"))
    document = found.of(Document("call", STATEMENT, "", "en"))
    corrected = found.given(Document("call", STATEMENT, document.title, "en", issuer="The office", parties=()))
    assert corrected.title == found.title
    assert corrected.issuer == Particular("The office", "given")
    assert (corrected.parties, corrected.side, corrected.event) == (None, None, None)


def test_what_a_manifest_does_not_tell_is_found_and_what_it_tells_stands() -> None:
    told = Document("call", STATEMENT, "As the manifest has it", "en", issuer="The Palace", event=date(2024, 1, 7))
    found = completed(Found(told, "manifest.json"))
    assert found.particulars is not None
    assert found.particulars.title == Particular("As the manifest has it", "manifest")
    assert found.particulars.parties == Particular(("Milena Dravik", "Durgham bin Asim"), "text")
    assert (found.document.issuer, found.document.event) == ("The Palace", date(2024, 1, 7))
    assert found.document.parties == ("Milena Dravik", "Durgham bin Asim")


def test_what_was_found_is_kept_by_the_library(open_library: Callable[..., Library]) -> None:
    library = open_library()
    with Reader() as reader:
        address = "https://velmar.example/1"
        found = document_of(STATEMENT.encode(), "call.txt", reader, source="call.txt", address=address).document
    assert take_in(library, found).verdict == "added"
    (kept,) = library.documents()
    assert kept == found
    assert (kept.parties, kept.event) == (("Milena Dravik", "Durgham bin Asim"), date(2024, 1, 8))
    assert (kept.side, kept.address) == ("Velmar", "https://velmar.example/1")
