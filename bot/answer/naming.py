"""Names as a reader of the answer's language is shown them: from the aligned translation, or the gazetteer, or not at all.

What is found nowhere is shown in the source's script by who asks: nothing is transcribed here, for a transcription is a
guess. A name of the language of the answer is shown as it stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer.counterpart import known_counterpart, sounding_counterpart
from index.gazetteer import find_names
from index.gazetteer.offices import find_office
from index.language import fold
from index.named import FoundPerson, FoundThing, find_organisations, find_persons, find_places, read_known

if TYPE_CHECKING:
    from index.gazetteer import Entry, FoundName
    from index.gazetteer.offices import Office
    from index.named import Known
    from index.types import AlignedSentence, Document, Language

    Found = FoundName | FoundPerson | FoundThing

_Span = tuple[int, int]
_CHANCELLORS = frozenset({"DE", "AT"})


def show_name(found: Found, language: Language, document: Document) -> str | None:
    """A name as a reader of the language is shown it, or None where nothing tells how.

    Args:
        found: With offsets in ``document.text``.
        language: The language of the answer.
        document: The document that it stands in.
    """
    written = " ".join(document.text[found.start : found.end].split())
    if document.language == language:
        return written
    return _translated(found, language, document) or _known(found, language, document)


def _translated(found: Found, language: Language, document: Document) -> str | None:
    """How the aligned translation of its sentence has it."""
    translation = document.translation
    if translation is None or translation.language != language:
        return None
    sentence = next((one for one in translation.sentences if one.start <= found.start and found.end <= one.end), None)
    if sentence is None:
        return None
    if not isinstance(found, FoundPerson | FoundThing):
        span = known_counterpart(found, sentence.text)
        return _with_article(found.entry, sentence.text[slice(*span)], language) if span else None
    if found.name is None:
        return None
    span = _counterpart(document.text[slice(*found.name)], sentence.text, language)
    if span is None:
        return None
    told = read_known("\n".join(one.text for one in translation.sentences), language)
    if isinstance(found, FoundPerson):
        whole: _Span | None = _person(found, span, sentence.text, language, told)
    else:
        whole = _thing(found, span, sentence, document, told)
    return " ".join(sentence.text[slice(*whole)].split()) if whole else None


def _counterpart(name: str, translated: str, language: Language) -> _Span | None:
    known = _whole_name(name)
    if known is not None:
        return known_counterpart(known, translated)
    return sounding_counterpart(name, translated, language)


def _whole_name(name: str) -> FoundName | None:
    """The known name that a stretch is, if it is one and nothing else."""
    names = find_names(name)
    return names[0] if len(names) == 1 and (names[0].start, names[0].end) == (0, len(name)) else None


def _person(found: FoundPerson, name: _Span, text: str, language: Language, told: Known) -> _Span:
    """The person of a translation that a name in it belongs to: with the office, if the source has one."""
    if found.office is None:
        return name
    # That the stretch is a person's name is known by now, whatever the translation tells elsewhere.
    words = fold(text[slice(*name)]).text.split()
    told = replace(told, names={**told.names, words[-1]: frozenset()})
    holding = [one for one in find_persons(text, language, told) if one.name is not None and _covers(one.name, name)]
    return (holding[0].start, holding[0].end) if holding else name


def _thing(found: FoundThing, name: _Span, sentence: AlignedSentence, document: Document, told: Known) -> _Span | None:
    """The place or the organisation of a translation that a name in it belongs to, if the name heads one of each alone.

    "The port of Hamim" and "the airport of Hamim" are two.
    """
    find = find_places if found.kind == "place" else find_organisations
    own = document.text[sentence.start : sentence.end]
    written = document.text[slice(*found.name)]
    alike = [one for one in find(own, document.language, read_known(document.text, document.language))
             if fold(own[slice(*one.name)]).text == fold(written).text]  # fmt: skip
    other: Language = "ar" if document.language == "en" else "en"
    holding = [one for one in find(sentence.text, other, told) if _covers(one.name, name)]
    if len({fold(own[one.start : one.end]).text for one in alike}) <= 1 and len(holding) == 1:
        return holding[0].start, holding[0].end
    # A town may be told without the word that heads it; an organisation is another one then.
    return name if found.kind == "place" and not holding else None


def _covers(one: _Span, other: _Span) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def _with_article(entry: Entry, shown: str, language: Language) -> str:
    has_article = language == "en" and entry.english.startswith("the ") and not shown.lower().startswith("the ")
    return f"the {shown}" if has_article else shown


def _known(found: Found, language: Language, document: Document) -> str | None:
    """How the gazetteer has it."""
    if isinstance(found, FoundPerson):
        return _known_person(found, language, document)
    if isinstance(found, FoundThing):
        return _known_body(document.text[found.start : found.end], language)
    if found.form == "people":
        return None
    return _shown(found, language)


def _shown(found: FoundName, language: Language) -> str | None:
    """What all names that are written so are shown as; None where they are shown differently."""
    entries = (found.entry, *found.others)
    shown = {entry.shown(language, surname=found.form == "surname") for entry in entries}
    return shown.pop() if len(shown) == 1 else None


def _known_person(found: FoundPerson, language: Language, document: Document) -> str | None:
    name = _whole_name(document.text[slice(*found.name)]) if found.name else None
    shown = _shown(name, language) if name is not None and name.kind == "person" else None
    office = document.text[slice(*found.office)] if found.office else None
    if found.name is not None and shown is None:
        return None
    if office is None:
        return shown
    # The office of a person whom nothing tells to be a woman or a man is told by its name alone.
    feminine = name.entry.feminine if name is not None else None
    told = _office(office, language, feminine=feminine)
    if found.name is None:
        return told
    return f"{told} {shown}" if told else shown


def _office(office: str, language: Language, *, feminine: bool | None) -> str | None:
    """An office of a state that is known: "الرئيس الفرنسي" is the French President."""
    known, state = _office_and_state(office)
    if known is None or not known.feminine or (feminine is None and language == "ar"):
        return None
    if known.english == "Chancellor" and (state is None or state.state not in _CHANCELLORS):
        # Elsewhere المستشار is an adviser.
        return None
    told = known.of(state, language, feminine=bool(feminine))
    return f"the {told}" if told and feminine is None and language == "en" else told


def _office_and_state(text: str) -> tuple[Office | None, Entry | None]:
    """The office or the body that a stretch tells, and the state that it is of; no office where it tells more."""
    states = find_names(text)
    if not states:
        return find_office(text), None
    state = states[0]
    if len(states) > 1 or not state.entry.adjectives[0] or state.others:
        return None, None
    return find_office(text[: state.start] + text[state.end :]), state.entry


def _known_body(text: str, language: Language) -> str | None:
    """A ministry or another body of a state that is known: "وزارة الخارجية الروسية" is the Russian Foreign Ministry."""
    whole = _whole_name(text)
    if whole is not None:
        return _shown(whole, language)
    body, state = _office_and_state(text)
    return body.of(state, language) if body and state and not body.feminine else None
