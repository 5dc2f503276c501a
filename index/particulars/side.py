"""Whose account a document gives: the state of the office that speaks, as the text names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.gazetteer import find_names
from index.language import fold
from index.named.known import states_of
from index.particulars.bodies import is_outlet, names_body
from index.particulars.types import Particular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.particulars.head import Line
    from index.particulars.persons import Party
    from index.types import Language

# Houses of power whose state their names do not tell: English and Arabic, folded, then the state's.
_HOUSES = (
    ("kremlin", "الكرملين", "Russia", "روسيا"),
    ("white house", "البيت الابيض", "the United States", "الولايات المتحدة"),
    ("elysee", "اليزيه", "France", "فرنسا"),
    ("downing street", "داونينغ ستريت", "the United Kingdom", "المملكة المتحدة"),
)
_ENDINGS = (
    re.compile(r"\bof (?:the (?:Republic|Kingdom|Sultanate|State|Emirate|Government) of )?(?P<state>[A-Z]\w+)$"),
    re.compile(
        r"(?:جمهورية|مملكة|سلطنة|دولة|إمارة|وزراء|خارجية|رئاسة|حكومة)\s+(?:مملكة\s+|دولة\s+)?(?P<state>[\u0620-\u06ff]{3,20})$"
    ),
)
_NO_STATE = re.compile(
    r"ال(?:وزراء|جمهوري|دول|خارجي|حكوم|رئيس)|(?:State|Defence|Defense|Government|Foreign|President|Energy)$"
)
_JOINT = re.compile(
    r"\bjoint (?:communiqu|statement|declaration|press)|بيان (?:ختامي )?مشترك|البيان المشترك", re.IGNORECASE
)
_TELLING = re.compile(
    r"(?<!\w)(?:[أا]علنت?|قالت?|ذكرت?|[أا]فادت?|جاء في بيان)\s+(?:مكتب\s+)?"
    r"(?:الرئاسة|رئاسة|الحكومة|الخارجية|الديوان|الرئيس|رئيسة?(?: وزراء)?)"
    r"\s+(?:(?:في\s+)?(?P<state>(?!ال|في |وزراء)\w{3,20})|ال(?P<people>\w{4,20}))"
)
_OFFICE_TOLD = re.compile(r"\b[Tt]he (?P<state>[A-Z]\w{2,20}) (?:presidency|government|foreign ministry)\b")
# Folded: "الديوان الملكي" is of a king, and tells no state.
_OFFICES = frozenset(["ملك", "رئيس", "رئاس", "امير", "سلطان", "اعلام", "حكوم", "خارج", "وزار", "رسم", "اتحاد"])
_BEGINNING = 1500


def find_side(
    text: str, language: Language, head: Sequence[Line], issuer: Particular[str] | None, parties: Sequence[Party]
) -> Particular[str] | None:
    """Whose account it is.

    Args:
        text: The text.
        language: The language that it is in.
        head: Its first lines.
        issuer: Who published it, where that was found.
        parties: Between whom the event was.
    """
    states = [party.state for party in parties if party.state]
    if any(_JOINT.search(line.text) for line in head[:3]):
        both = list(dict.fromkeys(states))
        joined = (" و" if language == "ar" else " and ").join(both)
        return Particular(joined, "text", "likely") if len(both) == len(parties) == 2 else None
    if issuer is not None and (state := _of_office(issuer.value, text, language, states)) is not None:
        return Particular(state, issuer.where, "likely" if is_outlet(issuer.value) else issuer.sureness)
    if (told := _told(text[:_BEGINNING], states)) is not None:
        return Particular(told, "text", "likely")
    return None


def _of_office(name: str, text: str, language: Language, states: Sequence[str]) -> str | None:
    """The state that the name of an office or an outlet holds."""
    folded = fold(name).text
    for english, arabic, state_en, state_ar in _HOUSES:
        if english in folded or arabic in folded:
            return state_ar if language == "ar" else state_en
    for state in states:
        if re.search(rf"(?<!\w)(?:ال)?{re.escape(fold(state).text)}(?:i|n|ian)?(?!\w)", folded):
            return state
    known = [
        one.entry.shown(language) for one in find_names(name) if one.kind == "place" and one.entry.state is not None
    ]
    if known:
        return known[0]
    return _named_again(name, text, language) if is_outlet(name) else _ending(name)


def _ending(name: str) -> str | None:
    """The state with which the name of an office ends."""
    for pattern in _ENDINGS:
        if (match := pattern.search(name)) is not None and not _NO_STATE.match(match["state"]):
            return match["state"]
    return None


def _named_again(name: str, text: str, language: Language) -> str | None:
    """The word of an outlet's name that the text uses as that of a state: "Velmar Press Agency", "of Velmar"."""
    rest = text.replace(name, " ")[: _BEGINNING * 3]
    for word in re.findall(r"[^\W\d_]{3,20}", name):
        if names_body(word) or fold(word).text.startswith(("انباء", "ال", "لل")):
            continue
        if language == "en" and re.search(rf"\b(?:of {word}\b|{word}['’]s\b|{word}(?: will| has|i\b))", rest):
            return str(word)
        if language == "ar" and re.search(rf"(?<!\w)[ولبف]?{word}(?!\w)", rest):
            return str(word)
    return None


def _by_people(folded: str, text: str) -> str | None:
    """The state of whose people an adjective in Arabic tells, where the text names it: "الأنباء المروانية", "مروان"."""
    for word in folded.split():
        if not word.startswith("ال"):
            continue
        written = {fold(one).text: one for one in re.findall(r"[\u0620-\u06ff]{3,20}", text[: _BEGINNING * 3])}
        for name in states_of(word.removeprefix("ال")):
            if name not in _OFFICES and (found := written.get(name) or written.get("ال" + name)) is not None:
                return str(found)
    return None


def _told(beginning: str, states: Sequence[str]) -> str | None:
    """The state whose office is said to have told it, in an outlet that tells of no state itself."""
    if match := _TELLING.search(beginning):
        if match["state"]:
            is_named = len(re.findall(rf"(?<!\w)[وبلف]?{re.escape(match['state'])}(?!\w)", beginning)) > 1
            return match["state"] if is_named or match["state"] in states else None
        return _by_people("ال" + fold(match["people"]).text, beginning)
    if match := _OFFICE_TOLD.search(beginning):
        named = match["state"]
        if re.search(rf"\b(?:of {named}\b|{named}['’]s)", beginning):
            return named
        return next((state for state in states if named.startswith(state)), None)
    return None
