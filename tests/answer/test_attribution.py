"""Who says what a passage tells, and through whom."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answer.attribution import attribute
from index.manifest import read_manifest
from index.passages import split_passages
from index.types import AlignedSentence, Document, Language, Translation

if TYPE_CHECKING:
    from bot.answer.types import Attribution

# Role and name of each source, the outermost first.
Chain = list[tuple[str, str]]


def chains(document: Document, language: Language | None = None) -> list[Chain]:
    """The sources of each passage, checked against the text that names them."""
    passages = split_passages(document)
    found: list[Chain] = []
    for passage in passages:
        said = attribute(document, passages, passage.number, language or document.language)
        for source in said.sources if said else ():
            assert (source.start is None) == (source.end is None)
            assert source.start is None or document.text[source.start : source.end].strip()
        found.append([(source.role, source.name) for source in said.sources] if said else [])
    return found


def phrases(document: Document, language: Language | None = None) -> list[str | None]:
    passages = split_passages(document)
    said = [attribute(document, passages, one.number, language or document.language) for one in passages]
    return [one.text if one else None for one in said]


def english(text: str, issuer: str | None = None, title: str = "t") -> Document:
    return Document("d", text, title, "en", issuer)


def arabic(text: str, issuer: str | None = None, title: str = "t") -> Document:
    return Document("d", text, title, "ar", issuer)


def last(document: Document) -> Chain:
    return chains(document)[-1]


SPEAKER, STATEMENT, AGENCY, OUTLET = "speaker", "statement", "agency", "outlet"


class TestEnglishVerbs:
    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("French President Emmanuel Macron told reporters on Friday that it was so.", "French President Emmanuel Macron"),
            ("The talks went well, President Brezan said.", "President Brezan"),
            ("The talks went well, President Brezan said on Monday in a televised address.", "President Brezan"),
            ("“We are ready,” said Foreign Minister Ada Brun.", "Foreign Minister Ada Brun"),
            ("“We are ready,” the minister said, denying the charge.", "the minister"),
            ("In a televised address, the president said the blockade had cost millions.", "the president"),
            ("Asked whether it was so, President Brezan replied: “Not today.”", "President Brezan"),
            ("A senior official, speaking on condition of anonymity, said the deal was near.", "A senior official"),
            ("An official who asked not to be named said the deal was near.", "An official who asked not to be named"),
            ("General Drago Denkov, head of the commission, said that it would go on.",
             "General Drago Denkov, head of the commission"),
            ("The minister, who arrived on Sunday, stressed that the crossing was open.", "The minister"),
            ("President Brezan thanked his guest and said that the truce was holding.", "President Brezan"),
            ("Zelensky thanked Macron and said that it was so.", "Zelensky"),
            ("President Brezan described the talks as open, adding that they had lasted nine hours.", "President Brezan"),
            ("Iranian officials say the talks were serious.", "Iranian officials"),
            ("Putin and Macron stressed the importance of talks.", "Putin and Macron"),
            ("President Brezan blamed the delay on ice.", "President Brezan"),
            ("The minister made clear that nothing would change.", "The minister"),
            ("President Brezan called the date “a month too late”.", "President Brezan"),
            ("The army was ready, President Brezan was quoted as saying.", "President Brezan"),
            ("President Brezan urged Paris to wait.", "President Brezan"),
            ("Guterres has repeatedly called for a truce.", "Guterres"),
            ("The state company Dravgas puts the repair at 95 million euros.", "The state company Dravgas"),
            ("The Kremlin has denied reports of a meeting.", "The Kremlin"),
            ("President Rask put the stock at 310 kilograms of uranium.", "President Rask"),
            ("President Razin held Paris responsible for the strikes.", "President Razin"),
            ("Mr Rummani laid the blame on the dam.", "Mr Rummani"),
        ],
    )  # fmt: skip
    def test_who_speaks(self, text: str, speaker: str) -> None:
        assert last(english(text)) == [(SPEAKER, speaker)]

    @pytest.mark.parametrize(
        "text",
        [
            "The two leaders did not discuss the price of gas.",
            "President Brezan did not promise any withdrawal, and reports to the contrary are false.",
            "President Brezan would not say when they would meet.",
            "Hautrive recalled its ambassador the following month.",
            "She was told that a court would hear the appeal.",
            "It was agreed that both would meet in May.",
            "Reports that the President has agreed to meet are untrue.",
            "Sanctions remain until the agency confirms that it is so.",
            "The presidents agreed on the release of 47 prisoners.",
            "President Brezan invited his counterpart to Paris.",
            "Nobody convicted of murder will be freed.",
            "Russia issued a call to stop.",
            "The state of talks adds to the pressure on Paris.",
            "President Rask put up 48 cameras at 12 places.",
            "President Razin held talks on Monday.",
            "According to " + "the old red house " * 5 + "it was so.",
        ],
    )
    def test_what_nobody_says_is_told_by_nobody(self, text: str) -> None:
        assert last(english(text)) == []

    def test_one_who_cites_another_stands_before_him(self) -> None:
        text = "The minister said that the president had told him that the army would withdraw."
        assert last(english(text)) == [(SPEAKER, "The minister"), (SPEAKER, "the president")]
        text = "Putin, according to the Kremlin, told Macron that the West had ignored Russia."
        assert last(english(text)) == [(SPEAKER, "the Kremlin"), (SPEAKER, "Putin")]
        text = "President Brezan warned of a war, the statement said."
        assert last(english(text)) == [(STATEMENT, "the statement"), (SPEAKER, "President Brezan")]

    def test_what_is_promised_is_told_by_whoever_tells_of_it(self) -> None:
        text = "President Brezan pledged to wait, according to the statement."
        assert last(english(text)) == [(STATEMENT, "the statement")]

    def test_of_two_one_after_the_other_neither_tells_all(self) -> None:
        document = english("Hamas said it had accepted the proposal, but Israel said the terms were unacceptable.")
        passages = split_passages(document)

        def told(words: str) -> Chain:
            start = document.text.index(words)
            said = attribute(document, passages, 0, "en", (start, start + len(words)))
            return [(source.role, source.name) for source in said.sources] if said else []

        assert chains(document) == [[]]
        assert told("accepted the proposal") == [(SPEAKER, "Hamas")]
        assert told("unacceptable") == [(SPEAKER, "Israel")]


class TestEnglishPhrases:
    @pytest.mark.parametrize(
        ("text", "chain"),
        [
            ("According to the Kremlin, the call was long.", [(SPEAKER, "the Kremlin")]),
            ("The call was long, according to the French presidency.", [(SPEAKER, "the French presidency")]),
            ("According to information received from the Kremlin, it was so.", [(STATEMENT, "the Kremlin")]),
            ("It was so, according to her spokeswoman, Elka Sorin.", [(SPEAKER, "Elka Sorin")]),
            ("It lasted an hour, according to the presidency's records.", [(STATEMENT, "the presidency's records")]),
            ("A statement issued by the Kremlin press service said: it was so.",
             [(STATEMENT, "A statement issued by the Kremlin press service")]),
            ("The White House readout said they spoke.", [(STATEMENT, "The White House readout")]),
            ("The French presidency said in a statement that it was so.", [(STATEMENT, "The French presidency")]),
            ("In the words of the Prime Minister, it was “cool but useful”.", [(SPEAKER, "the Prime Minister")]),
            ("TASS reported, citing a Kremlin source, that the meeting was off.",
             [(AGENCY, "TASS"), (SPEAKER, "a Kremlin source")]),
            ("Interfax quoted Peskov as saying that it was so.", [(AGENCY, "Interfax"), (SPEAKER, "Peskov")]),
            ("Minister Eslami was quoted by state television as saying that it was so.",
             [(AGENCY, "state television"), (SPEAKER, "Minister Eslami")]),
            ("Minister Eslami: it was so.", [(SPEAKER, "Minister Eslami")]),
            ("“It was so” – Vladimir Putin", [(SPEAKER, "Vladimir Putin")]),
            ("The truce, according to Article 5, ends in May.", []),
            ("According to the agreement, it ends in May.", []),
            ("Ukraine: talks resume in May.", []),
            ("Source: the Foreign Ministry", []),
        ],
    )  # fmt: skip
    def test_who_is_named(self, text: str, chain: Chain) -> None:
        assert last(english(text)) == chain

    def test_without_a_comma_only_the_last_clause_is_told_by_it(self) -> None:
        document = english("The war broke out in 2023, and it killed thousands according to the United Nations.")
        passages = split_passages(document)
        start = document.text.index("2023")
        assert attribute(document, passages, 0, "en", (start, start + 4)) is None
        start = document.text.index("thousands")
        said = attribute(document, passages, 0, "en", (start, start + 9))
        assert said is not None
        assert said.text == "the United Nations"


class TestEnglishCarried:
    @pytest.mark.parametrize(
        ("text", "speakers"),
        [
            ("President Brezan said it was so. He added that it was late.", ["President Brezan"] * 2),
            ("President Brezan said it was so. It was late.", ["President Brezan", None]),
            ("President Brezan said it was so.\nMinister Ada Brun met him.\nShe warned of a war.",
             ["President Brezan", None, "Minister Ada Brun"]),
            ("Mr Brun said it was so. Mrs Brun was there. He denied that it was late.", ["Mr Brun", None, "Mr Brun"]),
            ("Mrs Brun met the king. President Ode replied that it was so. She added that it was late.",
             [None, "President Ode", "President Ode"]),
            ("Mrs Brun said it was so. King Ode replied that it was not. On fishing, she warned of a ban.",
             ["Mrs Brun", "King Ode", "Mrs Brun"]),
            ("In Nokara the war goes on. President Ode said it was over. Nokara urged Paris to wait. He warned of a war.",
             [None, "President Ode", "Nokara", "President Ode"]),
            ("The two leaders met. They stressed that it was so.", [None, "The two leaders"]),
            ("A launcher left, Minister Boris Balint said. More will follow, he added.", ["Minister Boris Balint"] * 2),
            ("“It was so,” the minister said. “It is over.”", ["the minister"] * 2),
            ("“It was so. It is over,” the minister said. They met.", ["the minister", "the minister", None]),
            ("The minister said: “It was so. It is over.” They met.", ["The minister", "The minister", None]),
            ("“It was so.\n“It is over,” the minister said.", ["the minister"] * 2),
            ("The minister stressed:\n- The war is over.\n- The talks go on.\nThey met.",
             ["The minister", "The minister", "The minister", None]),
            ("The minister said it was so.\n\nBackground\nThe war began in 2022.", ["The minister", None, None]),
        ],
    )  # fmt: skip
    def test_who_goes_on(self, text: str, speakers: list[str | None]) -> None:
        found = [[name for role, name in chain if role == SPEAKER] for chain in chains(english(text))]
        assert found == [[name] if name else [] for name in speakers]

    def test_a_statement_goes_on_where_somebody_says_something(self) -> None:
        text = "A statement by the Kremlin said it was so. Putin stressed that it was late. The war began in 2022."
        statement = (STATEMENT, "A statement by the Kremlin")
        assert chains(english(text)) == [[statement], [statement, (SPEAKER, "Putin")], []]

    def test_a_statement_ends_with_one_who_speaks_for_himself(self) -> None:
        text = "A statement by the Kremlin said it was so. Minister Ada Brun told reporters that it was late."
        assert chains(english(text))[1] == [(SPEAKER, "Minister Ada Brun")]

    def test_the_statement_is_the_one_that_was_named_before(self) -> None:
        text = "A readout released by the Kremlin said it was so.\nThe statement said it was late."
        document = english(text)
        assert chains(document)[1] == [(STATEMENT, "A readout released by the Kremlin")]
        said = attribute(document, split_passages(document), 1, "en")
        assert said is not None
        (source,) = said.sources
        assert document.text[source.start : source.end] == "The statement"

    def test_the_statement_of_an_office_is_called_so(self) -> None:
        text = "The truce holds, the French presidency said.\nIt was late, according to the statement."
        assert phrases(english(text)) == ["the French presidency", "the statement of the French presidency"]
        text = "قالت الرئاسة الفرنسية إن الهدنة صامدة.\nوجاء في البيان أن الوقت متأخر."
        assert phrases(arabic(text)) == ["الرئاسة الفرنسية", "بيان الرئاسة الفرنسية"]

    def test_his_office_is_that_of_the_one_who_was_named(self) -> None:
        text = "President Bogdan Brezan met the queen. They spoke for an hour, his office announced."
        assert last(english(text)) == [(SPEAKER, "President Bogdan Brezan's office")]


class TestArabicVerbs:
    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("قال الرئيس الفرنسي إيمانويل ماكرون للصحفيين إن المحادثات صريحة.", "الرئيس الفرنسي إيمانويل ماكرون"),
            ("وَقَالَ الرَّئِيسُ إِنَّ المحادثات صريحة.", "الرَّئِيسُ"),
            (
                "أكد الرئيس المصري عبد الفتاح السيسي، خلال اتصال هاتفي، أن مصر ترفض ذلك.",
                "الرئيس المصري عبد الفتاح السيسي",
            ),
            (
                "من جانبه، شدد وزير الخارجية السعودي الأمير فيصل بن فرحان على الهدنة.",
                "وزير الخارجية السعودي الأمير فيصل بن فرحان",
            ),
            (
                "وقالت المتحدثة باسم الخارجية الروسية ماريا زاخاروفا إن موسكو مستعدة.",
                "المتحدثة باسم الخارجية الروسية ماريا زاخاروفا",
            ),
            ("وأفاد مصدر دبلوماسي بأن الاجتماع أُجّل.", "مصدر دبلوماسي"),
            ("وحذّر غوتيريش من حرب شاملة.", "غوتيريش"),
            ("وأعرب الجانبان عن ارتياحهما.", "الجانبان"),
            ("كما أكد الرئيسان ضرورة الالتزام بالقانون.", "الرئيسان"),
            ("وكان بوتين قد قال إن بلاده مستعدة.", "بوتين"),
            ("لكن الكرملين نفى ذلك.", "الكرملين"),
            ("«لن نقبل بأي تهجير»، قال الملك.", "الملك"),
            ("ورد الوزير بأن القضية في عهدة القضاء.", "الوزير"),
            ("وحمّل الرئيس قبطان السفينة المسؤولية.", "الرئيس"),
            ("واتهم رئيس الوزراء المعارضة بعرقلة التسجيل.", "رئيس الوزراء"),
            ("وطالب الرئيس فرنسا بوقف التسليم.", "الرئيس"),
            ("وأعاد الجانب المرواني هذا التأخر إلى ارتفاع الأقساط.", "الجانب المرواني"),
            ("وأكدت وزارة الصحة في غزة أن العدد ارتفع.", "وزارة الصحة في غزة"),
            ("واتهمت روسيا أوكرانيا بانتهاك الهدنة.", "روسيا"),
            ("ووصف الوزير الحديث بأنه صريح، مضيفًا أن الهدنة صامدة.", "الوزير"),
        ],
    )
    def test_who_speaks(self, text: str, speaker: str) -> None:
        assert last(arabic(text)) == [(SPEAKER, speaker)]

    @pytest.mark.parametrize(
        "text",
        [
            "ولم يتناول الزعيمان ملف الأسرى.",
            "ولم يذكر الوزير موعدًا للقمة.",
            "يُذكر أن الحرب اندلعت في فبراير 2022.",
            "ومن المقرر أن يلتقي الوزيران يوم الأحد.",
            "وأُعلنت أول هدنة بين الطرفين في مايو 2024.",
            "جرى الاتصال بطلب من الجانب الفرنسي.",
            "تعهدت المملكة بتقديم 30 مليون دولار.",
            "ورد في القائمة اسم الوزير.",
            "وحمل الوزير رسالة من الملك.",
            "دعا إلى ذلك من قبل الذي قال إنه صديق.",
            "واتفق الرئيسان على أن يلتقي الوزيران.",
            "وقع الجانبان مذكرة لإطلاق حوار سنوي.",
            "أقر القادة مد خط أنابيب بطول 840 كيلومترًا.",
        ],
    )
    def test_what_nobody_says_is_told_by_nobody(self, text: str) -> None:
        assert last(arabic(text)) == []

    def test_one_who_cites_another_stands_before_him(self) -> None:
        text = "وجاء في بيان المكتب أن الرئيس أكد أن بلاده لن تنسحب."
        assert last(arabic(text)) == [(STATEMENT, "بيان المكتب"), (SPEAKER, "الرئيس")]
        text = "ونقلت وزيرة الخارجية ديمة الدرعاوي عن دراسك قوله إنه مستعد."
        assert last(arabic(text)) == [(SPEAKER, "وزيرة الخارجية ديمة الدرعاوي"), (SPEAKER, "دراسك")]
        text = "ونقلت وكالة تاس عن المتحدث باسم الكرملين دميتري بيسكوف قوله إن الموعد لم يحدد."
        assert last(arabic(text)) == [(AGENCY, "وكالة تاس"), (SPEAKER, "المتحدث باسم الكرملين دميتري بيسكوف")]
        text = "وبحسب المستشار، أبلغ الرئيس نظيره أن السلام مستحيل."
        assert last(arabic(text)) == [(SPEAKER, "المستشار"), (SPEAKER, "الرئيس")]
        text = "وقال المتحدث باسم الرئاسة إن الرئيس وعد بدراسة الطلب."
        assert last(arabic(text)) == [(SPEAKER, "المتحدث باسم الرئاسة")]


class TestArabicPhrases:
    @pytest.mark.parametrize(
        ("text", "chain"),
        [
            ("وفقًا للكرملين، كانت المكالمة طويلة.", [(SPEAKER, "الكرملين")]),
            ("وَفْقًا لِلكرملين، كانت المكالمة طويلة.", [(SPEAKER, "الكرملين")]),
            ("وفقا للكرملين، كانت المكالمة طويلة.", [(SPEAKER, "الكرملين")]),
            ("وفقًا للمعلومات الواردة من الكرملين، كانت المكالمة طويلة.", [(STATEMENT, "الكرملين")]),
            ("وبحسب الإليزيه، كانت المكالمة طويلة.", [(SPEAKER, "الإليزيه")]),
            ("كانت المكالمة طويلة، وفق وزارة الخارجية الفرنسية.", [(SPEAKER, "وزارة الخارجية الفرنسية")]),
            ("استمر الاتصال ساعة، وفق ما أعلنه قصر هورين الرئاسي.", [(SPEAKER, "قصر هورين الرئاسي")]),
            ("جاء في بيان صادر عن الرئاسة الفرنسية أن المكالمة تمت.", [(STATEMENT, "بيان صادر عن الرئاسة الفرنسية")]),
            ("أعلنت وزارة الخارجية الروسية أن المكالمة جرت.", [(SPEAKER, "وزارة الخارجية الروسية")]),
            ("نقلًا عن وكالة تاس: جرت المكالمة.", [(AGENCY, "وكالة تاس")]),
            ("على حد قول الوزير، بلغت المفاوضات مرحلة متقدمة.", [(SPEAKER, "الوزير")]),
            ("الرئاسة الفرنسية: جرت المكالمة أمس.", [(SPEAKER, "الرئاسة الفرنسية")]),
            ("وفقًا للاتفاق، ينسحب الجيش خلال ستين يومًا.", []),
            ("بحسب القانون، تنتهي المهلة غدًا.", []),
            ("المصدر: وزارة الخارجية", []),
            ("جرت المكالمة أمس.", []),
        ],
    )
    def test_who_is_named(self, text: str, chain: Chain) -> None:
        assert last(arabic(text)) == chain

    def test_the_offsets_are_those_of_the_name_without_the_preposition(self) -> None:
        document = arabic("وفقًا للكرملين، كانت المكالمة طويلة.")
        said = attribute(document, split_passages(document), 0, "ar")
        assert said is not None
        assert (said.sources[0].start, said.sources[0].end, said.text) == (7, 14, "الكرملين")
        assert document.text[7:14] == "لكرملين"


class TestArabicCarried:
    @pytest.mark.parametrize(
        ("text", "speakers"),
        [
            ("قال الرئيس إن الهدنة صامدة. وأضاف أن القصف توقف.", ["الرئيس", "الرئيس"]),
            ("قال الرئيس إن الهدنة صامدة. وتوقف القصف.", ["الرئيس", None]),
            ("قالت الرئيسة إن الهدنة صامدة. ورد الوزير بأنه سيرى. وعزت الأمر إلى الشتاء.", ["الرئيسة", "الوزير", "الرئيسة"]),
            ("بحث بوتين وماكرون الأزمة. وأكد بوتين وماكرون أن الحل قريب. كما شددا على الحوار.",
             [None, "بوتين وماكرون", "بوتين وماكرون"]),
            ("قالت وزارة الصحة إن العدد ارتفع. وأضافت أن الوضع صعب.", ["وزارة الصحة", "وزارة الصحة"]),
            ("تلقى جلالة الملك اتصالًا هاتفيًا. وأوضح جلالته أن السفينة أوقفت.", [None, "جلالة الملك"]),
            ("قال الوزير: «انتهت الحرب. وبدأ السلام». ثم غادر.", ["الوزير", "الوزير", None]),
        ],
    )  # fmt: skip
    def test_who_goes_on(self, text: str, speakers: list[str | None]) -> None:
        found = [[name for role, name in chain if role == SPEAKER] for chain in chains(arabic(text))]
        assert found == [[name] if name else [] for name in speakers]


class TestIssuer:
    def test_an_outlet_tells_what_nobody_says(self) -> None:
        document = english("The war began in 2022. The minister said it was over.", "Gulzar Press Agency")
        outlet = (OUTLET, "Gulzar Press Agency")
        assert chains(document) == [[outlet], [outlet, (SPEAKER, "The minister")]]
        assert phrases(document) == [
            "the article by Gulzar Press Agency", "Gulzar Press Agency, citing the minister",
        ]  # fmt: skip
        document = arabic("بدأت الحرب في 2022. وقال الوزير إنها انتهت.", "قناة ديار")
        assert phrases(document) == ["مقال قناة ديار", "قناة ديار، نقلًا عن الوزير"]

    def test_an_office_tells_its_own_statement(self) -> None:
        document = english(
            "They spoke for an hour. The Prime Minister said it was over.", "Office of the Prime Minister"
        )
        assert phrases(document) == [
            "the Office of the Prime Minister", "the Office of the Prime Minister, citing the Prime Minister",
        ]  # fmt: skip
        document = arabic("استمر الاتصال ساعة. وقال الرئيس إنها انتهت.", "رئاسة الجمهورية")
        assert phrases(document) == ["رئاسة الجمهورية", "رئاسة الجمهورية، نقلًا عن الرئيس"]

    def test_a_question_that_is_put_is_the_askers(self) -> None:
        document = english("Press conference\n\nQ: Will you go?\nA: I was invited.\n", "Federal Chancellery of Kelmond")
        assert phrases(document)[1:] == [
            "the Federal Chancellery of Kelmond, citing a questioner", "the Federal Chancellery of Kelmond",
        ]  # fmt: skip
        document = arabic("مؤتمر صحفي\n\nس: هل تذهب؟ ومتى؟\nج: دُعيت.\n", "رئاسة الجمهورية")
        asker = "رئاسة الجمهورية، نقلًا عن أحد السائلين"
        assert phrases(document)[1:] == [asker, asker, "رئاسة الجمهورية"]

    def test_an_office_that_is_told_about_does_not_tell_the_article(self) -> None:
        text = "They spoke. According to information received from the Kremlin, it was long. A statement said so."
        document = english(text, "Kremlin")
        passages = split_passages(document)
        said = [attribute(document, passages, number, "en") for number in (0, 1)]
        assert [one.text for one in said if one] == ["the article", "the Kremlin"]
        assert [(one.role, one.name, one.start) for one in said[1].sources if said[1]] == [(OUTLET, "Kremlin", 51)]  # type: ignore[union-attr]

    def test_a_byline_names_the_agency(self) -> None:
        text = "GAZIRAN, Dec 9 (Gulzar Press Agency) - The minister said it was over."
        assert last(english(text)) == [(OUTLET, "Gulzar Press Agency"), (SPEAKER, "The minister")]
        assert last(english(text, "The Gazette")) == [
            (OUTLET, "The Gazette"), (AGENCY, "Gulzar Press Agency"), (SPEAKER, "The minister"),
        ]  # fmt: skip
        text = "الرياض - وكالة أنباء غولزار - قال الوزير إن الحرب انتهت."
        assert last(arabic(text))[0] == (OUTLET, "وكالة أنباء غولزار")

    def test_a_heading_names_the_office_where_the_manifest_names_nobody(self) -> None:
        assert phrases(english("STATEMENT BY THE OFFICE OF THE PRESIDENT\n\nThey spoke for an hour.\n"))[1] == (
            "THE OFFICE OF THE PRESIDENT"
        )
        assert phrases(arabic("بيان صادر عن رئاسة الجمهورية\n\nاستمر الاتصال ساعة كاملة.\n"))[1] == "رئاسة الجمهورية"

    def test_a_section_is_told_by_the_office_that_heads_it(self) -> None:
        text = "They spoke.\nIt was long.\n\nThe call\nIt was held on Monday.\n\nPress service of the Kremlin\nThe war is over."
        assert last(english(text)) == [(STATEMENT, "Press service of the Kremlin")]

    def test_answers_are_given_by_the_one_who_is_asked(self) -> None:
        text = (
            "Press briefing by Dominic Dale, spokesman for the Prime Minister\n\n"
            "Question: Did they speak?\nAnswer: Yes, for an hour. President Drask said that it was late.\n"
        )
        assert chains(english(text))[1:] == [
            [], [(SPEAKER, "Dominic Dale")], [(SPEAKER, "Dominic Dale"), (SPEAKER, "President Drask")],
        ]  # fmt: skip
        text = (
            "المؤتمر الصحفي لوزيرة الخارجية\n\nالوزيرة لبنى اللامي: انتهت المحادثات. واستمرت ساعتين.\n\n"
            "سؤال من صحيفة «اللواء»: متى الرحلة؟\nجواب: يوم الأحد المقبل. وأبلغني نظيري لوران لوتي أن السفن ستعود.\n"
        )
        minister = (SPEAKER, "الوزيرة لبنى اللامي")
        assert chains(arabic(text))[1:] == [
            [minister], [minister], [], [minister], [minister, (SPEAKER, "نظيري لوران لوتي")],
        ]  # fmt: skip
        text = "من المؤتمر الصحفي للمتحدثة باسم الرئاسة ريم الهدّاج\n\nس: هل تحدثا؟\nج: نعم، ساعة كاملة.\n"
        assert chains(arabic(text))[1:] == [[], [(SPEAKER, "المتحدثة باسم الرئاسة ريم الهدّاج")]]


class TestPhrase:
    @pytest.mark.parametrize(
        ("text", "issuer", "phrase"),
        [
            ("The Sultan said it was so.", None, "the Sultan"),
            ("TASS reported that it was so.", None, "TASS"),
            ("The Sultan said it was so, according to the statement.", "Horizon News",
             "Horizon News, citing the statement on what the Sultan said"),
            ("TASS quoted the minister as saying that it was so.", "Horizon News",
             "Horizon News, citing TASS on what the minister said"),
            ("The minister said that the king had told him that it was so, the statement said.", "Horizon News",
             "Horizon News, citing the statement and the minister on what the king said"),
            ("TASS reported, according to a statement, that it was so.", "Horizon News",
             "Horizon News, citing TASS and a statement"),
        ],
    )  # fmt: skip
    def test_of_an_english_chain(self, text: str, issuer: str | None, phrase: str) -> None:
        assert phrases(english(text, issuer)) == [phrase]

    @pytest.mark.parametrize(
        ("text", "phrase"),
        [
            ("وأكد الرئيسان أن الحل قريب.", "قناة ديار، نقلًا عن الرئيسين"),
            ("وقال الزعيمان إن الحل قريب.", "قناة ديار، نقلًا عن الزعيمين"),
            ("وأكد المسؤولون أن الحل قريب.", "قناة ديار، نقلًا عن المسؤولين"),
            ("وأكد القادة أن الحل قريب.", "قناة ديار، نقلًا عن القادة"),
            ("وقال السلطان إن الحل قريب.", "قناة ديار، نقلًا عن السلطان"),
            ("وقالت وزيرتا الخارجية إن الحل قريب.", "قناة ديار، نقلًا عن وزيرتي الخارجية"),
            ("وأكد رئيسا البلدين أن الحل قريب.", "قناة ديار، نقلًا عن رئيسي البلدين"),
            ("وجاء في بيان الرئاسة أن الرئيس أكد أن الحل قريب.", "قناة ديار، نقلًا عن بيان الرئاسة، عن الرئيس"),
            ("ونقلت وكالة تاس عن الوزير قوله إن الرئيس أكد أن الحل قريب.",
             "قناة ديار، نقلًا عن وكالة تاس، عن الوزير، عن الرئيس"),
        ],
    )  # fmt: skip
    def test_of_an_arabic_chain(self, text: str, phrase: str) -> None:
        assert phrases(arabic(text, "قناة ديار")) == [phrase]


def test_names_are_those_of_the_aligned_translation_where_it_has_them() -> None:
    lines = [
        ("قال الرئيس بوتين إن الصراع نتيجة مباشرة.", "President Putin said that the conflict was a direct result."),
        ("وأضاف أن الحل قريب.", "He added that a solution was near."),
        ("وقال الوزير سعد إن الحل بعيد.", "A solution is far."),
    ]
    text = " ".join(line for line, _ in lines)
    starts = [text.index(line) for line, _ in lines]
    aligned = tuple(
        AlignedSentence(start, start + len(line), beside) for start, (line, beside) in zip(starts, lines, strict=True)
    )
    document = Document("d", text, "t", "ar", translation=Translation("en", "us", aligned))
    assert phrases(document, "en") == ["President Putin", "President Putin", "الوزير سعد"]
    assert phrases(document, "ar") == ["الرئيس بوتين", "الرئيس بوتين", "الوزير سعد"]


def test_names_that_are_known_are_told_in_the_other_language_without_a_translation() -> None:
    document = arabic("قال الرئيس الفرنسي إيمانويل ماكرون إن الحل قريب. وأكدت وزارة الخارجية الروسية ذلك.", "الكرملين")
    assert phrases(document, "en") == [
        "the Kremlin, citing French President Emmanuel Macron", "the Kremlin, citing the Russian Foreign Ministry",
    ]  # fmt: skip
    document = english("The Kremlin said that it was so. Brezan said that it was not.")
    assert phrases(document, "ar") == ["الكرملين", "Brezan"]


def test_a_name_on_two_lines_is_shown_on_one() -> None:
    lines = [
        "The long talks went on for an hour and a half, and the minister of",
        "trade Ada Brun said that it was so.",
    ]
    (said,) = chains(english("\n".join(lines)))
    assert all("\n" not in name for _, name in said)


KREMLIN = (OUTLET, "الكرملين")
SERVICE = (STATEMENT, "بيان صادر عن خدمة الصحافة في الكرملين")
# Written by hand from the article, passage by passage.
SEED: list[Chain] = [
    [KREMLIN],
    [KREMLIN],
    [KREMLIN, (SPEAKER, "الزعيمان")],
    [KREMLIN],
    [KREMLIN, SERVICE, (SPEAKER, "بوتين")],
    [KREMLIN, SERVICE, (SPEAKER, "بوتين")],
    [KREMLIN, SERVICE, (SPEAKER, "بوتين")],
    [KREMLIN, SERVICE, (SPEAKER, "بوتين")],
    [KREMLIN, (SPEAKER, "القادة")],
    [KREMLIN, SERVICE, (SPEAKER, "القادة")],
    [KREMLIN, SERVICE, (SPEAKER, "بوتين وماكرون")],
    [KREMLIN, SERVICE, (SPEAKER, "القادة")],
    [KREMLIN],
    [KREMLIN, SERVICE],
    [KREMLIN, SERVICE, (SPEAKER, "بوتين وماكرون")],
    [KREMLIN, SERVICE, (SPEAKER, "فلاديمير بوتين وإيمانويل ماكرون")],
    [KREMLIN],
    [KREMLIN],
    [KREMLIN],
]
IN_ENGLISH = {
    "الكرملين": "the Kremlin",
    "بيان صادر عن خدمة الصحافة في الكرملين": "A statement issued by the Kremlin press service",
    "الزعيمان": "the two leaders",
    "بوتين": "Putin",
    "القادة": "the leaders",
    "بوتين وماكرون": "Putin and Macron",
    "فلاديمير بوتين وإيمانويل ماكرون": "Vladimir Putin and Emmanuel Macron",
}


class TestSeedArticle:
    def test_the_sources_of_every_passage(self, seed: Document) -> None:
        assert chains(seed) == SEED

    def test_the_same_in_english(self, seed: Document) -> None:
        found = [[(role, name.replace("The ", "the ")) for role, name in chain] for chain in chains(seed, "en")]
        assert found == [[(role, IN_ENGLISH[name]) for role, name in chain] for chain in SEED]

    def test_the_phrases(self, seed: Document) -> None:
        service, kremlin = "بيان صادر عن خدمة الصحافة في الكرملين", "الكرملين"
        assert phrases(seed) == [
            "المقال", "المقال", "الزعيمين", "المقال", *[f"{service}، نقلًا عن بوتين"] * 4, "القادة",
            f"{service}، نقلًا عن القادة", f"{service}، نقلًا عن بوتين وماكرون", f"{service}، نقلًا عن القادة", "المقال",
            service, f"{service}، نقلًا عن بوتين وماكرون", f"{service}، نقلًا عن فلاديمير بوتين وإيمانويل ماكرون",
            "المقال", kremlin, kremlin,
        ]  # fmt: skip
        in_english = phrases(seed, "en")
        assert in_english[5] == "a statement issued by the Kremlin press service, citing Putin"
        assert [in_english[number] for number in (0, 2, 13, 17, 18)] == [
            "the article", "the two leaders", "a statement issued by the Kremlin press service", "the Kremlin", "the Kremlin",
        ]  # fmt: skip

    def test_the_outermost_stands_in_the_manifest_and_the_others_in_the_text(self, seed: Document) -> None:
        said = attribute(seed, split_passages(seed), 6, "ar")
        assert said is not None
        outlet, statement, speaker = said.sources
        assert (outlet.start, outlet.end) == (None, None)
        assert seed.text[statement.start : statement.end] == "لبيان"
        assert seed.text[speaker.start : speaker.end] == "بوتين"
        assert all(inner.start is not None for _, inner in pairwise(said.sources))


def test_the_one_who_is_asked_for_is_told_of_by_the_same(seed: Document) -> None:
    start = seed.text.index("بوتين", 735)
    said = attribute(seed, split_passages(seed), 6, "ar", (start, start + 5))
    assert said is not None
    assert [source.role for source in said.sources] == [OUTLET, STATEMENT, SPEAKER]


def test_the_gold_of_values_is_attributed_rightly() -> None:
    root = Path(__file__).parents[2]
    rows = [json.loads(line) for line in (root / "tests/gold/values.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = {
        (folder, one.id): (one, split_passages(one))
        for folder in {row["folder"] for row in rows}
        for one in read_manifest(root / folder)
    }
    right = 0
    for row in rows:
        document, passages = documents[row["folder"], row["document"]]
        start = row["value"]["start"] if row["value"] else document.text.index(row["passage"])
        end = row["value"]["end"] if row["value"] else start + len(row["passage"])
        at = next(one.number for one in passages if one.start <= start < one.end)
        said = attribute(document, passages, at, row["language"], (start, end))
        right += said is not None and _is_same(said, row["attribution"], document.text)
    assert right >= 0.97 * len(rows), f"{right} of {len(rows)}"


def _is_same(said: Attribution, gold: list[dict[str, str | None]], text: str) -> bool:
    """Whether the chain has the gold's roles, and each source stands where the gold's does or has its surname."""
    if [source.role for source in said.sources] != [link["role"] for link in gold]:
        return False
    for source, link in zip(said.sources, gold, strict=True):
        span = link["span"]
        if span is None or source.start is None or source.end is None:
            continue
        places = [match.start() for match in re.finditer(re.escape(span), text)]
        overlaps = any(place < source.end and source.start < place + len(span) for place in places)
        if not overlaps and source.name.split()[-1] != span.split()[-1]:
            return False
    return True
