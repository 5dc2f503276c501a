"""The names of sources in the other language: of an aligned translation, or as the gazetteer knows them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.answer.attribution.reading import mention_of, read_passages
from bot.answer.naming import show_name
from index.gazetteer import find_names
from index.language import fold
from index.named import find_organisations, find_persons, read_known
from index.types import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.attribution.telling import Reading
    from index.gazetteer import FoundName
    from index.named import FoundPerson, FoundThing
    from index.types import Language, Passage


_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?)\s+")
_KEPT = 1024


class TranslatedNames:
    """What the sources of a document are called in its aligned translation.

    A name stands where the text's does: the same passage, the same number among its sources of that role. Where the
    translation does not have as many, the name is taken from a passage where it does.

    Args:
        document: The document, with its translation.
        passages: All of its passages.
    """

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._at: dict[int, str] = {}
        self._by_name: dict[str, str] = {}
        if document.translation is None:
            return
        pairs = [(passage, passage.translation) for passage in passages if passage.translation is not None]
        own, other = document.language, document.translation.language
        readings = read_passages([passage.text for passage, _ in pairs], own, document.title)
        translated = read_passages([text for _, text in pairs], other)
        for (passage, text), reading, beside in zip(pairs, readings, translated, strict=True):
            self._pair(passage.start, (passage.text, reading, own), (text, beside, other))

    def _pair(
        self, start: int, here: tuple[str, Reading, Language], there: tuple[str, Reading, Language]
    ) -> None:  # fmt: skip
        # Whom the sentence is about, too: "the Prime Minister" may tell something elsewhere.
        one, other = _topic(*here), _topic(*there)
        if one and other:
            self._by_name.setdefault(fold(one).text, other)
        for role in ("agency", "statement", "speaker"):
            sources = [(at, name) for found, at, name in _named(*here) if found == role]
            others = [name for found, _, name in _named(*there) if found == role]
            if len(sources) == len(others):
                for (at, name), translated in zip(sources, others, strict=True):
                    self._at[start + at] = translated
                    self._by_name.setdefault(fold(name).text, translated)

    def name(self, name: str, start: int | None) -> str | None:
        """What a source is called in the translation: that which is named at an offset, or else one of that name."""
        found = None if start is None else self._at.get(start)
        return found or self._by_name.get(fold(name).text)


def _named(text: str, reading: Reading, language: Language) -> Iterator[tuple[str, int, str]]:
    for telling in reading.tellings:
        if telling.source is not None:
            yield telling.role, telling.source.start, mention_of(text, telling.role, telling.source, language).name


def _topic(text: str, reading: Reading, language: Language) -> str | None:
    topic = next(iter(reading.topics), None)
    return None if topic is None or topic.source is None else mention_of(text, "speaker", topic.source, language).name


@lru_cache(maxsize=_KEPT)
def known_name(name: str, own: Language, language: Language) -> str | None:
    """What a source is called in another language, where the gazetteer knows all of its name.

    Args:
        name: In its own language.
        own: That language.
        language: The other one.
    """
    bare = _ARTICLE.sub("", name)
    document = Document("", bare, "", own)
    known = read_known(bare, own)
    found: list[FoundPerson | FoundThing | FoundName] = [
        *find_persons(bare, own, known),
        *find_organisations(bare, own, known),
        *find_names(bare),
    ]
    shown = (show_name(one, language, document) for one in found if (one.start, one.end) == (0, len(bare)))
    return next((one for one in shown if one), None)
