"""Dates in a sentence: which words name them, which days those are, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.question import read_question
from bot.answer.values import find_value
from index.passages import split_passages
from index.types import Document
from tests.answer.values.reading_aloud import ask, marked_and_shown, plain


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        (
            "The two presidents last spoke by phone on [11 September 2022], their offices said.",
            "When did the two presidents last speak?",
            "11 September 2022",
        ),
        (
            "The ambassadors were recalled in [October 2021] after the raid.",
            "When were the ambassadors recalled?",
            "October 2021",
        ),
        ("The treaty was signed in [1998] in Geneva.", "In what year was the treaty signed?", "1998"),
        (
            "The accord was initialled on [September 11, 2022] in Geneva.",
            "When was the accord initialled?",
            "11 September 2022",
        ),
        (
            "The exercises will be held from [3 to 5 October 2025] off the coast.",
            "When will the exercises be held?",
            "3 to 5 October 2025",
        ),
        (
            "The delegations will meet on [1 and 2 April 2025] in Geneva.",
            "When will the delegations meet?",
            "1 and 2 April 2025",
        ),
        (
            "The election will be held in the [spring of 2026], he said.",
            "When will the election be held?",
            "spring 2026",
        ),
        (
            "The pipeline opens in the [second quarter of 2026].",
            "When does the pipeline open?",
            "the second quarter of 2026",
        ),
        ("Deliveries begin in [mid-June 2025], the ministry said.", "When do deliveries begin?", "mid-June 2025"),
        ("The bridge will open in [early 2026], the minister said.", "When will the bridge open?", "early 2026"),
        ("وقع الجانبان الاتفاق في [30 أغسطس/آب 2024] في جنيف.", "متى وقع الجانبان الاتفاق؟", "30 أغسطس 2024"),
        ("وقّع الجانبان الاتفاق في [٥ فبراير ٢٠٢٣] في جنيف.", "متى وقّع الجانبان الاتفاق؟", "5 فبراير 2023"),
        ("زار الوفد المدينة في [12 تشرين الثاني 2023].", "متى زار الوفد المدينة؟", "12 نوفمبر 2023"),
        ("سُحب السفراء في عام [2021] بعد الغارة.", "في أي عام سُحب السفراء؟", "2021"),
        ("تجري المناورات من [3 إلى 5 أكتوبر 2025] قبالة الساحل.", "متى تجري المناورات؟", "من 3 إلى 5 أكتوبر 2025"),
        ("تجري الانتخابات في [ربيع 2026] بحسب الوزير.", "متى تجري الانتخابات؟", "ربيع 2026"),
        ("يفتتح خط الأنابيب في [الربع الثاني من عام 2026].", "متى يفتتح خط الأنابيب؟", "الربع الثاني من عام 2026"),
        ("تبدأ الإمدادات في [منتصف يونيو 2025] بحسب الوزارة.", "متى تبدأ الإمدادات؟", "منتصف يونيو 2025"),
        ("يفتتح الجسر في [مطلع عام 2026] بحسب الوزير.", "متى يفتتح الجسر؟", "مطلع 2026"),
    ],
)
def test_a_date_is_shown_in_full(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        ("The ambassadors were recalled in [October 2021] after the raid.", "متى استدعي السفراء؟", "أكتوبر 2021"),
        ("The exercises will be held from [3 to 5 October 2025].", "متى تجري المناورات؟", "من 3 إلى 5 أكتوبر 2025"),
        ("The delegations will meet on [1 and 2 April 2025] in Geneva.", "متى يجتمع الوفدان؟", "1 و2 أبريل 2025"),
        ("The pipeline opens in the [second half of 2026].", "متى يفتتح خط الأنابيب؟", "النصف الثاني من عام 2026"),
        ("The bridge will open in [late 2026], the minister said.", "متى يفتتح الجسر؟", "أواخر 2026"),
        ("تجري الانتخابات في [صيف 2026] بحسب الوزير.", "When will the elections be held?", "summer 2026"),
        ("وقّع الجانبان الاتفاق في [٥ فبراير ٢٠٢٣].", "When did the two sides sign the agreement?", "5 February 2023"),
        ("يفتتح الجسر في [نهاية يونيو 2025] بحسب الوزير.", "When will the bridge open?", "the end of June 2025"),
        ("وقع الاتفاق في [12 كانون الثاني 2024] في جنيف.", "When was the agreement signed?", "12 January 2024"),
    ],
)
def test_a_date_is_shown_in_the_other_language(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        (
            "The two presidents spoke on [Tuesday], the office said.",
            "When did the two presidents speak?",
            "Tuesday (11 March 2025)",
        ),
        (
            "The two presidents spoke on [Monday], the office said.",
            "When did the two presidents speak?",
            "Monday (10 March 2025)",
        ),
        (
            "The two presidents will meet on [Thursday] in Geneva.",
            "When will the two presidents meet?",
            "Thursday (13 March 2025)",
        ),
        (
            "The Prime Minister rang the President [yesterday].",
            "When did the Prime Minister ring?",
            "yesterday (10 March 2025)",
        ),
        (
            "The first flight leaves [tomorrow morning].",
            "When does the first flight leave?",
            "tomorrow morning (12 March 2025)",
        ),
        (
            "The envoy will return [next Tuesday], the office said.",
            "When will the envoy return?",
            "next Tuesday (18 March 2025)",
        ),
        (
            "The envoy returned [last Sunday], the office said.",
            "When did the envoy return?",
            "last Sunday (9 March 2025)",
        ),
        ("The court meets [next month] to decide.", "When does the court meet?", "next month (April 2025)"),
        ("The ambassador left [last year], the office said.", "When did the ambassador leave?", "last year (2024)"),
        (
            "The ministers will meet [next week] in Geneva.",
            "When will the ministers meet?",
            "next week (the week of 17 March 2025)",
        ),
        (
            "The envoy left [three days ago], the office said.",
            "When did the envoy leave?",
            "three days ago (8 March 2025)",
        ),
        ("تحدث الرئيسان [أمس] هاتفيا.", "متى تحدث الرئيسان؟", "أمس (10 مارس 2025)"),
        ("تقلع الرحلة الأولى [صباح غد].", "متى تقلع الرحلة الأولى؟", "صباح غد (12 مارس 2025)"),
        ("التقى الرئيسان [مساء الاثنين] في جنيف.", "متى التقى الرئيسان؟", "مساء الاثنين (10 مارس 2025)"),
        ("يعود المبعوث [الثلاثاء المقبل] إلى جنيف.", "متى يعود المبعوث؟", "الثلاثاء المقبل (18 مارس 2025)"),
        ("عاد المبعوث [الأحد الماضي] إلى جنيف.", "متى عاد المبعوث؟", "الأحد الماضي (9 مارس 2025)"),
        ("يجتمع الوزراء [الأسبوع المقبل] في جنيف.", "متى يجتمع الوزراء؟", "الأسبوع المقبل (أسبوع 17 مارس 2025)"),
        ("تنعقد المحكمة [الشهر المقبل] للبت في ذلك.", "متى تنعقد المحكمة؟", "الشهر المقبل (أبريل 2025)"),
        ("غادر السفير [العام الماضي] جنيف.", "متى غادر السفير؟", "العام الماضي (2024)"),
    ],
)
def test_a_day_named_from_that_of_the_readout_is_shown_with_its_date(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        ("The two presidents spoke on Monday evening.", "متى تحدث الرئيسان؟", "مساء الاثنين (10 مارس 2025)"),
        ("The envoy will return next Tuesday.", "متى يعود المبعوث؟", "الثلاثاء المقبل (18 مارس 2025)"),
        ("The first flight leaves tomorrow.", "متى تقلع الرحلة الأولى؟", "غدًا (12 مارس 2025)"),
        ("The ministers will meet next week in Geneva.", "متى يجتمع الوزراء؟", "أسبوع 17 مارس 2025"),
        ("The ambassador left last year.", "متى غادر السفير؟", "2024"),
        ("تقلع الرحلة الأولى فجر غد.", "When does the first flight leave?", "dawn tomorrow (12 March 2025)"),
        ("تحدث الرئيسان ظهر اليوم.", "When did the two presidents speak?", "noon today (11 March 2025)"),
        ("عاد المبعوث الأحد الماضي إلى جنيف.", "When did the envoy return?", "last Sunday (9 March 2025)"),
        ("تنعقد المحكمة الشهر المقبل للبت في ذلك.", "When does the court meet?", "April 2025"),
    ],
)
def test_a_day_named_from_that_of_the_readout_is_named_in_the_other_language(
    text: str, question: str, shown: str
) -> None:
    answer = marked_and_shown(text, question)
    assert answer is not None
    assert answer[1] == shown


@pytest.mark.parametrize(
    ("text", "question", "first", "last"),
    [
        # The year of a month without one is that nearest to the readout, on the side that the verb tells.
        ("The court will meet in May.", "When will the court meet?", date(2025, 5, 1), date(2025, 5, 31)),
        ("The envoy left in November.", "When did the envoy leave?", date(2024, 11, 1), date(2024, 11, 30)),
        ("وغادر المبعوث في 30 ديسمبر الماضي.", "متى غادر المبعوث؟", date(2024, 12, 30), date(2024, 12, 30)),
        (
            "The bridge was closed on 29 February 2024.",
            "When was the bridge closed?",
            date(2024, 2, 29),
            date(2024, 2, 29),
        ),
        (
            "The talks were held from 30 December 2023 to 2 January 2024.",
            "When were the talks held?",
            date(2023, 12, 30),
            date(2024, 1, 2),
        ),
        ("ينعقد الاجتماع في الربع الأخير من عام 2025.", "متى ينعقد الاجتماع؟", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_the_days_that_a_date_names(text: str, question: str, first: date, last: date) -> None:
    value = ask(text, question)
    assert value is not None
    assert (value.first, value.last) == (first, last)


def test_of_two_calendars_the_gregorian_one_is_told_unless_the_other_is_asked_for() -> None:
    marked = "وقّع الملكان المعاهدة في 15 رمضان 1444 هـ الموافق [6 أبريل 2023]."
    assert marked_and_shown(plain(marked), "متى وقّع الملكان المعاهدة؟") == (marked, "6 أبريل 2023")


def test_a_winter_that_is_told_with_one_year_is_not_that_of_another() -> None:
    assert marked_and_shown("The election is in winter 2026.", "متى الانتخابات؟") == (
        "The election is in winter [2026].",
        "2026",
    )


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        (
            "وقّع الملكان المعاهدة في [15 رمضان 1444 هـ] الموافق 6 أبريل 2023.",
            "في أي تاريخ هجري وقّع الملكان المعاهدة؟",
            "15 رمضان 1444 هـ (6 أبريل 2023)",
        ),
        (
            "وقّع الملكان المعاهدة في [15 رمضان 1444 هـ] الموافق 6 أبريل 2023.",
            "On what Hijri date did the two kings sign the treaty?",
            "15 Ramadan 1444 AH (6 April 2023)",
        ),
        (
            "وقّع الملكان المعاهدة في [١ محرم ١٤٤٥] الموافق ١٩ يوليو ٢٠٢٣.",
            "بأي تاريخ هجري وقّع الملكان المعاهدة؟",
            "1 محرم 1445 هـ (19 يوليو 2023)",
        ),
    ],
)
def test_the_hijri_date_is_told_where_it_is_asked_for(marked: str, question: str, shown: str) -> None:
    assert marked_and_shown(plain(marked), question) == (marked, shown)


@pytest.mark.parametrize(
    ("text", "question", "limit", "shown"),
    [
        ("The troops will leave by 1 April 2025.", "When will the troops leave?", "by", "1 April 2025"),
        ("The troops will leave no later than 1 April 2025.", "When will the troops leave?", "by", "1 April 2025"),
        ("The truce holds until 20 March 2025.", "Until when does the truce hold?", "until", "20 March 2025"),
        (
            "The list must be handed over before 20 March 2025.",
            "When must the list be handed over?",
            "before",
            "20 March 2025",
        ),
        ("The border opens after 20 March 2025.", "When does the border open?", "after", "20 March 2025"),
        (
            "The troops will leave by the end of April 2025.",
            "When will the troops leave?",
            "by",
            "the end of April 2025",
        ),
        ("The troops will leave by Friday.", "When will the troops leave?", "by", "Friday (14 March 2025)"),
        ("The troops left on 1 March 2025.", "When did the troops leave?", None, "1 March 2025"),
        ("ستنسحب القوات بحلول 1 أبريل 2025.", "متى ستنسحب القوات؟", "by", "1 أبريل 2025"),
        ("ستنسحب القوات في موعد أقصاه 1 أبريل 2025.", "متى ستنسحب القوات؟", "by", "1 أبريل 2025"),
        ("تستمر الهدنة حتى ٢٠ مارس ٢٠٢٥.", "حتى متى تستمر الهدنة؟", "until", "20 مارس 2025"),
        ("تسلم القائمة قبل يوم الجمعة 14 مارس 2025.", "متى تسلم القائمة؟", "before", "14 مارس 2025"),
    ],
)
def test_a_date_may_be_a_limit(text: str, question: str, limit: str | None, shown: str) -> None:
    value = ask(text, question)
    assert value is not None
    assert (value.limit, value.text) == (limit, shown)


@pytest.mark.parametrize(
    ("marked", "question"),
    [
        (
            "The talks began on [3 February 2025] and ended on 5 March 2025.",
            "When did the talks begin?",
        ),
        (
            "The summit, first due on 4 May 2025, was moved to [9 June 2025].",
            "To what date was the summit moved?",
        ),
        (
            "The minister said on Monday that the port had closed on [2 January 2025].",
            "When did the port close?",
        ),
        ("بدأت المحادثات في [3 فبراير 2025] وانتهت في 5 مارس 2025.", "متى بدأت المحادثات؟"),
        ("يعقد اللقاء في [9 يونيو 2025] بدلا من 4 مايو 2025.", "امتى هيكون اللقاء؟"),
        (
            "The sanctions in force since [1 May 2019] will end on 1 May 2026.",
            "Since when have the sanctions been in force?",
        ),
        ("The talks began on 3 February 2025 and ended on [5 March 2025].", "When did the talks end?"),
    ],
)
def test_the_date_of_what_is_asked_is_taken(marked: str, question: str) -> None:
    answer = marked_and_shown(plain(marked), question)
    assert answer is not None
    assert answer[0] == marked


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # A length of time, a number and an hour are no dates.
        ("The talks lasted three hours.", "When were the talks held?"),
        ("The delegation numbered 2022 people.", "When did the delegation arrive?"),
        ("The two presidents will speak at 14:30 on 20 March 2025.", "At what time will the two presidents speak?"),
        ("يتحدث الرئيسان في 20 مارس 2025.", "الساعة كام هيتكلم الرئيسين؟"),
        # What the question itself names is no answer to it.
        (
            "The two presidents spoke on 11 September 2022.",
            "When, after 11 September 2022, did the two presidents speak?",
        ),
        ("تحدث الرئيسان في 11 سبتمبر 2022.", "متى تحدث الرئيسان بعد 11 سبتمبر 2022؟"),
        # A date in the other calendar.
        ("وقّع الملكان المعاهدة في 6 أبريل 2023.", "في أي تاريخ هجري وقّع الملكان المعاهدة؟"),
        # Of something else.
        ("The two presidents spoke on 11 September 2022.", "Who spoke?"),
        ("The readout was short.", "When did the two presidents speak?"),
    ],
)
def test_what_is_no_date_of_what_is_asked_is_not_shown(text: str, question: str) -> None:
    assert ask(text, question) is None


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("When was this article published?", "1 July 2025"),
        ("متى نُشر هذا المقال؟", "1 يوليو 2025"),
        ("الخبر ده نزل امتى؟", "1 يوليو 2025"),
    ],
)
def test_the_time_of_publication_is_in_the_byline_alone(question: str, shown: str) -> None:
    text = "Presidents speak\n01.07.2025 22:10\n\nThe two presidents spoke on 30 June 2025."
    whole = Document("d", text, "t", "en")
    values = [find_value(read_question(question), passage, whole) for passage in split_passages(whole)]
    assert [value.text for value in values if value] == [shown]
