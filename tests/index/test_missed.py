"""Which names of a question the seed article does not mention, in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.abilities import SpanEncoder, SymmetricEncoder
from index.encoder import LoadedEncoder
from index.types import Query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.abilities import Spans
    from index.encoder import Vectors
    from index.library import Library
    from index.types import Document, Language


class Counting:
    """The encoder, counting how often it is asked for the vectors of a question.

    Args:
        loaded: The encoder.
    """

    def __init__(self, loaded: LoadedEncoder) -> None:
        self._encoder = loaded.encoder
        self.asked = 0

    def encode_query(self, sentences: list[str], /) -> Vectors:
        return self._encoder.encode_query(sentences)

    def encode_document(self, sentences: list[str], /) -> Vectors:
        return self._encoder.encode_document(sentences)

    def encode_any(self, texts: list[str], /) -> Vectors:
        self.asked += 1
        assert isinstance(self._encoder, SymmetricEncoder)
        return self._encoder.encode_any(texts)

    def encode_spans(self, paragraphs: Sequence[Sequence[str]], /) -> Spans:
        assert isinstance(self._encoder, SpanEncoder)
        return self._encoder.encode_spans(paragraphs)


@pytest.mark.parametrize(
    ("language", "question", "missed"),
    [
        ("en", "Did they talk about Gaza?", ("Gaza",)),
        ("en", "What did Macron tell Zelensky and Merkel in Geneva?", ("Zelensky", "Merkel", "Geneva")),
        ("en", "When did Putin and Macron last speak?", ()),
        # In other words, misspelt, and in the other script they are there.
        ("en", "Did America strike Iran, and did Makron answer the West?", ()),
        ("en", "who armed gaza", ()),
        ("ar", "هل ناقش بوتين سوريا مع الصين؟", ("سوريا", "الصين")),
        ("ar", "هل ناقش ماكرون ضربات أمريكا على إيران؟", ()),
        # Days and months are told by the calendar, not by a passage.
        ("en", "Did they speak on Monday or in February?", ()),
        ("en", "What was said in Monday's call about Ramadan?", ()),
        ("en", "Did they meet in Geneva on a Thursday in Sept?", ("Geneva",)),
        ("ar", "هل تحدثا يوم الخميس في شباط؟", ()),
        ("ar", "هل ناقش بوتين سوريا في تشرين الثاني؟", ("سوريا",)),
        ("ar", "هل تحدثا في رمضان؟", ()),
        # What is glued to a name cannot be told from its first letter.
        ("ar", "ماذا قال بوتين ولبنان؟", ()),
    ],
)
def test_names_that_nothing_mentions(
    seed_library: Library, language: Language, question: str, missed: tuple[str, ...]
) -> None:
    assert seed_library.missed(Query(question, language)) == missed


def test_what_is_missed_is_told_without_encoding_the_question_again(
    open_library: Callable[..., Library], encoder: LoadedEncoder, seed: Document
) -> None:
    counting = Counting(encoder)
    library = open_library("counted", LoadedEncoder(counting, encoder.name, encoder.revision, encoder.dimension))
    library.add(seed)
    gaza, geneva = Query("Did they talk about Gaza?", "en"), Query("Did they meet in Geneva?", "en")
    library.search(gaza)
    library.search(geneva)
    before = counting.asked
    assert library.missed(geneva) == ("Geneva",)
    assert counting.asked == before
    # Nor where another was asked meanwhile.
    assert library.missed(gaza) == ("Gaza",)
    assert counting.asked == before
