"""Durations and amounts as they are shown: figures, units with the right number, and how firmly they are given."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.answer.values.candidate import TIMES
from index.language import fold
from prompts import LOCALES
from prompts.nouns import Noun, find_noun

if TYPE_CHECKING:
    from bot.answer.values.candidate import Quantity
    from index.bounds import Bound
    from index.durations import DurationUnit, FoundDuration
    from index.types import Language
    from prompts import Phrases

_SCALES = ((Decimal(10**12), "values.trillion"), (Decimal(10**9), "values.billion"), (Decimal(10**6), "values.million"))
_THOUSAND = 1000
_SHARES = {
    Decimal(50): "values.half_share", Decimal(25): "values.quarter_share", Decimal(75): "values.three_quarters",
    Decimal(33): "values.third_share", Decimal(67): "values.two_thirds",
}  # fmt: skip
# An accusative written without its tanwin: مدنيا.
_BARE_ACCUSATIVE = re.compile(r"(?<=[^\W\d_ء\u064b])ا(?!\w)")
# A dual after a preposition or a verb: رسالتين.
_DUAL = re.compile(r"ين(?!\w)")
_EVERY = re.compile(r"(?:every|كل)\s")
_ALMOST = re.compile(r"(?:almost|nearly|just under|ما ي?ت?قارب|ما يناهز)\s")
# The other word for a year is kept where the text has it.
_AM = re.compile(r"(?<!\w)(?:عام[اي]?ن?|اعوام)(?!\w)")
_YEAR = Noun(("year", "years"), ("عام", "أعوام"))
_SIGNS = {"USD": "dollar", "EUR": "euro", "GBP": "pound", "RUB": "rouble", "CNY": "yuan"}


def show_duration(found: FoundDuration, written: str, phrases: Phrases) -> str:
    """A duration: "about 3 years", "حوالي سنتين", "1 hour and 10 minutes", "every 6 months".

    Args:
        found: The duration.
        written: How the text writes it, with an "every" before it.
        phrases: In the language of the asker.
    """
    folded = fold(written).text
    every, am = bool(_EVERY.match(folded)), bool(_AM.search(folded))
    in_genitive = phrases.language == "ar" and (found.bound != "exact" or found.upto is not None or every)
    told = ((found.amount, found.unit), *found.rest)
    parts = [_of_time(amount, unit, phrases, in_genitive=in_genitive, am=am) for amount, unit in told]
    if len(parts) > 1 and told[0][0] == 1 and phrases.language == "ar":
        # "ساعة و10 دقائق": one of several is not counted.
        parts[0] = parts[0].partition(" ")[0]
    shown = format_list(parts, locale=LOCALES[phrases.language])
    if found.upto is not None:
        last = _of_time(*found.upto, phrases, in_genitive=in_genitive, am=am)
        first = shown
        if found.unit == found.upto[1] and (phrases.language == "en" or found.amount > 2):
            first = _figures(Decimal(str(found.amount)), phrases.language)
        shown = phrases.say("values.upto", first=first, last=last)
    shown = _bounded(shown, found.bound, folded, phrases)
    return phrases.say("values.every", amount=shown) if every else shown


def _bounded(shown: str, bound: Bound, folded: str, phrases: Phrases) -> str:
    if bound == "about" and _ALMOST.match(folded):
        return phrases.say("values.almost", amount=shown)
    return phrases.say(f"answer.bound_{bound}", amount=shown)


def _of_time(amount: float, unit: DurationUnit, phrases: Phrases, *, in_genitive: bool, am: bool) -> str:
    # Babel's own Arabic names of durations lack the months, weeks and days.
    number = format_decimal(amount, locale=LOCALES[phrases.language])
    count = int(amount) if float(amount).is_integer() else amount
    if unit == "year" and am and phrases.language == "ar":
        return _YEAR.counted(number, count, "ar", is_genitive=in_genitive)
    shown = phrases.count(f"answer.{unit}", count, amount=number)
    # After حوالي and its like the dual is in the genitive: حوالي سنتين.
    return shown.removesuffix("ان") + "ين" if in_genitive and amount == 2 else shown


def show_quantity(
    quantity: Quantity, written: str, phrases: Phrases, *, is_own_language: bool, is_percent: bool
) -> str:
    """An amount: "8 launchers", "about 640 million dollars", "14 مدنيًا", "4.5 في المئة".

    Args:
        quantity: The number and its unit, as the text writes that.
        written: The whole, as the text writes it.
        phrases: In the language of the asker.
        is_own_language: Whether the text is in that language.
        is_percent: Whether it is a share of a hundred.
    """
    if is_percent:
        shown = _percent(quantity, phrases)
    elif quantity.unit is None:
        shown = _number(quantity.number, phrases)
    elif quantity.unit == TIMES:
        shown = _times(quantity, phrases)
    elif is_own_language:
        shown = _in_own_words(quantity, phrases)
    else:
        shown = _translated(quantity, written, phrases)
    if quantity.upto is not None:
        first = _figures(quantity.number, phrases.language)
        shown = phrases.say("values.upto", first=first, last=shown)
    return _bounded(shown, quantity.bound, fold(written).text, phrases)


def _percent(quantity: Quantity, phrases: Phrases) -> str:
    if quantity.unit is None:
        share = _SHARES.get(Decimal(round(quantity.number)))
        if share is not None:
            return phrases.say(share)
    number = _figures(quantity.number if quantity.upto is None else quantity.upto, phrases.language)
    return phrases.say("values.percent", number=number)


def _times(quantity: Quantity, phrases: Phrases) -> str:
    count = int(quantity.number)
    if phrases.language == "en" and count in {1, 2}:
        return "once" if count == 1 else "twice"
    known = find_noun("times")
    return known[0].counted(str(count), count, phrases.language) if known else str(count)


def _in_own_words(quantity: Quantity, phrases: Phrases) -> str:
    unit = " ".join((quantity.unit or "").split())
    number = quantity.number if quantity.upto is None else quantity.upto
    if phrases.language == "en":
        return f"{_number(number, phrases)} {unit}" if unit[0].isalnum() else f"{unit}{_number(number, phrases)}"
    if number == 2:
        # "two" is in the noun itself.
        return unit if quantity.bound != "exact" else _DUAL.sub("ان", unit)
    if _category(number) == "many":
        unit = _BARE_ACCUSATIVE.sub("\u064bا", unit)
    return f"{_number(number, phrases)} {unit}"


def _translated(quantity: Quantity, written: str, phrases: Phrases) -> str:
    number = quantity.number if quantity.upto is None else quantity.upto
    known = find_noun(_SIGNS.get(quantity.currency or "", "") or quantity.unit or "")
    if known is None:
        return phrases.say(
            "values.counted_as_written", number=_number(number, phrases), written=" ".join(written.split())
        )
    noun, _ = known
    language = phrases.language
    for scale, name in _SCALES:
        if number >= scale and number % (scale / _THOUSAND) == 0:
            scaled = _scaled(number, scale, name, phrases)
            return f"{scaled} {noun.english[1] if language == 'en' else noun.arabic[0]}"
    if language == "ar" and _in_thousands(number):
        return f"{_number(number, phrases)} {noun.arabic[0]}"
    amount = float(number)
    return noun.counted(
        _number(number, phrases),
        int(amount) if amount.is_integer() else amount,
        language,
        is_genitive=quantity.bound != "exact",
    )


def _number(number: Decimal, phrases: Phrases) -> str:
    """A number in figures, the large ones with a word: "1,200", "48 ألف", "1.3 billion"."""
    for scale, name in _SCALES:
        if number >= scale and number % (scale / _THOUSAND) == 0:
            return _scaled(number, scale, name, phrases)
    if phrases.language == "ar" and _in_thousands(number):
        return phrases.say("values.thousand", number=_figures(number / _THOUSAND, "ar"))
    return _figures(number, phrases.language)


def _in_thousands(number: Decimal) -> bool:
    return number >= 10 * _THOUSAND and number % _THOUSAND == 0


def _scaled(number: Decimal, scale: Decimal, name: str, phrases: Phrases) -> str:
    few = number / scale
    return phrases.count(name, int(few) if few == int(few) else float(few), number=_figures(few, phrases.language))


def _figures(number: Decimal, language: Language) -> str:
    if language == "ar" and number < 10 * _THOUSAND:
        return format_decimal(number, "#.###", locale=LOCALES["ar"])
    return format_decimal(number, "#,##0.###", locale=LOCALES[language])


def _category(number: Decimal) -> str:
    return Locale("ar").plural_form(int(number) if number == int(number) else float(number))
