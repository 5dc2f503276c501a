"""What comes into a library: added once, the same told, nearly the same told and added only where that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.intake import Taken, take_in
from index.resemblance import Resembling
from index.types import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library

TEXT = (
    "The two presidents spoke by telephone on 3 May 2024. They agreed to open the port of Odesa by 1 June, to exchange"
    " one hundred prisoners, and to meet in Geneva before the end of the year. The call lasted two hours."
)


def document(text: str, identifier: str = "call") -> Document:
    return Document(identifier, text, "A call", "en")


def test_a_document_is_added_once(open_library: Callable[..., Library]) -> None:
    library = open_library()
    assert take_in(library, document(TEXT)) == Taken("added", document(TEXT))
    again = take_in(library, document(TEXT, "other"))
    assert again == Taken("already_there", document(TEXT, "other"), Resembling("call", 1.0))
    assert take_in(library, document(TEXT, "other"), force=True).verdict == "already_there"
    assert library.ids() == ["call"]


def test_what_is_nearly_the_same_is_told_and_added_where_that_is_wanted(open_library: Callable[..., Library]) -> None:
    library = open_library()
    take_in(library, document(TEXT))
    corrected = document(TEXT.replace("two hours", "three hours"))
    told = take_in(library, corrected)
    assert (told.verdict, told.document) == ("nearly_there", corrected)
    assert told.like is not None
    # Of 40 runs of three words, those two of the word that was changed are others in each.
    assert (told.like.document, told.like.share) == ("call", 38 / 42)
    assert library.ids() == ["call"]
    added = take_in(library, corrected, force=True)
    assert (added.verdict, added.document.id) == ("added", "call-2")
    assert [one.text for one in library.documents()] == [TEXT, corrected.text]


def test_what_was_removed_is_no_longer_there(open_library: Callable[..., Library]) -> None:
    library = open_library()
    take_in(library, document(TEXT))
    assert take_in(library, document(TEXT + " More.")).verdict == "nearly_there"
    library.remove("call")
    assert take_in(library, document(TEXT + " More.")).verdict == "added"


def test_each_batch_is_told(open_library: Callable[..., Library]) -> None:
    steps: list[tuple[int, int]] = []
    take_in(open_library(), document(TEXT), lambda done, of: steps.append((done, of)))
    assert steps[-1] == (3, 3)
