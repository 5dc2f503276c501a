"""Places and organisations that are in no list: by the words that head them, and by what their document tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.named import Known, find_organisations, find_places, read_known

if TYPE_CHECKING:
    from index.types import Language

Told = list[tuple[str, str]]


def places(text: str, language: Language, known: Known | None = None) -> Told:
    """Each place, whole, and its name."""
    return [(text[one.start : one.end], text[slice(*one.name)]) for one in find_places(text, language, known)]


def bodies(text: str, language: Language, known: Known | None = None) -> Told:
    """Each organisation, whole, and its name."""
    return [(text[one.start : one.end], text[slice(*one.name)]) for one in find_organisations(text, language, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طال بلدة بيت الساج في 3 مارس", [("بلدة بيت الساج", "بيت الساج")]),
        ("في معبر البوابة البيضاء بإشراف", [("معبر البوابة البيضاء", "البوابة البيضاء")]),
        ("في قصر الديم بمدينة داملة.", [("قصر الديم بمدينة داملة", "الديم")]),
        ("في بلدة ريحالة الحدودية.", [("بلدة ريحالة الحدودية", "ريحالة")]),
        ("محادثات في كيلبرغ دامت", [("كيلبرغ", "كيلبرغ")]),
        ("عادت إلى روفنغراد قبل نهاية الشهر", [("روفنغراد", "روفنغراد")]),
        ("غمران، 17 أكتوبر 2024", [("غمران", "غمران")]),
        ("في ميناء رأس غالب", [("ميناء رأس غالب", "رأس غالب")]),
        ("بمدينة كيوان", [("مدينة كيوان", "كيوان")]),
    ],
)
def test_arabic_places_follow_what_heads_them(text: str, expected: Told) -> None:
    assert places(text, "ar") == expected


@pytest.mark.parametrize(
    "text",
    ["محطة لتحلية المياه", "قاعدة البيانات", "لن تترشح لولاية جديدة", "في غضون أسبوعين", "إلى حين انتهاء التحقيق"],
)
def test_what_heads_a_place_may_head_a_noun(text: str) -> None:
    assert places(text, "ar") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("left the port of Bystra on Saturday", [("the port of Bystra", "Bystra")]),
        ("sit in the border town of Nembari.", [("the border town of Nembari", "Nembari")]),
        ("at the Gurun bridge on", [("the Gurun bridge", "Gurun")]),
        ("in eastern Hrivnia since June", [("eastern Hrivnia", "Hrivnia")]),
        ("met at Ras Ghalib on Wednesday", [("Ras Ghalib", "Ras Ghalib")]),
        ("a summit in Hasselby on Thursday", [("Hasselby", "Hasselby")]),
        ("BRODAVA, March 12 (Bresna Press)", [("BRODAVA", "BRODAVA")]),
        ("the province of Hlusk.", [("the province of Hlusk", "Hlusk")]),
        ("eastern U.S. states", [("eastern U.S.", "U.S.")]),
    ],
)
def test_english_places_are_beside_what_heads_them(text: str, expected: Told) -> None:
    assert places(text, "en") == expected


def test_a_known_person_is_no_place() -> None:
    document = "Defence Minister Boris Balint met Kessler. They spoke to Balint in Brodava."
    assert places("They spoke to Balint in Brodava.", "en", read_known(document, "en")) == [("Brodava", "Brodava")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إلى حكومة باهلون المسؤولية الكاملة عنه", [("حكومة باهلون", "باهلون")]),
        ("لدى ألوية كنان منذ", [("ألوية كنان", "كنان")]),
        ("التحقيق الذي تتولاه النيابة العامة.", [("النيابة العامة", "العامة")]),
        ("وفق وزارة الصحة الهمدرانية.", [("وزارة الصحة الهمدرانية", "الصحة الهمدرانية")]),
        ("من الوكالة الدولية للرقابة الذرية اعتبارا", [("الوكالة الدولية للرقابة الذرية", "الدولية")]),
        ("وزير الخارجية الهمدراني", []),
        ("في جيش البلاد", []),
    ],
)
def test_arabic_organisations_follow_what_heads_them(text: str, expected: Told) -> None:
    assert bodies(text, "ar") == expected


def test_a_side_is_told_by_the_adjective_of_its_state() -> None:
    known = read_known("عادت غديرة إلى المحادثات. وقال وزير خارجية غديرة غازي غنوم ذلك.", "ar")
    assert bodies("بطلب من الجانب الغديري.", "ar", known) == [("الجانب الغديري", "الغديري")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held the Kinan Brigades responsible", [("the Kinan Brigades", "Kinan Brigades")]),
        ("at the request of the Barqani side, his", [("the Barqani side", "Barqani side")]),
        ("Nasmara's interior ministry was to blame", [("Nasmara's interior ministry", "Nasmara's interior ministry")]),
        ("the Nokaran border guard", [("the Nokaran border guard", "Nokaran border guard")]),
        ("Office of the President of Lamoria", [("Office of the President of Lamoria",) * 2]),
        ("Gulzar Press Agency reported", [("Gulzar Press Agency", "Gulzar Press Agency")]),
        ("the Nuclear Non-Proliferation Treaty", []),
        ("a committee of experts", []),
    ],
)
def test_english_organisations_are_beside_what_heads_them(text: str, expected: Told) -> None:
    assert bodies(text, "en") == expected
