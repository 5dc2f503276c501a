"""What the other side says against an answer: found beside it, attributed, told in words, and never made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answer.answerer import Answerer
from bot.answer.otherwise import with_otherwise
from bot.answer.sides import are_sides, other_sides
from bot.cli.record import AnswerRecord
from bot.telegram.render import render_answer
from index.library import Library
from index.manifest import read_manifest
from tests.gold_library import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Iterator[Library]:
    readouts = [one for folder in ("sides", "library") for one in read_manifest(ROOT / "tests/gold" / folder)]
    library = Library(tmp_path_factory.mktemp("sides"), lambda: encoder, lambda: readouts)
    yield library
    library.close()


@pytest.fixture(scope="module")
def answerer(library: Library) -> Answerer:
    return Answerer(library)


@pytest.mark.parametrize(
    ("question", "kind", "quote", "told"),
    [
        (
            "How many artefacts will Karvonia return?",
            "number",
            "وستُعاد إلى زهرية 120 قطعة أثرية هذا العام.",
            "The account of رئاسة زهرية says otherwise: [2]",
        ),
        (
            "كم قطعة أثرية ستعاد إلى زهرية؟",
            "number",
            "Karvonia will return 80 artefacts to Zahriya this year.",
            "وجاء في رواية Office of the President of Karvonia خلاف ذلك: [2]",
        ),
        (
            "Were fishing quotas discussed?",
            "discussed",
            "The two sides agreed to raise the fishing quotas by a tenth from next year.",
            "The account of the Office of the President of Oskaria says otherwise: [2]",
        ),
        (
            "When will the tunnel be finished?",
            "date",
            "It will not be finished before 2031.",
            "The account of the Office of the President of Norvask says otherwise: [2]",
        ),
        (
            "How long did the call between Starrick and al-Haddan last?",
            "duration",
            "واستغرق الاتصال أربعين دقيقة.",
            "The account of رئاسة جمهورية رفاعة says otherwise: [2]",
        ),
    ],
)
def test_the_other_side_is_told_beside_the_answer(
    answerer: Answerer, question: str, kind: str, quote: str, told: str
) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered"
    (otherwise,) = answer.otherwise
    assert (otherwise.kind, otherwise.citation.quote) == (kind, quote)
    shown, lines = with_otherwise(answer)
    assert lines == (told,)
    assert shown[1].quote == quote
    html = render_answer(answer)
    assert quote in html
    record = AnswerRecord.of(question, answer, 0.0)
    assert [(one.kind, one.citation.quote) for one in record.otherwise] == [(kind, quote)]


def test_what_both_tell_alike_is_told_once(answerer: Answerer) -> None:
    answer = answerer.answer("How many prisoners will Tolmere and Rafaa exchange?")
    assert answer.value is not None
    assert answer.value.number == 32
    # The day of the exchange differs, and was not asked for.
    assert answer.otherwise == ()


def test_another_shelf_is_never_looked_at(library: Library) -> None:
    document = library.document("karvonia-2025-05-20.en")
    assert [one.id for one in other_sides(library, document)] == ["zahriya-2025-05-20.ar"]
    hidden = Answerer(library).within(frozenset({"nobody"}))
    assert hidden.answer("How many artefacts will Karvonia return?").otherwise == ()


def test_a_readout_that_comes_later_is_looked_at(
    tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder
) -> None:
    readouts = {one.id: one for one in read_manifest(ROOT / "tests/gold/sides")}
    one, other = readouts["karvonia-2025-05-20.en"], readouts["zahriya-2025-05-20.ar"]
    library = Library(tmp_path_factory.mktemp("later"), lambda: encoder, lambda: [one])
    answerer = Answerer(library)
    question = "How many artefacts will Karvonia return?"
    assert answerer.answer(question).otherwise == ()
    library.add(other)
    assert [each.citation.document.id for each in answerer.answer(question).otherwise] == [other.id]
    library.remove(other.id)
    assert answerer.answer(question).otherwise == ()
    library.close()


def test_readouts_of_two_sides_are_paired_and_no_others(library: Library) -> None:
    documents = [
        one for one in library.documents() if one.id in {each.id for each in read_manifest(ROOT / "tests/gold/sides")}
    ]
    pairs = {
        frozenset((one.id, other.id))
        for one in documents
        for other in documents
        if one is not other and are_sides(one, other)
    }
    assert len(pairs) == 16
    assert all(len({name.partition("-")[2][:10] for name in pair}) == 1 for pair in pairs)
