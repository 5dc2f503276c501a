"""The acts of telling in the passages of a text, read in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer.attribution import arabic, english
from bot.answer.attribution.telling import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.attribution.telling import Mention, Reading, Span
    from bot.answer.types import Role
    from index.types import Language


def read_passages(texts: Sequence[str], language: Language, title: str = "") -> list[Reading]:
    """The acts of telling in each of the passages of a text.

    Args:
        texts: The passages.
        language: That they are in.
        title: Of the text: what it names is known, too.
    """
    reader = arabic if language == "ar" else english
    words = [reader.read_words(text) for text in [title, *texts]]
    # A name does not go on beyond its passage.
    people = reader.find_people(
        [word if number else word._replace(gap=".") for some in words for number, word in enumerate(some)]
    )
    return [reader.read(Sentence(text, some, people)) for text, some in zip(texts, words[1:], strict=True)]


def mention_of(text: str, role: Role, source: Span, language: Language) -> Mention:
    """The source that a stretch of a text names, with its offsets there."""
    return arabic.mention_of(text, role, source) if language == "ar" else english.mention_of(text, role, source)


def is_text_name(name: str, language: Language) -> bool:
    """Whether a name is that of a statement or the like."""
    return arabic.is_text_name(name) if language == "ar" else english.is_text_name(name)
