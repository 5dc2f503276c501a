"""The pages of the library: the list of documents, and a document's passages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.telegram.browsing import DOCUMENTS_A_PAGE, Page, document_pages, page_of, render_document, render_sources
from bot.telegram.buttons import ShowDocument, ShowSources, pressed
from bot.telegram.links import document_key
from bot.telegram.verbatim import length, read_back
from index.passages import split_passages
from index.types import Document
from tests.telegram.answers import ARABIC, ENGLISH, record_of

if TYPE_CHECKING:
    from index.types import Language

LONG = Document(
    id="long",
    text="\n".join(
        f"Paragraph {number} holds a sentence. It holds another one, which is longer." for number in range(90)
    ),
    title="A long one",
    language="en",
)


def text(page: Page) -> str:
    return read_back(page.html).text


def data(page: Page) -> list[list[tuple[str, object]]]:
    assert page.buttons is not None
    return [[(one.text, one.callback_data) for one in row] for row in page.buttons.inline_keyboard]


def test_no_sources() -> None:
    assert render_sources([], "en") == Page("The library is empty.")
    assert render_sources([], "ar") == Page("المكتبة فارغة.")


def test_sources_come_newest_first_each_with_a_button() -> None:
    page = render_sources([record_of(ENGLISH), record_of(ARABIC)], "en")

    assert text(page).split("\n") == [
        "I search 2 documents:",
        "",
        f"\u200e1. \u2068{ARABIC.title}\u2069 · \u2068الكرملين\u2069 · 1 July 2025",
        "2. First call in years · The Office · 5 March 2024",
    ]
    keys = [document_key(one) for one in ("call.ar", "call.en")]
    assert data(page) == [[("1", f"document:en:{keys[0]}:0"), ("2", f"document:en:{keys[1]}:0")]]
    assert pressed(f"document:en:{keys[0]}:0") == ShowDocument("en", keys[0], 0)


@pytest.mark.parametrize(
    ("n", "language", "first"),
    [
        (1, "en", "I search one document:"),
        (3, "en", "I search 3 documents:"),
        (1, "ar", "أبحث في وثيقة واحدة:"),
        (2, "ar", "أبحث في وثيقتين:"),
        (3, "ar", "أبحث في 3 وثائق:"),
        (11, "ar", "أبحث في 11 وثيقة:"),
        (100, "ar", "أبحث في 100 وثيقة:"),
    ],
)
def test_sources_are_counted_in_the_languages_own_plural(n: int, language: Language, first: str) -> None:
    documents = [record_of(replace(ENGLISH, id=str(number))) for number in range(n)]

    assert text(render_sources(documents, language)).split("\n")[0] == first


def test_every_document_is_on_one_page_of_the_list_and_the_pages_turn() -> None:
    documents = [record_of(replace(ENGLISH, id=str(number), title=f"Call {number}")) for number in range(19)]
    pages = [render_sources(documents, "ar", number) for number in range(3)]

    told = [line for page in pages for line in text(page).split("\n") if "Call" in line]
    assert [line.strip("\u200f").split(".")[0] for line in told] == [str(number) for number in range(1, 20)]
    assert {f"Call {number}" for number in range(19)} == {line.split("\u2068")[1].split("\u2069")[0] for line in told}
    assert text(pages[1]).endswith("الصفحة 2 من 3")
    assert [row[-1] for row in map(data, pages)] == [
        [("التالي", "sources:ar:1")],
        [("السابق", "sources:ar:0"), ("التالي", "sources:ar:2")],
        [("السابق", "sources:ar:1")],
    ]
    assert render_sources(documents, "ar", 99) == pages[2]
    assert pressed("sources:ar:2") == ShowSources("ar", 2)


def test_the_day_of_the_event_goes_before_that_of_publication_and_what_is_the_chats_own_says_so() -> None:
    own = replace(ENGLISH, event=date(2024, 3, 1), shelf="chat:5", corrects="older")

    [line] = text(render_sources([record_of(own)], "en")).split("\n")[2:]
    assert line == "1. First call in years · The Office · 1 March 2024 · corrected version · this chat's own"
    [line] = text(render_sources([record_of(own)], "ar")).split("\n")[2:]
    assert line.endswith("1 مارس 2024 · نسخة مصحّحة · خاصة بهذه المحادثة")


def test_titles_cannot_break_a_list_nor_fill_it() -> None:
    hostile = replace(ENGLISH, title="<b>\u202ex\u2067y\n\n/start\r</b>", issuer=None, published=None)
    long = replace(ENGLISH, title="عنوان طويل 😀 " * 100, issuer="😀" * 500)

    assert text(render_sources([record_of(hostile)], "en")) == "I search one document:\n\n1. <b>xy /start </b>"
    assert length(render_sources([record_of(long)] * DOCUMENTS_A_PAGE, "en").html) <= 4096


def test_a_page_of_a_document_tells_what_is_known_and_quotes_its_passages() -> None:
    document = replace(
        ARABIC,
        side="روسيا",
        parties=("بوتين", "Macron"),
        event=date(2025, 7, 1),
        address="https://kremlin.example/a?b=1&c=2",
    )
    page = render_document(document, split_passages(document), "ar")
    back = read_back(page.html)

    assert back.text.split("\n\n")[0].split("\n") == [
        "العنوان: أول مكالمة بين بوتين وماكرون",
        "الناشر: الكرملين",
        "صاحب الرواية: روسيا",
        "بين: بوتين و\u2068Macron\u2069",
        "يوم الحدث: 1 يوليو 2025",
        "تاريخ النشر: 1 يوليو 2025 22:10",
        "اللغة: العربية",
        "الرابط: \u2068https://kremlin.example/a?b=1&c=2\u2069",
    ]
    assert [quote.strip("\u200e\u200f") for quote in back.quotes] == ARABIC.text.split("\n")
    assert data(page) == [[("كل الوثائق", "sources:ar:0")]]


def test_every_passage_is_on_one_page_verbatim() -> None:
    passages = split_passages(LONG)
    pages = document_pages(passages)
    rendered = [render_document(LONG, passages, "en", number) for number in range(len(pages))]

    assert len(pages) > 2
    quotes = [quote for page in rendered for quote in read_back(page.html).quotes]
    assert quotes == LONG.text.split("\n")
    assert all(length(page.html) <= 4096 for page in rendered)
    assert text(rendered[1]).startswith("A long one\n\n")
    assert text(rendered[1]).endswith(f"Page 2 of {len(pages)}")
    key = document_key("long")
    assert data(rendered[1])[0] == [("Previous", f"document:en:{key}:0"), ("Next", f"document:en:{key}:2")]
    for passage in passages:
        assert pages[page_of(passages, passage.start)][0][0] <= passage.start
        assert passage.end <= pages[page_of(passages, passage.start)][-1][1]


def test_what_a_message_cannot_hold_is_named_and_not_quoted() -> None:
    turned = "A word\u202e that is turned."
    document = replace(
        LONG, text=f"{turned}\nThe end.", title="😀" * 400, issuer="😀" * 300, side="😀" * 300, parties=("😀" * 99,) * 9
    )
    passages = split_passages(document)
    page = read_back(render_document(document, passages, "en", superseded=True).html)
    long = replace(document, text="😀" * 2000)
    told = render_document(long, [replace(passages[0], start=0, end=2000, text=long.text)], "en").html

    assert page.quotes == ("The end.",)
    assert f"It is characters 0 to {len(turned)} of the document long." in page.text
    assert "This version has been corrected since." in page.text
    assert "This passage is too long for one message. It is characters 0 to 2000 of the document long." in told
    assert length(told) <= 4096


def test_an_empty_document_has_a_page() -> None:
    assert text(render_document(ENGLISH, [], "en")).startswith("Title: First call in years\n")
