"""What a briefing covers of the key sentences that nothing was learned from, and that it tells nothing twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.briefing import BRIEFINGS, GOLD, LEARNED, LENGTHS, REPORTED, SAME, keyed, table, told_twice
from bot.answer.briefing.salience import load_salience
from index.manifest import read_manifest
from index.passages import split_passages

if TYPE_CHECKING:
    from benchmarks.briefing import Keyed
    from index.encoder import LoadedEncoder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reported(encoder: LoadedEncoder) -> list[Keyed]:
    return keyed(REPORTED, encoder)


def test_the_halves_share_no_set_and_the_weights_say_which_they_learned_from() -> None:
    assert not set(LEARNED) & set(REPORTED)
    assert sorted(LEARNED + REPORTED) == sorted(path.name for path in GOLD.iterdir())
    told = json.loads((ROOT / "bot/answer/weights/briefing.json").read_text(encoding="utf-8"))
    assert told["provenance"]["sets"] == [f"{GOLD}/{name}" for name in LEARNED]


def test_it_covers_more_key_sentences_than_lead_chance_and_plain_lexrank(reported: list[Keyed]) -> None:
    figures = table(reported, load_salience())
    own = figures.pop("briefing")
    assert len(reported) == 16
    assert [figure >= least for figure, least in zip(own, (0.34, 0.38, 0.56), strict=True)] == [True] * len(LENGTHS)
    assert sorted(figures) == ["LexRank, meaning", "LexRank, words", "lead", "random"]
    for name, others in figures.items():
        assert all(figure > other + 0.1 for figure, other in zip(own, others, strict=True)), name


@pytest.mark.parametrize("sets", [LEARNED, REPORTED])
def test_fewer_than_two_lines_in_a_hundred_say_what_another_does(encoder: LoadedEncoder, sets: str) -> None:
    found = [told_twice(sets, encoder, length) for length in BRIEFINGS]
    assert sum(lines for _, lines in found) > 400
    assert sum(twice for twice, _ in found) / sum(lines for _, lines in found) < 0.02


def test_each_marked_half_of_a_pair_stands_in_one_sentence_of_its_set() -> None:
    for name, pairs in json.loads(SAME.read_text(encoding="utf-8")).items():
        texts = [one.text for document in read_manifest(GOLD / name) for one in split_passages(document)]
        for pair in pairs:
            assert len(pair) == 2
            assert [sum(part in text for text in texts) for part in pair] == [1, 1], pair
