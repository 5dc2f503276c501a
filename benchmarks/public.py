"""The public data of the retrieval tasks, as documents of libraries: SQuAD form, with ``sentence_breaks``.

Task "NAME q>c": the questions of NAME in language q; candidates are all sentences of NAME in language c; right are those
that overlap the answer. Questions and articles are split into folds so that an article, in every language, is in one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.encoding import encode_forms, encode_passages, title_words
from index.search import Searcher
from index.store import Store
from index.types import AlignedSentence, Document, Language, Passage, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from index.encoder import LoadedEncoder
    from index.learned import Learned

FILES: dict[tuple[str, Language], str] = {
    ("XQ", "ar"): "xquad-r.ar.json", ("XQ", "en"): "xquad-r.en.json", ("ML", "ar"): "mlqa-r.ar.json",
    ("ML", "en"): "mlqa-r.en.json", ("AR", "ar"): "arcd.ar.json",
}  # fmt: skip
TASKS: tuple[tuple[str, Language, Language], ...] = (
    ("XQ", "en", "ar"), ("ML", "en", "ar"), ("XQ", "ar", "en"), ("ML", "ar", "en"), ("XQ", "ar", "ar"), ("AR", "ar", "ar"),
    ("ML", "ar", "ar"), ("XQ", "en", "en"), ("ML", "en", "en"),
)  # fmt: skip
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Item:
    """A question, the numbers of its right sentences in the part, that of its article, and one answer's text."""

    question: str
    gold: frozenset[int]
    article: int
    answer: str


@dataclass(frozen=True, slots=True)
class Part:
    """A data set in one language: its articles with their sentences as passages, and its questions by their ids."""

    language: Language
    articles: list[tuple[Document, list[Passage]]]
    items: dict[str, Item]


def read_part(folder: Path, name: str, language: Language) -> Part:
    """A data set in one language."""
    articles: list[tuple[Document, list[Passage]]] = []
    items: dict[str, Item] = {}
    first = 0
    for article in json.loads((folder / FILES[name, language]).read_text(encoding="utf-8"))["data"]:
        identifier = f"{name}-{language}-{len(articles)}"
        passages: list[Passage] = []
        offset = 0
        for number, paragraph in enumerate(article["paragraphs"]):
            context, breaks = paragraph["context"], paragraph["sentence_breaks"]
            begin = first + len(passages)
            passages += [
                Passage(
                    identifier,
                    len(passages) + place,
                    offset + start,
                    offset + end,
                    context[start:end],
                    "sentence",
                    number,
                )
                for place, (start, end) in enumerate(breaks)
            ]
            for question in paragraph["qas"]:
                gold = set(items[question["id"]].gold) if question["id"] in items else set()
                for answer in question["answers"]:
                    start = answer["answer_start"]
                    end = start + max(1, len(answer["text"]))
                    gold |= {begin + place for place, (one, other) in enumerate(breaks) if one < end and start < other}
                if gold:
                    items[question["id"]] = Item(
                        question["question"], frozenset(gold), len(articles), question["answers"][0]["text"]
                    )
            offset += len(context) + 1
        text = "\n".join(paragraph["context"] for paragraph in article["paragraphs"])
        articles.append((Document(identifier, text, article.get("title", "") or identifier, language), passages))
        first += len(passages)
    return Part(language, articles, items)


def read_parts(folder: Path) -> dict[tuple[str, Language], Part]:
    """All data sets."""
    return {key: read_part(folder, *key) for key in FILES}


def split_folds(parts: dict[tuple[str, Language], Part]) -> dict[tuple[str, str], int]:
    """The fold of each question, by data set and id: one for a question and every article that it is asked of."""
    folds: dict[tuple[str, str], int] = {}
    for name in dict.fromkeys(name for name, _ in parts):
        here = {language: part for (one, language), part in parts.items() if one == name}
        group: dict[tuple[Language, int], int] = {}
        members: dict[int, set[tuple[Language, int]]] = {}
        for part in here.values():
            for identifier in part.items:
                linked = {
                    (other, here[other].items[identifier].article) for other in here if identifier in here[other].items
                }
                known = {group[one] for one in linked if one in group}
                merged = linked.union(*(members.pop(one) for one in known))
                number = min(known, default=len(group))
                members[number] = merged
                group.update(dict.fromkeys(merged, number))
        chance = np.random.RandomState(7)
        fold_of = {number: int(chance.randint(FOLDS)) for number in sorted(members)}
        for language, part in here.items():
            for identifier, item in part.items.items():
                folds[name, identifier] = fold_of[group[language, item.article]]
    return folds


def build(folder: Path, documents: Iterable[tuple[Document, Sequence[Passage]]], loaded: LoadedEncoder) -> Store:
    """A library's file with these passages; one that is in the folder already is taken as it is."""
    store = Store(folder)
    if store.meta():
        return store
    encoded = [(one, encode_passages(one, passages, loaded.encoder, lambda *_: None)) for one, passages in documents]
    words = dict.fromkeys(
        word
        for document, passages in encoded
        for word in [
            *title_words(document),
            *(w for p in passages for t in (p.text, p.translation) if t for w in t.words),
        ]
    )
    with store.transaction():
        store.create({"encoder": loaded.name})
        store.learn(list(words), encode_forms(list(words), loaded.encoder))
        for document, passages in encoded:
            store.add(document, title_words(document), (), passages)
    return store


def open_searchers(
    work: Path, parts: dict[tuple[str, Language], Part], loaded: LoadedEncoder, learned: Learned
) -> dict[tuple[str, Language], Searcher]:
    """A searcher for each part; the libraries are kept in ``work``."""
    return {
        (name, language): Searcher(build(work / f"{name}-{language}", part.articles, loaded), loaded, learned)
        for (name, language), part in parts.items()
    }


def mixed(
    parts: dict[tuple[str, Language], Part], name: str = "XQ"
) -> list[tuple[Document, list[Passage], dict[str, Item], int]]:
    """Every other article in English, the rest in Arabic: a library of two languages.

    Returns:
        Of each article: the document, its passages, the items of its part, and the first of its sentences' numbers there.
    """
    chosen = []
    for language in ("ar", "en"):
        part = parts[name, language]
        first = 0
        for number, (document, passages) in enumerate(part.articles):
            if number % 2 == (language == "en"):
                chosen.append((document, passages, part.items, first))
            first += len(passages)
    return chosen


def aligned(
    parts: dict[tuple[str, Language], Part], text: Language, name: str = "XQ"
) -> list[tuple[Document, list[Passage]]]:
    """The articles of one language, each paragraph that has as many sentences in the other with those as translations."""
    other: Language = "en" if text == "ar" else "ar"
    found = []
    for (document, passages), (_, translated) in zip(
        parts[name, text].articles, parts[name, other].articles, strict=True
    ):
        sentences: dict[int, list[Passage]] = {}
        for passage in translated:
            sentences.setdefault(passage.paragraph, []).append(passage)
        own: dict[int, list[Passage]] = {}
        for passage in passages:
            own.setdefault(passage.paragraph, []).append(passage)
        pairs = {
            one.number: two.text
            for number, some in own.items()
            if len(some) == len(sentences.get(number, []))
            for one, two in zip(some, sentences[number], strict=True)
        }
        translation = Translation(
            other,
            "XQuAD",
            tuple(AlignedSentence(one.start, one.end, pairs[one.number]) for one in passages if one.number in pairs),
        )
        with_translations = [
            Passage(
                one.document,
                one.number,
                one.start,
                one.end,
                one.text,
                one.kind,
                one.paragraph,
                None,
                pairs.get(one.number),
            )
            for one in passages
        ]
        named = Document(document.id, document.text, document.title, text, translation=translation)
        found.append((named, with_translations))
    return found
