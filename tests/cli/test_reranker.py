"""A reranker by its setting: every command that searches passes it on, and what is wrong with it is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.encoder import load_encoder
from index.language import detect_language
from index.library import Library
from index.types import Query
from tests.cross_encoder import make_cross_encoder

if TYPE_CHECKING:
    from tests.cli.conftest import Readout

MISSING = "sentence-transformers is not installed: run pip install 'readout-bot[sentence-transformers]'"
GOLD = Path(__file__).parents[1] / "gold" / "seed.jsonl"
QUESTIONS = [
    "What did Macron say about Iran?", "What did they discuss?", "Who told of the call?", "ماذا قال ماكرون عن إيران؟",
    "من أبلغ عن المكالمة؟", "What was said about Ukraine?",
]  # fmt: skip


@pytest.fixture
def bare(seeded: Readout) -> Readout:
    """Where sentence-transformers cannot be imported."""
    (seeded.folder / "sentence_transformers.py").write_text("raise ImportError\n", encoding="utf-8")
    return seeded


@pytest.mark.parametrize("setting", ["any", " any "])
def test_without_the_extra_each_command_that_searches_tells_how_to_get_it(bare: Readout, setting: str) -> None:
    settings = {"READOUT_RERANKER": setting, "TELEGRAM_BOT_TOKEN": "1:A", "TELEGRAM_API_URL": "http://127.0.0.1:9"}
    for command in (("ask", "when?"), ("run",), ("evaluate", GOLD)):
        ran = bare(*command, settings=settings)
        assert (ran.code, ran.out, ran.err) == (1, "", f"readout: {MISSING}\n")
    assert bare("list", settings=settings).code == 0


@pytest.mark.parametrize("setting", ["", " "])
def test_an_empty_setting_needs_no_extra(bare: Readout, setting: str) -> None:
    ran = bare("ask", "--json", "when was the last call?", settings={"READOUT_RERANKER": setting})
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["value"]["text"] == "11 September 2022"


def test_the_doctor_tells_of_the_reranker_apart_from_the_library(bare: Readout) -> None:
    ran = bare("doctor", settings={"TELEGRAM_BOT_TOKEN": "1:A", "READOUT_RERANKER": "any"})
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[3:] == [
        "ok    encoder  embedded",
        f"MEND  reranker {MISSING}",
        f"ok    library  {bare.home}: 1 document(s)",
        "ok    access   open: everybody may ask",
        "ok    reading  .txt, .md, .html, .docx, .pdf",
    ]


@pytest.mark.sentence_transformers
def test_the_passages_that_are_shown_stand_in_the_order_of_what_a_cross_encoder_predicts(
    seeded: Readout, tmp_path: Path
) -> None:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 - only where it is installed

    model = str(make_cross_encoder(tmp_path / "model"))
    ran = seeded("ask", "--json", "-", given="\n".join(QUESTIONS).encode(), settings={"READOUT_RERANKER": model})
    assert ran.code == 0, ran.err
    assert "Batches" not in ran.err
    reranker = CrossEncoder(model)
    library = Library(seeded.home, lambda: load_encoder("embedded", seeded.cache))
    related = 0
    for question, line in zip(QUESTIONS, ran.out.splitlines(), strict=True):
        record = json.loads(line)
        asked_in = detect_language(question)
        found = [hit.passage for hit in library.search(Query(question, asked_in), 20)]
        read = [one.text if asked_in == "ar" else one.translation or one.text for one in found]
        best = np.argsort(-reranker.predict([(question, text) for text in read]))
        if record["status"] == "related":
            related += 1
            first, *others = [one["quote"] for one in record["citations"]]
            ranked = [found[at].text for at in best]
            # Of the first three, one that holds the value asked for goes before the others.
            assert first in ranked[:3]
            assert others == [text for text in ranked if text != first][:2]
    library.close()
    assert related >= 2


@pytest.mark.sentence_transformers
def test_the_doctor_loads_it(seeded: Readout, tmp_path: Path) -> None:
    model = make_cross_encoder(tmp_path / "model")
    ran = seeded("doctor", settings={"TELEGRAM_BOT_TOKEN": "1:A", "READOUT_RERANKER": str(model)})
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[4] == f"ok    reranker {model}"
    ran = seeded("doctor", settings={"TELEGRAM_BOT_TOKEN": "1:A", "READOUT_RERANKER": str(tmp_path / "none")})
    assert ran.code == 1
    assert f"\nMEND  reranker the model {tmp_path / 'none'} cannot be loaded: " in ran.out
