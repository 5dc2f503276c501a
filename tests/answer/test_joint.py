"""Joint statements are called that: by their title or their first lines, where no single one issued them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answer.attribution import attribute
from bot.answer.attribution.joint import is_joint_statement, the_document
from bot.answer.compose import compose
from bot.answer.question import read_question
from bot.answer.types import Citation, Value
from index.manifest import read_manifest
from index.passages import split_passages
from index.types import Document

if TYPE_CHECKING:
    from index.types import Language

GOLD = Path(__file__).parents[1] / "gold" / "readouts"
TEXT = "Joint Statement of Velmar and Qarnaya\n\nThe ferry will cross the strait four times a day.\n"
JOINT = Document("joint", TEXT, "Joint Statement of Velmar and Qarnaya", "en", published=datetime(2025, 5, 7))  # noqa: DTZ001
FERRY = "The ferry will cross the strait four times a day."


@pytest.mark.parametrize(
    "title",
    [
        "Joint statement", "JOINT COMMUNIQUÉ on the visit", "Text of the joint declaration of the two sides",
        "Joint press statement: the ferry", "البيان المشترك", "بَيانٌ مُشترك صادر عن الاجتماع", "نص البيان الختامي المشترك للقمة",
        "إعلان مشترك بين البلدين",
    ],
)  # fmt: skip
def test_a_title_names_one(title: str) -> None:
    assert is_joint_statement(Document("x", "A ferry.", title, "en"))
    assert is_joint_statement(Document("x", f"{title}\n\nA ferry.", "x", "en", "Velmar and Qarnaya"))
    assert not is_joint_statement(Document("x", "A ferry.", title, "en", "Velmar Wire"))
    assert not is_joint_statement(Document("x", "A ferry.", title, "en", "News and Views Agency"))


@pytest.mark.parametrize(
    "title",
    [
        "Joint statement urges restraint", "The leaders issue a joint statement", "Joint patrols in the strait",
        "بيان مشترك يدين الهجوم", "الزعيمان يصدران بيانًا مشتركًا", "بيان صادر عن الرئاسة", "",
    ],
)  # fmt: skip
def test_what_only_tells_of_one_is_none(title: str) -> None:
    assert not is_joint_statement(Document("x", "A ferry.", title, "en"))


def test_those_of_the_gold_readouts() -> None:
    found = {document.id for document in read_manifest(GOLD) if is_joint_statement(document)}
    assert found == {"velmar-marwan-2023-03-14.en", "wadhan-ardenia-2023-02-05.ar"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How often will the ferry cross?", f"According to the joint statement: “{FERRY}”"),
        ("كم مرة ستعبر العبّارة؟", f"بحسب البيان المشترك: «{FERRY}»"),
    ],
)  # fmt: skip
def test_an_answer_of_one_calls_it_so(question: str, told: str) -> None:
    start = TEXT.index(FERRY)
    citation = Citation(JOINT, start, start + len(FERRY), 1.0)
    said = compose(read_question(question), citation, None, today=date(2025, 6, 1)).text
    assert said.replace("\u2068", "").replace("\u2069", "").replace("\u200e", "").replace("\u200f", "") == told


def test_its_date_is_not_that_of_an_article() -> None:
    citation, value = Citation(JOINT, 0, 5, 1.0), Value("date", 0, 5, "7 May 2025")
    for text, told in (
        ("When was it published?", "The joint statement is dated 7 May 2025."),
        ("متى نُشر؟", "تاريخ البيان المشترك: 7 May 2025."),
    ):
        said = compose(read_question(text), citation, value, today=date(2025, 6, 1), publication=True)
        assert said.text == told


@pytest.mark.parametrize(("language", "told"), [("en", "the joint statement"), ("ar", "البيان المشترك")])
def test_one_that_several_issued_is_attributed_to_itself_and_an_outlets_to_the_outlet(
    language: Language, told: str
) -> None:
    joint, wire = replace(JOINT, issuer="Velmar and Qarnaya"), replace(JOINT, issuer="Velmar Wire")
    passages = split_passages(joint)
    attribution = attribute(joint, passages, len(passages) - 1, language)
    outlet = attribute(wire, passages, len(passages) - 1, language)
    assert attribution is not None
    assert attribution.text == told == the_document(joint, language)
    assert outlet is not None
    assert "Velmar Wire" in outlet.text
