"""The reranker: which passages it reads, what it reads of them, and what becomes of order, scores and signals."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.language import fold
from index.library import Library
from index.reranker import RERANKED, load_reranker, rerank
from index.types import AlignedSentence, Document, Query, Translation

if TYPE_CHECKING:
    from index.encoder import LoadedEncoder, Vectors
    from index.reranker import Reranker
    from index.types import Hit

ROOT = Path(__file__).parents[2]
CITIES = (
    "Odesa", "Ankara", "Geneva", "Doha", "Cairo", "Riyadh", "Minsk", "Vienna", "Oslo", "Rome", "Paris", "Tunis", "Algiers",
    "Rabat", "Amman",
)  # fmt: skip
# Thirty sentences that differ in how many words of the question they hold.
LONG = Document(
    "long",
    " ".join(
        f"{'The ministers ' if number % 2 else 'Envoys '}spoke {'about grain ' if number % 3 else ''}in {city}"
        f"{' for long' if number % 5 == 0 else ''} on day {number}."
        for number, city in enumerate(CITIES * 2)
    ),
    "Talks",
    "en",
)
ASKED = Query("What did the ministers say about grain in Doha?", "en")


class SharedWords:
    """A real reranker: the share of a text's words that the question has too. It remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[list[tuple[str, str]]] = []

    def predict(self, inputs: list[tuple[str, str]], /) -> Vectors:
        self.given.append(inputs)
        return np.array([self.value(query, text) for query, text in inputs], dtype=np.float32)

    @staticmethod
    def value(query: str, text: str) -> float:
        asked, words = set(fold(query).text.split()), fold(text).text.split()
        return sum(word in asked for word in words) / len(words)


class Unsure:
    """Gives no number for what holds a word, and the same for all else."""

    def predict(self, inputs: list[tuple[str, str]], /) -> Vectors:
        return np.array([np.nan if "grain" in text else 0.5 for _, text in inputs], dtype=np.float32)


class Backwards:
    """Holds the last for the best."""

    def predict(self, inputs: list[tuple[str, str]], /) -> Vectors:
        return np.arange(len(inputs), dtype=np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Path:
    """A library of thirty passages, which is only read."""
    made = tmp_path_factory.mktemp("reranked")
    Library(made, lambda: encoder, lambda: [LONG]).close()
    return made


@pytest.fixture(scope="module")
def before(folder: Path, encoder: LoadedEncoder) -> list[Hit]:
    """All thirty, as they are found without a reranker."""
    library = Library(folder, lambda: encoder)
    hits = library.search(ASKED, 40)
    library.close()
    return hits


def search(folder: Path, encoder: LoadedEncoder, reranker: Reranker, limit: int) -> list[Hit]:
    library = Library(folder, lambda: encoder, reranker=lambda: reranker)
    try:
        return library.search(ASKED, limit)
    finally:
        library.close()


def texts(hits: list[Hit]) -> list[str]:
    return [hit.passage.text for hit in hits]


def test_the_first_twenty_come_in_its_order_and_the_others_stay(before: list[Hit]) -> None:
    after = rerank(SharedWords(), ASKED, before)
    expected = sorted(texts(before[:20]), key=lambda text: -SharedWords.value(ASKED.text, text))
    assert texts(after[:20]) == expected != texts(before[:20])
    assert after[20:] == before[20:]
    assert len(after) == len(before) == 30
    assert RERANKED == 20


def test_scores_stay_with_the_places_and_signals_with_the_passages(before: list[Hit]) -> None:
    after = rerank(SharedWords(), ASKED, before)
    assert [hit.score for hit in after] == [hit.score for hit in before]
    assert all(one.score >= behind.score for one, behind in pairwise(after))
    own = {hit.passage.number: hit.signals for hit in before}
    for hit in after[:20]:
        value = pytest.approx(SharedWords.value(ASKED.text, hit.passage.text))
        assert hit.signals == {**own[hit.passage.number], "reranker": value}
    assert all("reranker" not in hit.signals for hit in [*before, *after[20:]])


def test_among_equals_the_order_of_the_search_stays_and_what_is_no_number_comes_last(before: list[Hit]) -> None:
    first = texts(before[:20])
    numbered = [text for text in first if "grain" not in text]
    assert 0 < len(numbered) < 20
    assert texts(rerank(Unsure(), ASKED, before[:20])) == numbered + [text for text in first if "grain" in text]


@pytest.mark.parametrize("limit", [1, 3, 20, 30])
def test_the_library_has_twenty_read_at_once_however_few_are_wanted(
    folder: Path, before: list[Hit], encoder: LoadedEncoder, limit: int
) -> None:
    reranker = SharedWords()
    found = search(folder, encoder, reranker, limit)
    assert reranker.given == [[(ASKED.text, text) for text in texts(before[:20])]]
    assert texts(found) == texts(rerank(SharedWords(), ASKED, before))[:limit]
    assert len(found) == limit


def test_a_passage_comes_to_the_front_from_beyond_the_limit_but_not_from_beyond_the_twenty(
    folder: Path, before: list[Hit], encoder: LoadedEncoder
) -> None:
    assert texts(search(folder, encoder, Backwards(), 1)) == [before[19].passage.text]
    assert texts(search(folder, encoder, Backwards(), 30)) == texts([*before[19::-1], *before[20:]])


def test_an_empty_library_gives_it_nothing_to_read(tmp_path: Path, encoder: LoadedEncoder) -> None:
    reranker = SharedWords()
    assert search(tmp_path / "empty", encoder, reranker, 10) == []
    assert reranker.given == []


SENTENCES = ("تحدث الوزير عن القمح.", "وغادر الوفد أنقرة.")
TRANSLATED = Document(
    "translated",
    " ".join(SENTENCES),
    "القمح",
    "ar",
    translation=Translation("en", "us", (AlignedSentence(0, len(SENTENCES[0]), "The minister spoke of wheat."),)),
)
UNTRANSLATED = Document("untranslated", "Ships left Odesa.", "Ships", "en")


@pytest.mark.parametrize(
    ("query", "asked", "read"),
    [
        # The translation where only that is in the question's language; what has none is read as it is.
        (Query("Who spoke?", "en"), "Who spoke?", {"The minister spoke of wheat.", SENTENCES[1], "Ships left Odesa."}),
        (Query("من تحدث؟", "ar"), "من تحدث؟", {*SENTENCES, "Ships left Odesa."}),
        # What the search reads: the question before it, and spoken Arabic as the standard language.
        (
            Query("And why?", "en", context="Who spoke?"),
            "Who spoke? And why?",
            {"The minister spoke of wheat.", SENTENCES[1], "Ships left Odesa."},
        ),
        (Query("emta kanet akher mokalma", "ar"), "متى كانت آخر مكالمة", {*SENTENCES, "Ships left Odesa."}),
    ],
)
def test_what_it_reads(tmp_path: Path, encoder: LoadedEncoder, query: Query, asked: str, read: set[str]) -> None:
    library = Library(tmp_path, lambda: encoder, lambda: [TRANSLATED, UNTRANSLATED])
    hits = library.search(query, 20)
    library.close()
    assert len(hits) == 3
    reranker = SharedWords()
    rerank(reranker, query, hits)
    ((given),) = reranker.given
    assert {query for query, _ in given} == {asked}
    assert {text for _, text in given} == read


def test_a_byline_is_read_like_any_passage(encoder: LoadedEncoder, tmp_path: Path) -> None:
    text = "03.05.2024 10:20\nTalks about grain\nMinisters met in Odesa. They spoke of power."
    library = Library(tmp_path, lambda: encoder, lambda: [Document("talks", text, "Talks", "en")])
    hits = library.search(Query("When was this published?", "en"), 20)
    library.close()
    assert {hit.passage.kind for hit in hits} == {"byline", "sentence"}
    after = rerank(Backwards(), ASKED, hits)
    assert [hit.passage for hit in after] == [hit.passage for hit in hits[::-1]]


def test_it_is_loaded_once_and_only_for_a_search(tmp_path: Path, encoder: LoadedEncoder) -> None:
    loaded: list[SharedWords] = []

    def load() -> SharedWords:
        loaded.append(SharedWords())
        return loaded[-1]

    library = Library(tmp_path, lambda: encoder, lambda: [UNTRANSLATED], load)
    library.add(TRANSLATED)
    assert len(library.documents()) == 2
    library.remove("translated")
    library.rebuild()
    assert loaded == []
    library.warm()
    library.search(ASKED)
    (reranker,) = loaded
    assert len(reranker.given) == 2
    library.close()


def test_an_empty_setting_is_no_reranker() -> None:
    assert load_reranker("") is None


def run(code: str) -> str:
    done = subprocess.run(  # noqa: S603 - this project's own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout


def test_by_default_there_is_none_and_nothing_of_its_library_is_imported(folder: Path, cache: Path) -> None:
    told = run(
        "import sys; from pathlib import Path\n"
        "from bot.cli.options import open_library; from bot.settings import Settings; from index.types import Query\n"
        f"settings = Settings(_env_file=None, READOUT_HOME={str(folder)!r}, READOUT_CACHE={str(cache)!r})\n"
        "(hit,) = open_library(settings, seeded=False).search(Query('Who spoke about grain?', 'en'), 1)\n"
        "print('reranker' in hit.signals, repr(settings.reranker))\n"
        "print(sorted({'sentence_transformers', 'transformers', 'torch', 'index.sentence_transformer'} & {*sys.modules}))"
    )
    assert told == "False ''\n[]\n"


def test_where_the_extra_is_missing_the_command_that_installs_it_is_told() -> None:
    told = run(
        "import sys; sys.modules['sentence_transformers'] = None\n"
        "from index.errors import RerankerError\nfrom index.reranker import load_reranker\n"
        "try:\n    load_reranker('any')\nexcept RerankerError as error:\n    print(error)\n"
    )
    assert told == "sentence-transformers is not installed: run pip install 'readout-bot[sentence-transformers]'\n"
