"""The family of an Arabic question, standard or spoken, by the words that ask, wherever in the sentence they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answer.types import QuestionFamily

# Nouns, folded. What is asked for with كم, ما, أي, and what bare words name by their first one.
_UNITS = r"(?:سنه|سنوات|سنين|عاما?|اعوام|شهرا?|اشهر|شهور|اسبوعا?|اسابيع|يوما?|ايام|ساعه|ساعات|دقيقه|دقايق|(?:من )?(?:ال)?وقت)"
_LASTED = (
    r"(?:مرت?|مضي|مضت|دامت?|يدوم|تدوم|استمرت?|[سي]?[يت]ستمر|استغرقت?|س?[يت]ستغرق|طالت?|بقي(?:ت|وا)?|رح [يت]بقي|س?[يت]بقي|"
    r"[ظض]لت?|[ظض]لوا|صمدت?|س?[يت]متد|امتدت?|طولت?|قعدت?|قعدوا|اخدت? وقت|صار(?:ل\w+)?|انقطعت?|ال(?:و|ه|هم))"
)
_AMOUNTS = (
    r"(?:ال)?(?:نسبه|حجم|كلفه|تكلفه|سعر|ثمن|قيمه|كميه|حصه|مقدار|مساحه|طول|ارتفاع|عدد|قوه|مبلغ|غرامه|رسوم|خساير|مسافه|عمق|"
    r"معدل|حصيله|ميزانيه|اسعار|درجه حراره|درجه الحراره)"
)
_PLACES = (
    r"(?:ال)?(?:مدينه|بلده?|دوله|منطقه|عاصمه|مكان|موقع|قصر|مرفا|ميناء?|معبر|قريه|مطار|فندق|جزيره|مقر|محافظه|حته|مطرح)"
)
_PERSONS = (
    r"(?:ال)?(?:وزيره?|سفيره?|ربان|قبطان|متحدثه?|ناطقه?|رييسه?|قايد|مبعوثه?|مستشاره?|صحفيه?|قاضي|مندوبه?|مسءول|مسيول|مديره?|"
    r"امير|ملك|ملكه|سلطان|شخص|طبيب|دكتور|محامي|مولفه?|حاكم|مفاوض)"
)
_TIMES = r"(?:ال)?(?:عام|سنه|يوم|شهر|تاريخ|ساعه|وقت|فصل|موسم|موعد|ميعاد)"
_HOW_MUCH = r"(?:كم|كام|جم|قديش|اديش|شقد|شحال|اشحال)"
_WHICH = r"[بلو]?(?:اي|ايه|انهي|انه)"
_WHAT = r"(?:ما|ماهي|شو|ايه|ايش|شنو|وش)(?: (?:هي|هو|هم))?"
_SIDES = r"(?:ال)?(?:جانبين|طرفين|بلدين|رييسين|جهه|طرف|جانب|رييس|وزير|حزب|شركه|زعيم)"

# In the order in which they are tried, anywhere in the sentence, each as a whole word that may carry و or ف.
_ASKS: tuple[tuple[QuestionFamily, str], ...] = (
    ("why", r"لماذا|ليه|ليش|علاش|لاي (?:غرض|سبب|هدف)|ب(?:ما|ماذا|م|شو) (?:علل|برر|فسر)ت?|(?:ال)?سبب|(?:ال)?اسباب"),
    ("why", r"(?:ال)?دافع|(?:ال)?دوافع|بسبب (?:ايه|شو|ماذا|وش)|علي اي اساس"),
    ("why", r"(?:ما(?: الذي)?|شو اللي|ايه اللي|وش اللي) (?:دفع|خلي|خلا|منع|يمنع|بيمنع|حمل|جعل)\w*"),
    ("why", r"عا?شا?ن (?:ايه|شو|ماذا)|ما (?:غايه|الغايه|الغرض|الهدف|القصد)(?= \w)"),
    ("how_long", rf"{_HOW_MUCH} (?:من )?{_UNITS}(?! مره)|{_LASTED}\w* (?:ل\w+ )?{_HOW_MUCH}"),
    ("how_long", rf"(?:كل )?{_HOW_MUCH} (?:رح )?{_LASTED}"),
    ("how_long", rf"(?:قد|اد) (?:ايه|شو)|كم (?:ال)?مده|{_WHAT} (?:ال)?(?:مده|مهله)|كل قديش"),
    ("how_long", r"(?:منذ|من) (?:متي|امتي|ايمتي) (?:لم|ما|لا)"),
    ("when", r"متي|امتي|امتا|ايمتي|ايمتا|متا|وقتيش|(?:ال)?تاريخ|الساعه كام"),
    ("when", rf"(?:(?:من|في|الي|حتي|قبل|بحلول) )?{_WHICH} {_TIMES}"),
    ("when", rf"{_WHAT} (?:اقصي |اخر |احسن |افضل |انسب )?(?:ال)?(?:موعد|ميعاد)|(?:احسن|انسب) وقت"),
    ("when", rf"{_WHAT} (?:ال)?(?:وقت|يوم|ساعه)|يوم (?:ايه|ماذا|شو)|اليوم (?:اللي|الذي)|الساعه كم"),
    ("where", rf"(?:(?:من|الي) |ل)?(?:اين|وين|فين|لوين|منين)|(?:(?:من|في|الي) |ل)?{_WHICH} {_PLACES}"),
    ("where", rf"{_WHAT} (?:ال)?(?:مدينه|مكان|موقع|مقر|منطقه|بلده) (?:التي|الذي|اللي|يلي)"),
    ("how_many", rf"[بل]?(?:{_HOW_MUCH}|كد ايه)|ادش|شكثر|(?:{_WHAT}|{_WHICH}) {_AMOUNTS}"),
    ("who", rf"(?:(?:علي|مع|عن|الي) |ل)?(?:مين|منو)|عمن|ممن|(?:(?:مع|عن|بين) )?{_WHICH} {_SIDES}"),
    ("who", rf"(?:{_WHAT} )?(?:اسم|اسمه|اسمها|اسماء) {_PERSONS}|{_WHAT} (?:ال)?مصدر"),
    ("who", r"(?:علي لسان|نقلا عن|ب?حسب|وفقا ل) ?(?:من|مين|منو)|ايهما?"),
    ("who", r"اسم(?:و|ه|ها|هم)? (?:ايه|شو|ماذا|وش)"),
    ("how", r"كيف|كيفاش|ازاي|شلون|ب?اي (?:وسيله|طريقه|شكل)|(?:احسن|افضل|ما|ايه|شو) (?:هي )?طريقه"),
)
# Only at the beginning, for in the midst they are other words too.
_BEGINS: tuple[tuple[QuestionFamily, str], ...] = (
    ("why", r"لما(?= )|لم(?= (?:لا|لم|يكن))"),
    ("who", r"(?:(?:مع|عن|الي|بين|علي) |ل)?من(?= \w)(?! (?:خلال|قبل|بعد|اجل|اي|ناحيه|جهه|حق|ضمن|بين))"),
    ("what", r"(?:(?:عن|علي|من|في) |ب)?(?:ماذا|ما|مم|عم|بم|ايه|ايش|شو|شنو|وش|اشو|مادا)(?= )"),
    ("what", r"(?:\w{1,4} )?[بل]?(?:اي|انهي)(?= \w)"),
    ("what", r".*(?<!\w)(?:ايه|ايش|شو|شنو|وش|ماذا)"),
    ("whether", r"ا?هل|الم(?= \w)|اليست?(?= )|اكانت?(?= )|او?لم(?= )"),
)
# Of bare words, by the first of them.
_NAMES: tuple[tuple[QuestionFamily, str], ...] = (
    ("how_long", r"مده|المده|زمن"),
    ("when", r"(?:ال)?(?:موعد|ميعاد|وقت)|تاريخ"),
    ("how_many", rf"{_AMOUNTS}"),
    ("where", r"مكان|موقع|مقر|عاصمه"),
    ("how", r"كيفيه|(?:بدي |عايز |ابغي |اريد )?(?:وصفه|طريقه)"),
)
# What was said or done is asked for, whatever it was said of.
_DONE = re.compile(
    r"^[وف]?(?:ماذا|مادا|شو|وش|ايش|شنو) (?:قال|حكي|حكت|رد|طلب|عرض|اقترح|ناقش|بحث|ذكر|يقول|بيقول|حدث|صار)\w*(?!\w)|"
    r"^(?:هل )?(?:(?:من|في|فيه|عندك) )?(?:اي )?(?:شيء?|اخبار|معلومات|حاجه|كلام) (?:عن|حول|بخصوص)(?!\w)"
)
# A sentence that only its tone makes a question: it ends so, or it tells of a deed.
_OR_NOT = re.compile(
    r"(?<!\w)(?:ولا|ام|او) (?:لا|لسه|لسا|بعد|خلاص|لم|مش|لء)(?!\w)|(?<!\w)(?:صح|صحيح|مظبوط|مش كده)\W*$|^(?:صحيح|يعني|فيه) "
)
# What is a verb wherever it stands, what is one after another word, and nouns that begin like verbs.
_VERBS = (
    r"(?:اتكلم|تكلم|حكو?|تحدث|اتفق|تطرق|ناقش|وافق|عزم|هدد|اعتذر|اتصل|زار|التقي|اجتمع|انسحب|اعترف|ات?حدد|تحدد|نفي|اكد|اعلن)"
)  # fmt: skip
_AFTER = r"(?:عرض|وعد|طلب|رفض|بحث|ذكر|وقع|ضغط|دعا|جاب|قبل)"
_NOUNS = r"(?!بيان|بيرو|بيلا|بيت(?!\w{3})|سياس|سيار|سياد|سينا|ستار|ستين|هيءه|هييه|حيا|حيث|حتي|بتر)"
_DEED = re.compile(
    rf"(?<!\w)[وف]?(?:{_VERBS}(?:ت|وا?|ا|تا)?|جابوا?|\w{(2,)}وا|تمت?|ممكن|رح|راح|موافقه?|مطروحه?)(?!\w)|"
    rf"(?<!\w)[وف]?{_NOUNS}(?:بي|بت|هي|هت|حي|حت|س[يت])\w{{3,}}|"
    rf"(?<=\w ){_AFTER}(?:ت|وا?|ا|تا)?(?= (?!من )\w)"
)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?(?:{words})(?!\w)")


_ASKING = tuple((family, _whole(words)) for family, words in _ASKS)
_BEGINNING = tuple((family, _whole(words)) for family, words in _BEGINS)
_NAMING = tuple((family, _whole(words)) for family, words in _NAMES)
_SOMEBODY = _whole(rf"{_PERSONS}(?= \w)")


def arabic_family(asked: str) -> QuestionFamily | None:
    """The family of a question in Arabic; None where no word tells of one.

    Args:
        asked: The sentence that asks, folded.
    """
    if _DONE.search(asked):
        return "what"
    begun = next((family for family, words in _BEGINNING if words.match(asked)), None)
    if begun == "whether":
        return begun
    found = next((family for family, words in _ASKING if words.search(asked)), begun)
    found = found or next((family for family, words in _NAMING if words.match(asked)), None)
    if found is not None:
        return found
    is_asked = asked.rstrip(' "»”').endswith(("؟", "?"))
    if _OR_NOT.search(asked) or (is_asked and _DEED.search(asked)):
        return "whether"
    return "who" if _SOMEBODY.match(asked) else None
