"""The nouns that say which kind of value is asked for: "which minister", في أي مدينة, ما نسبة; over folded text.

In a list of words ``_`` is white space and ``*`` any ending. Arabic nouns may carry an article and what is glued before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answer.types import ValueKind

# The first class that fits counts.
_CLASSES: tuple[tuple[tuple[ValueKind, ...], str, str], ...] = (
    (
        ("percentage",),
        "percent percentage per_cent pct share proportion fraction portion %",
        "نسبه نسبت* حصه حصت* في_الم[اي]?يه بالم[اي]?يه ف_الم[اي]?يه مءويه ميويه",
    ),
    (
        ("amount", "percentage"),
        """price cost sum amount quantity number toll tariff interest rate value volume capacity size distance length weight
        magnitude fee tax ransom fine loan""",
        "عدد قيمه تكلفه كلفه سعر ثمن حجم كميه مسافه مبلغ وزن رسوم مقدار مساحه فايده تعرفه معدل قوه فديه غرامه قرض",
    ),
    (("duration",), "period span duration", "مده مهله فتره"),
    (
        ("date",),
        "date dates year month day season deadline decade century",
        "تاريخ موعد عام سنه يوم شهر فصل",
    ),
    (
        ("person",),
        """minister ministers president presidents premier spokesman spokeswoman spokesperson envoy ambassador
        adviser advisor
        captain leader leaders negotiator head chief general commander official officials journalist reporter
        people person mediator
        emissary governor mayor king queen emir sultan prince secretary director diplomat diplomats politician
        aide delegate expert
        captive prisoner detainee researcher scholar sailor aides man woman judge lawyer journalist's""",
        """وزير وزيره وزراء رييس رييسه متحدث* ناطق* مبعوث* سفير سفيره مستشار* قبطان زعيم زعماء قايد مسوول مسوولين
        كبير_المفاوضين
        شخص اشخاص ملك امير سلطان رييسين زعيمين صحفي* صحافي* دبلوماسي* باحث* اسير معتقل* محتجز*""",
    ),
    (
        ("organisation", "place"),
        "country countries state states nation nations power powers",
        "دوله دول بلد بلدان بلاد",
    ),
    (
        ("organisation", "person"),
        """side sides party parties government authority agency company organisation organization ministry body
        group institution
        broadcaster newspaper firm commission committee outlet source alliance army force forces brigade militia""",
        "جانب* طرف* حكومه جهه هييه شركه وكاله منظمه موسسه سلطه مصدر لجنه حلف جيش جماعه وزاره",
    ),
    (
        ("place",),
        """city cities town towns port harbour harbor place places capital region regions area village venue
        location island crossing
        site province building palace hotel hall seaport airport destination spot plant facility valley river sea
        strait dam camp
        station base district bridge field""",
        """مدينه بلده ميناء مرفا مكان منطقه اقليم قريه موقع عاصمه معبر مطار محافظه ولايه قصر وجهه محطه منشاه مفاعل
        وادي نهر بحر مضيق
        سد مخيم قاعده حي جسر جزيره فندق قاعه حقل""",
    ),
    (
        ("reason",),
        "reason reasons cause purpose motive grounds aim goal justification excuse pretext",
        "سبب اسباب غرض هدف دافع غايه مبرر* ذريعه حجه",
    ),
)
# What a number is asked in.
MEASURED = re.compile(
    r"(?<!\w)(?:kilo\w*|kg|km|met(?:re|er)s?|tons?|tonnes?|miles?|lit(?:re|er)s?|barrels?|hectares?|dollars?|euros?|"
    r"pounds?|money|cash|"
    r"funds|billions?|millions?|megawatts?|cost\w*|pa(?:y|ys|id)|worth|spen[dt]\w*|price|كيلو\w*|متر\w*|طن\w*|اطنان|"
    r"ميلا?|لترا?|برميلا?|"
    r"هكتارا?|دولار\w*|يورو|جنيه\w*|(?:ال)?(?:مال|اموال|فلوس)|مليون\w*|مليار\w*|مبلغ\w*|length|width|height|distance|"
    r"طول|عرض|ارتفاع|[هس]?[يت]?دفع\w*|[هس]?[يت]?تكلف\w*|[هس]?[يت]كلف\w*|"
    r"كلف\w*|(?:ال)?(?:قيمه|حجم|سعر|ثمن|تكلفه|كلفه|تجاره|تجاري|خساير|كميه|مسافه)|بكم|بكام|بقديش|how (?:much|far|large|"
    r"big|heavy|high|deep|tall))"
    r"(?!\w)"
)
BY_HOW_MUCH = re.compile(r"\bby how much\b|\bhow far (?:down|up)\b|(?<!\w)بكم(?!\w)|(?<!\w)بقديش(?!\w)")
HOUR = re.compile(
    r"(?<!in )\b(?:what|which) (?:time|hour)\b|\bo'clock\b|(?<!\w)(?:الساعه|الساعا) (?:كم|كام)(?!\w)|(?<!\w)(?:اي|اييه|"
    r"انهي) ساعه(?!\w)"
)
SINCE_WHEN = re.compile(r"\bsince when\b|(?<!\w)(?:منذ|من) (?:متي|امتي|ايمتي|اي)(?!\w)")
# "Which two presidents", "what supplies will", "ما اسما وزيري".
SEVERAL = re.compile(
    r"\b(?:which|what|wich|wat) (?:(?:are|were) (?:the |his |her |their )?)?(?:two|three|four|five|\d+)\b|"
    r"\b(?:which|what|wich|wat) (?:\w+ ){0,2}?(?!is\b|was\b|does\b|has\b|this\b|sides\b|times\b|years\b|days\b|"
    r"months\b|hours\b|minutes\b)"
    r"\w{3,}(?<!s)s (?:did|do|will|would|were|are|have|had|can|sat|was|took|signed|met|spoke)\b|"
    r"(?<!\w)(?:ما|شو|وش|ايش) (?:هي |هم )?(?:اسما|اسماء|مطالب|شروط|مواضيع|موضوعات|مجالات|بنود)(?!\w)|"
    r"(?<!\w)(?:اي|من|ما|مين) (?:هم |هما )?(?:ال)?(?:وزراء|وزيران|رييسان|زعماء|زعيمان|دول|دولتان|مدينتان)(?!\w)"
)
NAMED = re.compile(
    r"\b(?:who|names?|presidents|ministers|leaders|envoys|officials|ambassadors|kings|members|people|persons|countries|"
    r"states|cities|towns|"
    r"ports|plants|places|sides|parties|companies|villages|provinces|regions|islands)\b|"
    r"(?<!\w)(?:من|اسما|اسماء|(?:ال)?(?:وزراء|وزيران|رييسان|رييسين|زعماء|زعيمان|دول|دولتان|مدن|مدينتان|موانئ|مواني))(?!\w)"
)
# What is asked for has no name, whoever else the question speaks of: "which topics did the two presidents discuss".
THINGS = re.compile(
    r"\b(?:what|which|wich|wat)\s+(?:\w+\s+){0,2}?(?:topics?|subjects?|issues?|matters?|questions|demands|conditions|terms|points|things|"
    r"measures|steps|goods|weapons|supplies)\b|(?<!\w)(?:ال)?(?:مواضيع|موضوعات|قضايا|مسايل|ملفات|مطالب|شروط|بنود|نقاط|خطوات|اجراءات)(?!\w)"
)
WHICH = re.compile(r"\b(?:what|which|wat|wich)\b|(?<!\w)[وفبل]?(?:ما|اي|ايه|ايا|انهي|شو|شنو|وش|ايش)(?!\w)")


@cache
def classes() -> tuple[tuple[tuple[ValueKind, ...], re.Pattern[str]], ...]:
    """The kinds that nouns ask for, and the patterns of those nouns."""
    return tuple((kinds, _pattern(english, arabic)) for kinds, english, arabic in _CLASSES)


def _pattern(english: str, arabic: str) -> re.Pattern[str]:
    latin, others = (
        "|".join(word.replace("_", r"\s").replace("*", r"\w*") for word in words.split()) for words in (english, arabic)
    )
    return re.compile(rf"(?<!\w)(?:{latin})(?!\w)|(?<!\w)[وفبلك]?(?:ال|لل)?(?:{others})(?!\w)")
