"""Arabic words of telling, and of those who tell, as ``index.language.fold`` writes them: ا for أ, ه for ة, ي for ى."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.answer.attribution.telling import Pronoun


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Third person masculine, past.
_SAYING = """قال اكد اشار اعرب اضاف ذكر شدد نفي حمل عزا اوضح صرح اعلن افاد راي اعتبر اقر اعترف حذر نبه لفت عبر نوه كشف زعم
    ادعي استبعد توقع رد اجاب علق تابع اردف استطرد انتقد اتهم وصف ابلغ اخبر جدد كرر بين خلص روي برر علل
    ارجع ابدي رجح كتب استدرك اعاد عقب ختم حمد سرد فسر لمح اومح استغرب اسف شكا احتج ادلي فند كذب طمان قدر"""
_ACTING = """اطلع طلب طالب دعا اقترح عرض رفض تعهد وعد هدد حث ناشد امل تمني التزم اشترط توعد"""
_PRESENT = """يقول يوكد يشير يعرب يضيف يذكر يشدد ينفي يوضح يصرح يعلن يري يعتبر يقر يعترف يحذر يلفت يعبر يزعم يتهم يصف
    يجدد ينبه يحمل يعزو يستبعد يتوقع ينتقد"""
_PRESENT_ACTING = """يطلب يطالب يدعو يقترح يعرض يرفض يتعهد يعد يهدد يحث يرحب يامل"""

# Other words too: a verb only where a clause follows.
CLAUSAL = _words("راي اعتبر بين تابع خلص علق رد اجاب كتب عقب ختم حمد فسر يري يعتبر يعد روي لفت طمان")
# Nouns as well: a verb only where a clause begins.
NOUNS = _words("طلب عرض رفض وعد رد ذكر حمل امل كشف بين راي علق عقب ختم وصف حث نقل يعد كرر فسر كذب برر قدر")
# Do so to what is named with ب: "وعد بدراسة".
WITH_BA = _words("تعهد وعد ندد اقر اعترف رد هدد طالب اجاب طلب التزم ادلي يتعهد يعد يطالب يقر يعترف يندد توعد صرح")
# Of these the object of "ب" is no clause, and so what is done, not said.
ADMITTING = _words("اقر اعترف")
# What is said of somebody or something that stands right after the one who says it.
WITH_OBJECT = _words(
    """وصف اعتبر ابلغ اخبر اطلع ذكر اتهم حمل طالب عزا ارجع اعاد رفض طلب عرض اقترح قدر يصف يتهم يحمل يطالب يعتبر يعزو"""
)
# These may stand before what they are about, without anybody named between.
WITH_NOUN = _words(
    """وصف اتهم حمل عزا ارجع اعاد نفي اكد رفض طلب عرض اقترح ادان انتقد جدد استنكر استبعد طالب حث ناشد دعا برر كرر اشترط
    كشف كذب فند قدر يوكد ينفي يصف يتهم يدين ينتقد يجدد يرفض يطلب يطالب يعرض يقترح يدعو يحمل"""
)
# Without a name or a clause they are as likely in the passive: "وأعلنت هدنة".
PASSIVE = _words("اعلن ذكر كشف ابلغ اخبر اطلع رفض عرض طلب قال كتب اقر قدر")
BLAMING = _words("حمل يحمل تحمل")


class Verb(NamedTuple):
    """A form of a verb of telling.

    Attributes:
        base: The verb as it is listed above.
        pronoun: Who tells where nobody is named.
        is_act: Whether it is rather something done with words.
        is_present: Whether it is in the present.
        has_object: Whether its ending says to whom something is said.
    """

    base: str
    pronoun: Pronoun
    is_act: bool
    is_present: bool
    has_object: bool = False


def _past(base: str) -> dict[str, Pronoun]:
    stem = base[:-1] if base.endswith(("ي", "ا")) else base
    dual = f"{stem}يا" if base.endswith("ي") else f"{stem}وا" if base.endswith("ا") else f"{base}ا"
    return {base: "he", f"{stem}ت": "she", dual: "they", f"{stem}وا": "they", f"{stem}تا": "they"}


def _present(base: str) -> dict[str, Pronoun]:
    she = f"ت{base[1:]}"
    return {base: "he", she: "she", f"{base}ان": "they", f"{base}ون": "they", f"{she}ان": "they"}


def _table() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for listed, is_act in ((_PRESENT_ACTING, True), (_PRESENT, False)):
        for base in listed.split():
            table.update({form: Verb(base, one, is_act, is_present=True) for form, one in _present(base).items()})
    for listed, is_act in ((_ACTING, True), (_SAYING, False)):
        for base in listed.split():
            table.update({form: Verb(base, one, is_act, is_present=False) for form, one in _past(base).items()})
    return table


# Each form, with what it tells.
VERBS = _table()
RELAYING: dict[str, Pronoun] = {**_past("نقل"), **_past("اورد"), **_present("ينقل"), **_present("يورد")}
APPEARING = _words("جاء ورد جاءت")

_PARTICIPLES = """قايلا مضيفا موكدا مشيرا موضحا محملا نافيا واصفا محذرا معتبرا مشددا معربا لافتا متهما مبينا منوها معلنا
    معبرا زاعما كاشفا مذكرا مرجحا مستبعدا متوقعا مبديا منتقدا داعيا مطالبا متعهدا"""
PARTICIPLES = frozenset(
    form
    for word in _PARTICIPLES.split()
    for form in (word, f"{word[:-1]}ه", f"{word[:-1]}ين")
) - _words("محمله محملين مضيفين مبينه مبينين")  # fmt: skip

# A clause begins with one of these after a verb of telling.
MARKERS = _words("ان انه انها انهم انهما انني اننا بان بانه بانها بانهم بانهما الا بالا")
NOT = _words("لم لن لا لما الذي التي الذين اللذان اللتان والذي والتي من ما مما")
# Before a verb, these leave it at the beginning of its clause.
OPENERS = _words(
    """قد كما وقد لقد حيث فيما بينما ثم لكن ولكن اذ لكنه لكنها لكنهم لكنهما كان وكان كانت وكانت كانا و وان وانه وانها وبان ايضا
    وكما حين فقد ولقد هذا عندما"""
)
PREPOSITIONS = _words(
    """في من الي علي عن مع خلال بعد قبل منذ حتي عند لدي بين حول ضد عبر دون امام تحت فوق اثناء اثر عقب بموجب بشان ازاء نحو
    علي لدي بسبب رغم وسط ضمن حسب بحسب وفق وفقا طبقا بغيه بهدف بناء لان لانه لانها نظرا"""
)
FILLERS = _words(
    """ايضا كذلك بدوره بدورها مجددا اليوم امس مساء صباح السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه له لها لهم قد
    هاتفيا رسميا لاحقا مرارا سابقا حينها عندها"""
)
ADDRESSEES = _words(
    """نظيره نظيرها نظيرته لنظيره لنظيرته لنظيرها ضيفه ضيفها لضيفه لضيفها لوسايل لصحيفه لقناه لوكاله لاذاعه لموقع ذلك ما هذا
    هذه اي كل جميع تقارير انباء"""
)
PRESS = _words("لشبكه لبرنامج لمجله لتلفزيون للصحفيين للصحافيين للاعلاميين لوسايل لصحيفه لقناه لوكاله لاذاعه لموقع")

DEFINITE_TITLES = _words(
    """الرييس الرييسه السلطان الملك الملكه الامير الوزير الوزيره المتحدث المتحدثه الناطق الناطقه المستشار المستشاره
    المبعوث المبعوثه السفير السفيره الجنرال الزعيم النايب المسوول المسووله القايد الشيخ الامين السيد السيده المدعي
    المحلل الخبير الدبلوماسي الضيف الجانب الوفد الطرف العاهل السكرتير الدكتور العميد اللواء العقيد الفريق البابا"""
)
CONSTRUCT_TITLES = _words(
    """رييس رييسه سلطان ملك ملكه امير وزير وزيره متحدث متحدثه ناطق ناطقه مستشار مستشاره مبعوث مبعوثه سفير سفيره قايد نايب
    نايبه زعيم زعيمه مسوول مسووله امين مدير مديره عاهل نظيره نظيرها نظيرته نظيري نظيرتي مساعد مساعده كبير شيخ محافظ عمده سكرتير
    وكيل ولي مندوب مندوبه منسق خبير محلل مصدر عضو قاضي بطريرك"""
)
COUNTERPARTS = _words("نظيره نظيرها نظيرته نظيري نظيرتي")
# To whom something is said, at the end of a verb: "أبلغني".
TELLING_TO = _words("ابلغ اخبر اطلع اكد ذكر وعد اجاب طمان ابلغت اخبرت اطلعت اكدت ذكرت وعدت اجابت طمانت")
# In "وزير خارجية السلطنة" it takes one more word to tell whose.
CHAINED = _words(
    """وزراء مجلس جمهوريه حكومه دوله اركان هييه خارجيه دفاع داخليه ماليه اقتصاد طاقه زراعه تجاره عدل صحه تعليم مملكه وفد
    لجنه رياسه سلطنه اماره الامم حزب كتله بلديه وكاله وزاره هييه اتحاد بنك شركه عام امن قوات مكتب"""
)
HONORIFICS = _words("جلاله فخامه سمو معالي دوله سياده صاحب حضره سعاده")
# "His Majesty": whoever that is by now.
HONOURED: dict[str, Pronoun] = {
    "جلالته": "he", "فخامته": "he", "سموه": "he", "سيادته": "he", "معاليه": "he", "دولته": "he", "فخامتها": "she",
    "جلالتها": "she", "معاليها": "she", "سموها": "she",
}  # fmt: skip
MANY = _words(
    """الرييسان الرييسين الزعيمان الزعيمين الطرفان الطرفين الجانبان الجانبين القاده القادات الوزيران الوزيرين الوزراء
    المسوولون المسوولين المتحدثون القايدان القايدين الروساء الاطراف المشاركون المجتمعون الوفدان البلدان الدولتان
    الدبلوماسيون الخبراء المراقبون المحللون المبعوثون الملكان الحليفان المفاوضون الشهود السلطات"""
)
JOINT_CONSTRUCT = _words("رييسا رييسي وزيرا وزيري زعيما زعيمي وفدا وزراء قاده روساء ممثلو ممثلا مسوولو")
OFFICIALS = _words(
    """المتحدث المتحدثه الناطق الناطقه متحدث متحدثه ناطق مستشار مستشاره المستشار المستشاره وزير وزيره الوزير الوزيره سفير
    مبعوث المبعوث مسوول المسوول مصدر قايد"""
)

TEXTS = _words(
    """بيان البيان الاعلان اعلان نص النص تقرير التقرير الروايه روايه المعلومات معلومات محضر سجلات الارقام ارقام تصريح
    تصريحات الخبر رساله البلاغ بلاغ بيانات"""
)
OFFICES = TEXTS | _words(
    """الرياسه رياسه وزاره الوزاره مكتب المكتب الكرملين الاليزيه قصر القصر الخارجيه الحكومه حكومه السفاره سفاره خدمه دايره
    الامانه امانه المفوضيه مفوضيه هييه الهييه لجنه اللجنه المنظمه منظمه الديوان ديوان الجيش جيش شركه الشركه جبهه الجبهه
    الامم الداخليه الدفاع المجلس مجلس البنتاغون حركه الحركه مركز المركز قياده القياده بورصه البورصه البنك بنك الاتحاد
    الداءره المصادر مصادر المصدر جهاز مفوضه النيابه البرلمان محكمه المحكمه اداره الاداره بعثه البعثه قوات القوات الشرطه
    المعارضه الحزب حزب مستشفي الناتو نقابه جمعيه الجمعيه البيت مصلحه مديريه الصليب الهلال سلطه السلطه"""
)
# Countries and capitals of which much is told; babel names the others.
STATES = _words(
    """السعوديه امريكا واشنطن موسكو باريس لندن طهران كييف القاهره الرياض انقره بكين بروكسل برلين بغداد دمشق بيروت عمان
    الدوحه مسقط المنامه الجزاير الرباط تونس طرابلس الخرطوم صنعاء المملكه السلطنه الولايات الامارات بريطانيا روسيا"""
)
AGENCIES = _words(
    "وكاله الوكاله قناه القناه صحيفه الصحيفه اذاعه الاذاعه تلفزيون التلفزيون موقع رويترز تاس وكالات شبكه مجله"
)
_MASCULINE_OFFICES = _words(
    """بيان البيان الاعلان اعلان نص النص تقرير التقرير محضر تصريح الخبر البلاغ بلاغ مكتب المكتب الكرملين الاليزيه قصر القصر
    الديوان ديوان الجيش جيش المجلس مجلس البنتاغون مركز المركز البنك بنك الاتحاد المصدر جهاز البرلمان الحزب حزب مستشفي
    الناتو تلفزيون التلفزيون موقع البيت الصليب الهلال الدفاع"""
)

NO_SOURCES = _words(
    """الاتفاق اتفاق الاتفاقيه اتفاقيه القانون قانون المعاهده معاهده الدستور دستور الخطه خطه الجدول جدول القرار قرار الشروط
    شروط الماده ماده البروتوكول بروتوكول التفاهم تفاهم بنود احكام القواعد قواعد الاصول الحاجه التقويم الميثاق ميثاق
    مبدا مباديء معايير المعايير الترتيب اهميه العرف القوانين العقد عقد نتايج طلب رغبه حاجه ظروف الظروف نظام النظام اسس
    الموعد موعد المرسوم مرسوم القدره خارطه مقتضيات الية اليه صيغه"""
)
# Before a colon, they name nobody.
LABELS = _words("المصدر مصدر المصادر المكان الزمان التاريخ سوال جواب س ج")
# What a verb joins what is told by; so what stands between the two is who tells it.
JOINING = {
    "حذر": "من", "شدد": "علي", "اشار": "الي", "لفت": "الي", "اعرب": "عن", "عبر": "عن", "دعا": "الي", "اكد": "علي", "حث": "علي",
    "طالب": "ب", "تعهد": "ب", "وعد": "ب", "ندد": "ب", "هدد": "ب", "يحذر": "من", "يشدد": "علي", "يدعو": "الي", "يطالب": "ب",
    "كشف": "عن", "اعلن": "عن", "نوه": "ب", "اشاد": "ب", "نبه": "الي", "اقر": "ب", "اعترف": "ب",
}  # fmt: skip
# "In his turn", "for his part": between a verb and its subject.
SIDES = _words("جهته جهتها جانبه جانبها ناحيته ناحيتها")
SUBJUNCTIVE = _words("ان الا كي لكي حتي بان")
SPEECH = _words("قوله قولها قولهم قولهما تاكيده تاكيدها")
# Within the name of a person.
INNER_TITLES = _words("الامير الشيخ السيد الدكتور")
# Not of one kind with a masculine verb: what they are told of.
PLURALS = _words("الدول دول العواصم القوات قوات")
DEMONSTRATIVES = _words("ذلك ما هذا هذه")
PARTICLES = _words("بن ابن بنت ال ابو ابي عبد ام")


def is_feminine(head: str) -> bool | None:
    """Whether a noun, the first of a phrase, takes a feminine verb; None where that cannot be told."""
    if head in MANY:
        return None
    if head in _MASCULINE_OFFICES:
        return False
    if head in OFFICES | AGENCIES:
        return True
    if head in DEFINITE_TITLES | CONSTRUCT_TITLES:
        return head in {"نظيرته", "نظيرتي"} or (head.endswith("ه") and head not in COUNTERPARTS)
    return None


# What these make of several lists.
TITLES = DEFINITE_TITLES | CONSTRUCT_TITLES
BEGINNING = OPENERS | MARKERS
ENDING = PREPOSITIONS | PRESS
NOT_NAMES = (
    frozenset(VERBS)
    | OFFICES
    | TITLES
    | MANY
    | PREPOSITIONS
    | FILLERS
    | MARKERS
    | CHAINED
    | ADDRESSEES
    | DEMONSTRATIVES
)
