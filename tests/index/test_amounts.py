"""Amounts in a text, in both languages and all digit sets."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from index.amounts import FoundAmount, find_amounts

ARABIC_INDIC = str.maketrans("0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪")


@pytest.mark.parametrize(
    ("text", "found", "value", "unit"),
    [
        ("killed 230 soldiers.", "230 soldiers", 230, "soldiers"),
        ("230 Ukrainian soldiers", "230 Ukrainian soldiers", 230, "Ukrainian soldiers"),
        ("5 more soldiers", "5 more soldiers", 5, "soldiers"),
        ("2022 soldiers", "2022 soldiers", 2022, "soldiers"),
        ("a further 150,000 tonnes of wheat", "150,000 tonnes", 150_000, "tonnes"),
        ("150\u00a0000 tonnes", "150\u00a0000 tonnes", 150_000, "tonnes"),
        ("150 000 tonnes", "150 000 tonnes", 150_000, "tonnes"),
        ("12\u202f345 tonnes", "12\u202f345 tonnes", 12_345, "tonnes"),
        ("the 14 crew members of", "14 crew members", 14, "crew members"),
        ("four vessels, two from each", "four vessels", 4, "vessels"),
        ("thirty thousand people", "thirty thousand people", 30_000, "people"),
        ("two dozen tanks", "two dozen tanks", 24, "tanks"),
        ("a 40-member delegation", "40-member", 40, "member"),
        ("45km away", "45km", 45, "km"),
        ("5 percentage points", "5 percentage points", 5, "percentage points"),
        ("On 5 May 12 soldiers", "12 soldiers", 12, "soldiers"),
        ("230 جنديًا", "230 جنديًا", 230, "جنديًا"),
        ("٢٣٠ جنديا", "٢٣٠ جنديا", 230, "جنديا"),
        ("45 ألف طن", "45 ألف طن", 45_000, "طن"),
        ("لبناء 1200 منزل في", "1200 منزل", 1200, "منزل"),
        ("5200 فرصة عمل لأبناء", "5200 فرصة عمل", 5200, "فرصة عمل"),
        ("تنتج ١٥٠ ألف متر مكعب", "١٥٠ ألف متر مكعب", 150_000, "متر مكعب"),
        ("مليون ونصف المليون شخص", "مليون ونصف المليون شخص", 1_500_000, "شخص"),
        ("مليوني طن", "مليوني طن", 2_000_000, "طن"),
        ("خمسة عشر جنديًا", "خمسة عشر جنديًا", 15, "جنديًا"),
        ("ستشارك بثلاث فرقاطات في", "ثلاث فرقاطات", 3, "فرقاطات"),
        ("بـ12 طائرة", "12 طائرة", 12, "طائرة"),
        ("الـ12 جنديا", "الـ12 جنديا", 12, "جنديا"),
        ("ألف جندي", "ألف جندي", 1000, "جندي"),
        ("ثلاثة وزراء", "ثلاثة وزراء", 3, "وزراء"),
        ("وعددها ٣٧ قاربًا، لأن", "٣٧ قاربًا", 37, "قاربًا"),
    ],
)
def test_what_is_counted(text: str, found: str, value: int, unit: str) -> None:
    (one,) = find_amounts(text)
    assert text[one.start : one.end] == found
    assert one.unit == unit
    assert one.value == Decimal(value)
    assert (one.kind, one.bound, one.upto) == ("count", "exact", None)


@pytest.mark.parametrize(
    ("text", "found", "value", "unit", "currency"),
    [
        ("1.3 billion euros", "1.3 billion euros", "1300000000", "euros", "EUR"),
        ("2 million US dollars", "2 million US dollars", "2000000", "US dollars", "USD"),
        ("€2m", "€2m", "2000000", "€", "EUR"),
        ("$2,000 fine", "$2,000", "2000", "$", "USD"),
        ("US$2.5bn", "US$2.5bn", "2500000000", "US$", "USD"),
        ("USD 5 million", "USD 5 million", "5000000", "USD", "USD"),
        ("5 million USD", "5 million USD", "5000000", "USD", "USD"),
        ("12€", "12€", "12", "€", "EUR"),
        ("30 million riyals", "30 million riyals", "30000000", "riyals", None),
        ("وقدّرتها بنحو 1.3 مليار يورو", "نحو 1.3 مليار يورو", "1300000000", "يورو", "EUR"),
        ("١٫٣ مليار يورو", "١٫٣ مليار يورو", "1300000000", "يورو", "EUR"),
        ("1,3 مليار دولار", "1,3 مليار دولار", "1300000000", "دولار", "USD"),
        ("5 ملايين دولار أمريكي", "5 ملايين دولار أمريكي", "5000000", "دولار أمريكي", "USD"),
        ("يطالبون بخمسة ملايين دولار", "خمسة ملايين دولار", "5000000", "دولار", "USD"),
        ("30 مليون ريال سعودي", "30 مليون ريال سعودي", "30000000", "ريال سعودي", "SAR"),
        ("30 مليون جنيه", "30 مليون جنيه", "30000000", "جنيه", None),
    ],
)
def test_money(text: str, found: str, value: str, unit: str, currency: str | None) -> None:
    (one,) = find_amounts(text)
    assert text[one.start : one.end] in {found, found.removeprefix("نحو ")}
    assert (one.value, one.kind, one.unit, one.currency) == (Decimal(value), "money", unit, currency)


@pytest.mark.parametrize(
    ("text", "found", "value", "unit"),
    [
        ("12 percent", "12 percent", "12", "percent"), ("40 per cent of", "40 per cent", "40", "per cent"),
        ("1.8%", "1.8%", "1.8", "%"), ("2,5%", "2,5%", "2.5", "%"), ("%12", "%12", "12", "%"), ("٪١٢", "٪١٢", "12", "٪"),
        ("١٢٪", "١٢٪", "12", "٪"), ("12 في المئة", "12 في المئة", "12", "في المئة"),
        ("بنسبة 12 بالمئة", "12 بالمئة", "12", "بالمئة"), ("12 في المائة", "12 في المائة", "12", "في المائة"),
        ("ثلاثة في المئة", "ثلاثة في المئة", "3", "في المئة"), ("Twenty per cent", "Twenty per cent", "20", "per cent"),
    ],
)  # fmt: skip
def test_percentages(text: str, found: str, value: str, unit: str) -> None:
    (one,) = find_amounts(text)
    assert text[one.start : one.end] == found
    assert (one.value, one.kind, one.unit) == (Decimal(value), "percent", unit)


THIRD = Decimal(1) / 3


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("a third of the grain", "a third", THIRD), ("two thirds", "two thirds", THIRD * 2),
        ("a two-thirds majority", "two-thirds", THIRD * 2), ("half of the prisoners", "half", Decimal("0.5")),
        ("cut by half", "half", Decimal("0.5")), ("three quarters of the land", "three quarters", Decimal("0.75")),
        ("ثلث السكان", "ثلث", THIRD), ("ثلثي السكان", "ثلثي", THIRD * 2), ("تدفع كيلموند ثلثيها.", "ثلثيها", THIRD * 2),
        ("ثلثا السكان", "ثلثا", THIRD * 2), ("نصف السكان", "نصف", Decimal("0.5")), ("نصفهم", "نصفهم", Decimal("0.5")),
        ("ثلاثة أرباع الأراضي", "ثلاثة أرباع", Decimal("0.75")),
    ],
)  # fmt: skip
def test_shares(text: str, found: str, value: Decimal) -> None:
    assert [(text[one.start : one.end], one.value, one.kind, one.unit) for one in find_amounts(text)] == [
        (found, value, "share", None)
    ]


@pytest.mark.parametrize(
    ("text", "found", "value", "bound", "upto"),
    [
        ("more than 230 soldiers", "more than 230 soldiers", 230, "more", None),
        ("over 17 chests", "over 17 chests", 17, "more", None),
        # "Over" that is part of a verb is no bound, nor is a fall.
        ("to hand over 17 chests", "17 chests", 17, "exact", None),
        ("turned over 12 prisoners", "12 prisoners", 12, "exact", None),
        ("it fell 3 percent", "3 percent", 3, "exact", None),
        ("تجاوزت 70 قتيلًا", "تجاوزت 70 قتيلًا", 70, "more", None),
        ("زادت على 70 طنًا", "زادت على 70 طنًا", 70, "more", None),
        ("لم تتجاوز 70 قتيلًا", "لم تتجاوز 70 قتيلًا", 70, "most", None),
        ("دون أن تتجاوز 70 طنًا", "دون أن تتجاوز 70 طنًا", 70, "most", None),
        ("at least 22 doctors", "at least 22 doctors", 22, "least", None),
        ("up to 500 troops", "up to 500 troops", 500, "most", None),
        ("about 9,000 families", "about 9,000 families", 9000, "about", None),
        ("fewer than ten ships", "fewer than ten ships", 10, "less", None),
        ("230 soldiers or more", "230 soldiers or more", 230, "least", None),
        ("More than half of them", "More than half", Decimal("0.5"), "more", None),
        ("أكثر من 230 جنديًا", "أكثر من 230 جنديًا", 230, "more", None),
        ("حوالي 40 مليون شجرة", "حوالي 40 مليون شجرة", 40_000_000, "about", None),
        ("384 شخصًا على الأقل", "384 شخصًا على الأقل", 384, "least", None),
        ("ألا تقل حصة قرناية عن 45 في المئة", "45 في المئة", 45, "least", None),
        ("ما لا يزيد على 12 سفينة", "ما لا يزيد على 12 سفينة", 12, "most", None),
        ("10 to 12 soldiers", "10 to 12 soldiers", 10, "exact", 12),
        ("10-12 soldiers", "10-12 soldiers", 10, "exact", 12),
        ("between 10 and 12 soldiers", "between 10 and 12 soldiers", 10, "exact", 12),
        ("raised from 40 to 150 men", "40 to 150 men", 40, "exact", 150),
        ("from 12 to 5 per cent", "12 to 5 per cent", 12, "exact", 5),
        ("$2-3bn", "$2-3bn", 2_000_000_000, "exact", 3_000_000_000),
        ("بين 10 و12 جنديا", "بين 10 و12 جنديا", 10, "exact", 12),
        ("من 10 إلى 12 جنديا", "10 إلى 12 جنديا", 10, "exact", 12),
        # Only what counts the countries.
        ("sent 230 to 12 countries", "12 countries", 12, "exact", None),
    ],
)
def test_bounds_and_ranges(text: str, found: str, value: float | Decimal, bound: str, upto: float | None) -> None:
    (one,) = find_amounts(text)
    assert text[one.start : one.end] == found
    assert (one.value, one.bound, one.upto) == (value, bound, upto)


def test_amounts_stand_in_the_order_of_the_text() -> None:
    text = "Velmar sent 22 doctors and 8 tonnes of medicine, a third of it for 1.5 million euros, 12% more."
    assert [text[one.start : one.end] for one in find_amounts(text)] == [
        "22 doctors", "8 tonnes", "a third", "1.5 million euros", "12%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "", "soldiers", "11 September 2022", "in 2022", "on 5 May", "19 شوال 1446هـ", "14 رجب", "11 سبتمبر",
        "بين عامي 2014 و2022", "22:10", "at 3 pm", "3 o'clock", "at 10 GMT talks", "الساعة 3 عصرا", "three years",
        "73-year-old", "ثلاث سنوات", "ساعة ونصف", "half an hour", "three quarters of an hour", "Resolution 2231 calls",
        "القرار رقم 2231", "Article 5 of", "المادة 5", "+7 495 606-36-02", "S-400 systems", "Leopard 2 tanks",
        "G7 leaders", "the 1990s", "the two leaders", "these three states", "one of them", "no one said",
        "أحد المسؤولين", "several hundred soldiers", "hundreds of soldiers", "مئات الجنود", "آلاف الجنود",
        "ألّف كتابًا", "The 12 agreed on", "340 منهم", "7 وقال", "12 لعبوا", "the third quarter of 2024",
        "النصف الأول من عام 2024", "the third call", "the first half of", "18- to 29-year-olds", "20.000 تلميذ",
        "one in five children", "12 345 soldiers", "القرن 19", "منتصف الليل",
    ],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    assert find_amounts(text) == []


@given(
    value=st.decimals(Decimal("0.1"), Decimal(999_999_999), places=1),
    locale=st.sampled_from(["en_GB", "ar_EG"]),
    kind=st.sampled_from(["percent", "money", "count"]),
    arabic_digits=st.booleans(),
    around=st.sampled_from(
        [("", ""), ("bought ", "."), ("في ", "، قبل"), ("«", "»"), ("\u2067", "\u2069"), ("(", ")")]
    ),
)
@settings(deadline=None, max_examples=300)
def test_an_amount_is_read_as_it_is_written(
    value: Decimal, locale: str, kind: str, arabic_digits: bool, around: tuple[str, str]
) -> None:
    units = {
        "percent": "",
        "money": " euros" if locale == "en_GB" else " يورو",
        "count": " tonnes" if locale == "en_GB" else " طن",
    }
    number = (
        format_percent(value / 100, "#,##0.#%", locale=locale)
        if kind == "percent"
        else format_decimal(value, locale=locale)
    )
    shown = number + units[kind]
    if arabic_digits:
        shown = shown.translate(ARABIC_INDIC)
    before, after = around
    (found,) = find_amounts(before + shown + after)
    # CLDR writes a mark of direction between an Arabic number and its percent sign.
    assert (before + shown + after)[found.start : found.end] == shown
    assert (found.value, found.kind, found.bound) == (value, kind, "exact")


@given(
    st.lists(
        st.sampled_from(
            """3 12 230 1.3 ٤٥ 2,5 1⁄2 half a third of ثلثي نصف million مليون ألف and و to - – from من between بين more than أكثر
            per cent % ٪ في المئة € $ bn m euros دولار soldiers جنديا طن years سنوات May 2022 no. القرار \u200f
            ـ َ . , ،""".split()  # noqa: SIM905 - reads better
        ),
        max_size=14,
    ),
    st.sampled_from([" ", "", "\u00a0"]),
)
@settings(deadline=None, max_examples=500)
def test_offsets_of_amounts_stand_in_the_text_in_order(parts: list[str], space: str) -> None:
    text = space.join(parts)
    end = 0
    for found in find_amounts(text):
        assert isinstance(found, FoundAmount)
        assert end <= found.start < found.end <= len(text)
        assert found.value >= 0
        assert found.unit is None or found.unit in text
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()
        end = found.end
