"""Questions of public data asked of their article, and of the same article without the paragraph that answers them.

The second is the nearest of misses: same topic, same names, and the answer is not there.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.public import build, read_part
from bot.answer.confidence import features
from bot.answer.question import read_question, sought
from bot.answer.value import best_with_value
from index.search import Searcher
from index.types import LANGUAGES, Query
from prompts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.public import Item
    from index.encoder import LoadedEncoder
    from index.types import Document, Language, Passage

_HITS = 10


def observe_public(data: Path, loaded: LoadedEncoder, name: str = "XQ", every: int = 1) -> tuple[list[dict[str, float]], list[bool], list[int]]:
    """Of each question and state of its article: the features of its search, whether the first hit is right, its article."""
    seen: list[dict[str, float]] = []
    right: list[bool] = []
    articles: list[int] = []
    parts = {language: read_part(data, name, language) for language in LANGUAGES}
    for language, part in parts.items():
        first = 0
        for number, (document, passages) in enumerate(part.articles[::every]):
            number *= every
            first = sum(len(some) for _, some in part.articles[:number])
            asked = [(key, item) for key, item in part.items.items() if item.article == number]
            for hidden in (None, *sorted({passages[min(item.gold) - first].paragraph for _, item in asked})):
                kept = [passage for passage in passages if passage.paragraph != hidden]
                if not kept:
                    continue
                searcher, folder = _searcher(document, kept, loaded)
                for key, item in asked:
                    if hidden is not None and passages[min(item.gold) - first].paragraph != hidden:
                        continue
                    gold = {passages[one - first].start for one in item.gold} if hidden is None else set()
                    for asked_in in LANGUAGES:
                        question = parts[asked_in].items.get(key)
                        if question is not None:
                            told, start = _ask(searcher, question, asked_in)
                            seen.append(told)
                            right.append(start in gold)
                            articles.append(number)
                shutil.rmtree(folder)
        print("asked", language, len(seen), float(np.mean(right)), flush=True)
    return seen, right, articles


def _searcher(document: Document, passages: Sequence[Passage], loaded: LoadedEncoder) -> tuple[Searcher, Path]:
    folder = Path(tempfile.mkdtemp())
    numbered = [replace(passage, number=number) for number, passage in enumerate(passages)]
    return Searcher(build(folder, [(document, numbered)], loaded), loaded), folder


def _ask(searcher: Searcher, item: Item, language: Language) -> tuple[dict[str, float], int]:
    question = read_question(item.question)
    seeks = sought(question)
    hits = searcher.search(Query(item.question, language, seeks=seeks), _HITS)
    kind = None if seeks is None else "date" if seeks == "publication" else seeks
    found = None if kind is None else best_with_value(hits[:3], kind, load(language))
    if found is not None:
        hits = [found[0], *(hit for hit in hits if hit is not found[0])]
    return features(hits, question, seeks, has_value=found is not None), hits[0].passage.start
