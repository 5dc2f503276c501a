"""The words that amounts are written with, folded: percent, shares, units of measure, and what makes a number a name."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from index.bounds import BEFORE
from index.currencies import SIGNS, WORDS
from index.numbers import NUMBER

PERCENT = r"(?:\s*[%٪]|[\s-]*(?:per\s?cent|pct)(?!\w)|\s+(?:في\s+|ب)الما?يه(?!\w))"
# "€2bn", "$5m"
SHORT = {"k": 3, "m": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "tn": 12, "trn": 12}
# "1,3 مليار", "2,5%": a comma before one or two digits is decimal where a scale or a percent follows.
_DECIMAL_COMMA = r"\d+[,،]\d{1,2}(?=\s*[%٪]|\s+(?:million|billion|مليون|مليار|في\s+الم|بالم))"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|الي|حتي)\s+)"

# Measures that are written without a plural, or against the number.
MEASURES = frozenset(
    """km kg mw gw kw kwh mwh gwh cm mm ha sq metre meter kilometre kilometer mile tonne ton litre liter barrel megawatt gigawatt
    kilogram degree people men women children troops personnel staff police aircraft spacecraft crew cattle sheep deputies
    infantry firefighters seamen servicemen servicewomen policemen fishermen""".split()  # noqa: SIM905 - reads better
)
# What stands between a number and what it counts without being part of it.
BESIDES = frozenset("more other others further additional extra another".split())  # noqa: SIM905 - reads better
# What follows a number that counts nothing: an hour, an adverb, another sentence's verb.
NOT_COUNTED = frozenset(
    """am pm gmt utc msk est cet hrs oclock o'clock th st nd rd noon local per versus vs thirds third half quarters quarter
    fifths is was has this its years-old yards-long
    يوميا سنويا شهريا اسبوعيا تقريبا فقط مقابل ضد اخري اخرين اخرون اضافيه اضافيا منها منهم منهن بينهم بينها غيرها مساء صباحا عصرا
    ظهرا ليلا فجرا بتوقيت اذ فيما بينما عندما لدي نحو حوالي اي او ام حتي سوي غير دون قبل بعد خلال ضمن عبر وفق حسب رغم مما مقارنه
    هجري هجريه ميلادي ميلاديه قال قالت اعلن اعلنت نفسه نفسها نفسهم عما مما كما""".split()  # noqa: SIM905 - reads better
)
DURATION = re.compile(
    r"(?:year|month|week|day|hour|minute|second|decade|fortnight)s?|centur(?:y|ies)|year-old|"
    r"سنه|سنوات|سنين|عام|عاما|اعوام|شهر|شهرا|اشهر|شهور|اسبوع|اسبوعا|اسابيع|يوم|يوما|ايام|ساعه|ساعات|دقيقه|دقايق|ثانيه|ثوان|ثواني|"
    r"عقد|عقود|قرن|قرون"
)
# Arabic words that begin with و as nouns; any other that does is a new clause.
WAW_NOUNS = re.compile(r"و(?:زير|زراء|فد|فود|حد|ثيق|ثايق|ظيف|ظايف|لاي|سيل|سايل|جب|رق|كال|ساط|سيط|دايع|اط|لاد|رش)")
# "Resolution 2231", "Article 5", "Leopard 2 tanks", "الساعة 3", "القرار رقم 2231": a name, not an amount.
NAMES_BEFORE = re.compile(
    r"(?:\b(?:resolutions?|articles?|paragraphs?|rooms?|chapters?|pages?|phases?|numbers?|nos?\.?|sections?|flights?|group\sof|"
    r"types?|mark|leopard|challenger|boeing|airbus|channel|unit|route|highway|protocol|annex|clause|items?|points?|levels?|"
    r"versions?|grade|class|category|zone|line|gate|building|house|apartment|tel\.?|phone|reactor|block|"
    r"agenda|day|week|year|radio|bbc|formula|one\sin)|"
    r"(?<!\w)[وفبل]?(?:ال|لل)?(?:قرار|قرارات|ماده|فقره|رقم|صفحه|مرحله|فصل|بند|ملحق|طابق|غرفه|مبني|شارع|هاتف|لواء|كتيبه|بروتوكول|"
    r"قناه|ساعه|مجموعه|يوم|عام|سنه|شهر|اليه|مفاعل|رحله|خط|قرن|كل|بين\sكل|ليوبارد))\s+$"
)
# "the two leaders" are known, "the first two rounds" are some of more.
KNOWN_BEFORE = re.compile(
    r"\b(?:the|these|those|both|all|other|its|their|his|her|our|my|your|last|first|next|past|any|each|every|other)\s+$"
)
VAGUE_BEFORE = re.compile(r"(?:\b(?:several|few|many|couple\sof|dozens?\sof)|(?<!\w)(?:بضع|بضعه|عده))\s+$")

_THIRD, _QUARTER, _HALF = Decimal(1) / 3, Decimal(1) / 4, Decimal(1) / 2
_SHARES = {
    "half": _HALF, "third": _THIRD, "quarter": _QUARTER, "fourth": _QUARTER, "fifth": Decimal("0.2"), "tenth": Decimal("0.1"),
    "نصف": _HALF, "ثلث": _THIRD, "ربع": _QUARTER,
}  # fmt: skip
_TIMES = {"one": 1, "two": 2, "three": 3, "four": 4, "a": 1}
_SUFFIX = "(?:ها|ه|هم|هما|هن)"


@cache
def share_pattern() -> re.Pattern[str]:
    """A share of a whole, with the group ``share`` and the bound before it."""
    return re.compile(
        rf"(?<![\w-])(?:{BEFORE}\s+)?(?P<share>"
        r"(?P<times>one|two|three|four|a)[\s-](?P<part>third|quarter|fourth|fifth|tenth)s?(?!\w)"
        r"(?=\s+of\s+(?!an?\s|the\syear|(?:19|20)\d\d|last|this|next)|\s*[.,;:)]|\s*$|\s+(?:in|by|from|since|more|less|to|majority)\b)|"
        r"(?<!\btop\s)(?<!\bfirst\s)(?<!\bsecond\s)(?<!\bother\s)(?<!\bbottom\s)(?P<half>half)(?!\w)(?=\s+(?:of\s+(?!an?\s)|the\s|its\s|their\s|his\s|her\s|all\s))|(?<=by\s)(?P<by>half)(?!\w)|"
        rf"[بل]?(?P<dual>ثلث|ربع)(?:ي{_SUFFIX}?|ا{_SUFFIX}|ا(?=\s+ال)|ان|ين)(?!\w)|[بل]?ثلاثه\s+(?P<quarters>ارباع)(?!\s+ال?(?:ساعه|قرن))|"
        rf"(?<!\bالا\s)[بل]?(?P<single>نصف|ثلث|ربع){_SUFFIX}?(?!\w)(?!\s+(?:ال)?(?:ساعه|عام|سنه|قرن|يوم|شهر|نهاي\w*|مليون|مليار|الف|عقد|"
        r"اول|ثاني|ثالث|رابع|اخير)(?!\w)))"
    )


def share_value(match: re.Match[str]) -> Decimal:
    """The share that a match of ``share_pattern`` names: two thirds of it for "ثلثي"."""
    if match["times"]:
        return _SHARES[match["part"]] * _TIMES[match["times"]]
    if match["quarters"]:
        return _QUARTER * 3
    if match["dual"]:
        return _SHARES[match["dual"]] * 2
    return _SHARES[match["half"] or match["by"] or match["single"]]


@cache
def amount_pattern() -> re.Pattern[str]:
    """A number and, where it is money or percent, what says so; what else it counts stands after it."""
    signs = "|".join(
        rf"\b{sign}(?=\s?\d)" if sign.isalpha() else re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)
    )
    words = "|".join(word.replace(" ", r"\s+") for word in sorted(WORDS, key=len, reverse=True))
    codes = "|".join(sign for sign in SIGNS if sign.isalpha())
    short = "|".join(sorted(SHORT, key=len, reverse=True))
    number = rf"(?:{_DECIMAL_COMMA}(?:\s+(?:million|billion|مليون|مليار))?|{NUMBER})"
    return re.compile(
        rf"(?<![\w.,:/-])(?P<all>(?:{BEFORE}\s+)?(?:(?P<from>(?:from|من)\s+)|(?P<between>(?:between|بين)\s+))?"
        rf"(?P<clitic>[وبلفك])?(?:ال(?=\d))?(?:(?P<sign>{signs})\s?|(?P<percent_sign>[%٪])\s?)?(?P<number>{number})(?P<short>(?:{short})(?!\w))?"
        rf"(?:(?:{PERCENT})?(?:(?(between)\s+(?:and\s+|و\s?)|(?!))|{_TO})(?:(?:{signs})\s?)?(?P<upto>{number})"
        rf"(?P<short_upto>(?:{short})(?!\w))?)?"
        rf"(?:(?P<percent>{PERCENT})|\s?(?P<sign_after>[$€£¥₽₴₺₪₹])|\s+(?P<money>{codes}|{words})(?!\w))?)"
    )
