"""The words that ask for each kind of value, over folded text in both languages.

In a list of words ``_`` is white space and ``*`` any ending. Arabic nouns may carry an article and what is glued before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answer.types import ValueKind

# Slips of the keyboard in the words that ask.
SLIPS = {
    "wen": "when", "whn": "when", "wehn": "when", "whens": "when", "wat": "what", "waht": "what", "whta": "what",
    "wich": "which", "whcih": "which", "wher": "where", "whre": "where", "wehre": "where", "wy": "why", "hwy": "why", "whi": "why",
    "hw": "how", "mny": "many", "meny": "many", "mnay": "many", "lng": "long", "lomg": "long", "muhc": "much", "woh": "who",
    "wo": "who", "whoo": "who", "whos": "who", "whats": "what", "wheres": "where", "becuase": "because", "precent": "percent",
}  # fmt: skip

# What a noun after "what", "which", ما or أي asks for, and a noun among bare words. The first class that fits counts.
_CLASSES: tuple[tuple[tuple[ValueKind, ...], str, str], ...] = (
    (
        ("percentage", "amount"),
        "percent percentage per_cent pct share proportion fraction portion tariff interest rate % turnout majority",
        "نسبه نسبت* حصه حصت* في_الم[اي]?يه بالم[اي]?يه ف_الم[اي]?يه فايده تعرفه معدل مءويه ميويه",
    ),
    (
        ("duration",),
        """duration durations period span timeframe time_frame timespan length_of_time stretch how_long long minutes hours lasted lasts
        call_length meeting_length truce_length""",
        "مده مدت* مهله فتره",
    ),
    (
        ("date",),
        "date dates year month day days? season deadline decade century expiry weekday timing schedule",
        "تاريخ موعد ميعاد مواعيد عام سنه يوم شهر فصل اجل توقيت",
    ),
    (
        ("amount",),
        """amount price prices cost costs sum worth value size volume distance quantity weight budget losses damage fee bill
        capacity kg kilos tonnes tons tonnage kilometres kilometers length width height depth area ransom fine loan debt grant
        aid_package compensation investment investments funding strength magnitude temperature speed salary wage turnover trade""",
        """قيمه قيمت* تكلفه كلفه تكاليف سعر ثمن حجم كميه مسافه خساير مبلغ وزن ميزانيه رسوم مقدار مساحه ارتفاع طول عرض عمق سعه طاقه قدره
        قوه فديه غرامه قرض ديون تعويض* استثمار* تمويل راتب اجر""",
    ),
    (
        ("count",),
        "number toll tally headcount times count dead killed wounded casualties victims homeless",
        "عدد حصيله مره عداد اعداد",
    ),
    (
        ("person",),
        """minister ministers president presidents premier prime_minister spokesman spokeswoman spokesperson envoy ambassador
        adviser advisor captain leader leaders negotiator head chief general commander official officials journalist reporter people
        person name names called mediator emissary governor mayor king queen emir sultan prince secretary director diplomat diplomats
        man woman politician aide delegate expert""",
        """وزير وزيره وزراء رييس رييسه متحدث* ناطق* مبعوث* سفير سفيره مستشار* قبطان زعيم قايد مسوول كبير_المفاوضين اسم اسماء
        شخص اشخاص ملك امير سلطان الرييسين الزعيمين صحفي* دبلوماسي*""",
    ),
    (
        ("organisation", "place"),
        "country countries state states nation nations power",
        "دوله دول بلد بلدان",
    ),
    (
        ("organisation", "person"),
        """side sides party parties government authority agency company organisation organization ministry body group institution
        broadcaster newspaper firm commission committee outlet source""",
        "جانب* طرف طرفين حكومه جهه هييه شركه وكاله منظمه موسسه سلطه مصدر لجنه",
    ),
    (
        ("place",),
        """city cities town towns port harbour harbor place places capital region regions area village venue location island crossing
        site province building palace hotel hall seaport airport destination spot""",
        "مدينه بلده ميناء مرفا مكان منطقه اقليم قريه موقع عاصمه معبر مطار محافظه ولايه قصر وجهه",
    ),
    (
        ("reason",),
        "reason reasons cause causes purpose motive motivation grounds rationale point_of aim goal justification excuse pretext",
        "سبب اسباب غرض هدف دافع دوافع غايه مهمه مبرر* ذريعه حجه داع* علل",
    ),
)
TIME_UNITS = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|"
    r"(?:من )?(?:ال)?(?:سن[هي]ن?|سنوات|عاما?|اعوام|شهرا?|شهور|اشهر|اسبوعا?|اسابيع|يوما?|ايام|ساعه|ساعا?|ساعات|دقيقه|دقايق|ثانيه|وقتا?|زمن))"
)
MEASURES = (
    r"kilo\w*|kg|km|met(?:re|er)s?|tons?|tonnes?|miles?|lit(?:re|er)s?|barrels?|hectares?|dollars?|euros?|pounds?|money|cash|funds|"
    r"billions?|millions?|megawatts?|grain|wheat|gas|oil|كيلو\w*|متر\w*|طنا?|اطنان|ميلا?|لترا?|برميلا?|هكتارا?|دولار\w*|يورو|جنيه\w*|"
    r"(?:ال)?(?:مال|اموال|فلوس)|مليون\w*|مليار\w*|مبلغ\w*"
)
PAID = (
    r"cost\w*|pa(?:y|ys|id)|worth|spen[dt]\w*|price|[هس]?[يت]?دفع\w*|[هس]?[يت]?تكلف\w*|[هس]?[يت]كلف\w*|كلف\w*|"
    r"(?:ال)?(?:قيمه|فلوس|حجم|سعر|ثمن|تكلفه|كلفه|تجاره|تجاري|خساير)|طن\w*"
)

WHETHER = re.compile(
    r"^(?:and |but |so )?(?:did|does|do|is|are|was|has|have|had|will|would|can|could|should|were (?!does|do |did|is|are ))\b|"
    r"^[وف]?(?:ا?هل|الم|اليست?)(?!\w)|\b(?:or not|true|right)\W*$|(?<!\w)(?:ولا|ام|او) (?:لا|لسه|لسا|لاء)\W*$|(?<!\w)صحيح\W*$"
)
MANNER = re.compile(
    r"\b(?:in|by|through) (?:what|which) (?:way|manner|means|channel|terms|words)\b|\bhow (?:did|does|do|will|would|is|are|was|were) "
    r"(?!.*\b(?:justif|explain\w* (?:the|its|his|her|their|why))\w*)|"
    r"(?<!\w)ب(?:اي|اييه) (?:طريقه|وسيله|شكل|قيد|شرط|شروط|كلمات)|(?<!\w)(?:كيف|ازاي|شلون)(?! (?:علل|برر|فسر))(?!\w)"
)
HOUR = re.compile(
    r"(?<!in )\b(?:what|which) (?:time|hour)\b|\bo'clock\b|(?<!\w)(?:الساعه|الساعا) (?:كم|كام)(?!\w)|(?<!\w)(?:اي|اييه|انهي) ساعه(?!\w)"
)
WHO = re.compile(
    r"\b(?:who|whom|whose)\b|"
    r"(?<!\w)(?:[وفلب]?(?:مين|منو|منهو)|من (?:هو|هي|هم|هما|الذي|التي|الذين|كان|كانت)|عمن|ممن|ايهما)(?!\w)|\bmeen\b|"
    r"^[وف]?(?:(?:مع|عن|الي|بين|علي|بحسب|حسب|ضد|برعايه|باشراف|بطلب) )?ل?من(?= \w)"
    r"(?! (?:اي|خلال|قبل|بعد|اجل|ناحيه|جهه|متي|امتي|اين|وين|فين|كم|كام)(?!\w))"
)
WHERE = re.compile(
    r"\bwhere\b(?!as)|\bwere (?=does|do |did|is|are )|(?<!\w)[وفلب]?(?:اين|وين|فين|لوين|منين|فاين)(?!\w)|\b(?:feen|fein|wein|ween)\b"
)
WHEN = re.compile(
    r"^(?!what|who|why|how|where).*\b(?:know|known|says?|tell|told|clear|remember|and|or|since|until|till|by|from) (?:me )?when\b|^(?:and |but |so )?when\b|"
    r"\bwhen\W*$|\bwhen (?:was|were|is|are|did|does|do|will|has|have|had)\b|\bsince when\b|"
    r"(?<!\w)[وفل]?(?:متي|متا|امتي|امتا|ايمتي|ايمتا|اييمتي|وقتيش|وقتاش|شوكت)(?!\w)|\b(?:emta|imta|mata)\b"
)
LONG = re.compile(
    r"\bhow long\b|\bhow (?:soon|late|quickly|fast)\b|"
    rf"\bhow (?:many|much) (?:\w+ )?(?:time|{TIME_UNITS})\b|"
    r"\b(?:in|within|over|during|for) (?:what|which|how much) (?:time|period|length|stretch)\b|\blength of time\b|"
    r"\b(?:call|conversation|meeting|talks?|visit|truce|ceasefire|phonecall|phone call|detention|term|session|summit|stay|study|contract|"
    r"blockade|war|outage|strike) (?:length|duration|time)\b|"
    r"\blength of (?:the |their |its )?(?:\w+ ){0,2}(?:call|conversation|meeting|talks?|visit|truce|ceasefire|term|stay)\b|"
    rf"(?<!\w)[وفبل]?(?:كم|كام|عدد) {TIME_UNITS}(?!\w)|"
    r"(?<!\w)[وف]?(?:كم|كام) (?:المده|مده|[سه]?[يت]?بق[يت]\w*|[سه]?[يت]?(?:دام|دوم|ستمر|استمر|ستغرق|استغرق|طال|طول|مكث|لبث|صمد|قعد|ظل|ضل)\w*|"
    r"مضي|مضت|مر|مرت|صار|صارل\w*|انقطع\w*|[هس]?[يت]?اخذ\w*|[هس]?[يت]?اخد\w*)(?!\w)|"
    r"(?<!\w)(?:قد|اد) (?:ايه|اي|ايش)(?!\w)|"
    r"(?<!\w)(?:قديش|اديش|ادش|شقد|شكثر|شحال|قداش) (?:صار|ال[وه]|[هس]?[يت]?(?:ضل|بقي|طول|طال|اخذ|اخد|دام|دوم|ستمر|استمر|صمد|قعد|ظل)\w*|بقت|مر|مرت|وقت|كان\w* مد)|"
    rf"(?<!\w)(?:قديش|اديش|شحال|قداش) (?:من )?{TIME_UNITS}(?!\w)|"
    r"(?<!\w)(?:صارل\w*|بقال\w*|من كام|منذ كم|من كم|بعد كم|خلال كم|في كم|لكم|كل (?:قديش|كم|كام))(?!\w)"
)
OFTEN = re.compile(r"\bhow often\b|\bhow many times\b|\bhow frequently\b|(?<!\w)(?:كم|كام|عدد|قديش|شحال) (?:من )?(?:مره|مرات|المرات)(?!\w)")
MANY = re.compile(
    r"\bhow ?many\b|\b(?:number|count) of\b|(?<!\w)[وفلب]?(?:كم|كام|جم|عدد|قديش|اديش|ادش|شكثر|شقد|شحال|قداش|بكم|بكام)(?!\w)|\bkam\b"
)
MUCH = re.compile(
    r"\bhow (?:much|far|large|big|heavy|high|deep|tall|wide|strong|old|expensive)\b|(?<!\w)(?:بكم|بكام|بقديش|باديش|بشحال)(?!\w)"
)
WHY = re.compile(
    r"\bwhy\b|\bhow come\b|\bfor what (?:reason|purpose)\b|\bon what grounds?\b|\bto what end\b|\bwhat(?:'s| is| was| lies) behind\b|"
    r"\bwhat (?:\w+ )?(?:makes?|made|caused|led to|drove|drives|prompted|prompts|triggered|motivated|explains?|set off|sparked|"
    r"stopped|prevents?|prevented|delayed|delays|is it about|(?:is|was) (?:holding|stopping|delaying|blocking|keeping|preventing))\b|"
    r"\bwhat (?:excuse|explanation|justification|motive|reason|cause|pretext|grounds?)\b|\bwhat(?:'s| is| was| are| were)? .*\b(?:explanation|excuse|"
    r"justification|motive|rationale) (?:for|of|behind)\b|\bwhat (?:stands|stood|gets|got) in the way\b|\bwhat .*\bin the way of\b|"
    r"\bwhat (?:does|did|do) .*\b(?:blame\w*|call the (?:\w+ )?cause)\b|\bwhat for\W*$|"
    r"\bhow (?:does|did|do) .*\b(?:justif\w*|explain\w* (?:the|its|his|her|their|why))|"
    r"^[وف]?لما(?!\w)|(?<!\w)[وفل]?(?:لماذا|ليه|ليش|علاش|لويش|لشو|عشان ايه|علشان ايه|مشان شو|ب(?:ماذا|م|شو|ايه|ايش) (?:علل|برر|فسر)\w*|"
    r"كيف (?:علل|برر|فسر)\w*|(?:ما|شو|ايه|ايش|شنو|وش) (?:الذي|اللي) (?:دفع|جعل|خلي|ادي|منع|عطل|اخر|تسبب)\w*|علي اي اساس)(?!\w)|\b(?:leh|leih|lesh|leish)\b"
)
# "What does the repair cost?"
COSTS = re.compile(r"\bwhat (?:does|did|do|will|would|is|was|are|were) .*\b(?:cost|costs|pay|paid|worth|spend|spent|charge|charged|earn)\b")
WHAT = re.compile(
    r"\b(?:what|which)\b|(?<!\w)[وفبل]?(?:ما|ماذا|اي|ايه|ايا|انهي|شو|شنو|وش|ايش)(?!\w)"
)
# What makes a text more than bare words.
ASKS = re.compile(
    r"\b(?:who\w*|what|why|when|where|which|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|tell|give|show)\b|"
    r"(?<!\w)[وفب]?(?:ما|ماذا|مم|عم|بم|ايه|ايش|شو|شنو|وش|هل|كيف|لماذا)(?!\w)"
)


@cache
def classes() -> tuple[tuple[tuple[ValueKind, ...], re.Pattern[str]], ...]:
    """The kinds that nouns ask for, and the patterns of those nouns."""
    return tuple((kinds, _pattern(english, arabic)) for kinds, english, arabic in _CLASSES)


@cache
def bare_nouns() -> tuple[str, ...]:
    """The English nouns that ask, one word each, long enough to be told from a slip."""
    return tuple(sorted({word for _, english, _ in _CLASSES for word in re.findall("[a-z]{5,}", english)}))


def _pattern(english: str, arabic: str) -> re.Pattern[str]:
    latin, others = (
        "|".join(word.replace("_", r"\s").replace("*", r"\w*") for word in words.split()) for words in (english, arabic)
    )
    return re.compile(rf"(?<!\w)(?:{latin})(?!\w)|(?<!\w)[وفبلك]?(?:ال|لل)?(?:{others})(?!\w)")
