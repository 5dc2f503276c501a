"""The persons whom a document names, each told once: by name, by surname, or by office alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.gazetteer import find_names
from index.language import fold
from index.named import find_persons, read_known
from index.particulars.lines import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.named import FoundPerson
    from index.types import Language

_HONOURS = re.compile(
    r"(?<!\w)(?:his|her|the|their|majesty|excellency|highness|royal|h\.?e\.?|mr|mrs|ms|جلاله|فخامه|دوله|معالي|سمو|سياده|صاحب|صاحبه)"
    r"(?!\w)\.?"
)
# They speak of the event, or stand by at it: it is not between them.
_BYSTANDERS = re.compile(
    r"(?<!\w)(?:spokes\w+|envoy|mediator|ambassador|aide|adviser|advisor|reporter|captain|lieutenant|general|"
    r"(?:ال)?متحدث\w*|(?:ال)?ناطق\w*|(?:ال)?مبعوث\w*|(?:ال)?سفير\w*|(?:ال)?مستشار الامن\w*)(?!\w)",
    re.IGNORECASE,
)
_BEGINNING = 8000


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a document names a person.

    Attributes:
        start: The first offset in the text.
        end: One past the last.
        name: The name there, without the office; empty where only the office stands.
        office: The office there, folded and without honours; empty where only the name stands.
        state: The state of which the office is told there, as the text names it.
    """

    start: int
    end: int
    name: str
    office: str
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody between whom an event was.

    Attributes:
        name: The fullest name that the document gives, or the office.
        key: What tells that two mentions are of one.
        state: Of which state, where the text tells.
    """

    name: str
    key: str
    state: str | None = None


class Persons:
    """The persons of a document.

    Args:
        text: The document; its beginning is read.
        language: The language that it is in.
    """

    def __init__(self, text: str, language: Language) -> None:
        beginning = text[:_BEGINNING]
        self._text = beginning
        found = find_persons(beginning, language, read_known(beginning, language))
        self._mentions = [self._mention(one) for one in found if not self._is_bystander(one)]

    def between(self, start: int, end: int) -> list[Party]:
        """Those that a stretch of the text names, in order, each once; an office in apposition is the person's before it."""
        parties: list[Party] = []
        last: Mention | None = None
        for mention in self._mentions:
            if not start <= mention.start < end:
                continue
            if not mention.name and last is not None and self._is_apposed(last, mention):
                if parties and parties[-1].state is None:
                    parties[-1] = Party(parties[-1].name, parties[-1].key, mention.state)
                last = mention
                continue
            last = mention
            party = self._party(mention)
            if all(party.key != other.key for other in parties):
                parties.append(party)
        return parties

    def _is_bystander(self, person: FoundPerson) -> bool:
        return person.office is not None and bool(_BYSTANDERS.search(fold(self._text[slice(*person.office)]).text))

    def _mention(self, person: FoundPerson) -> Mention:
        name = _plain(self._text[slice(*person.name)]) if person.name else ""
        office = _plain(self._text[slice(*person.office)]) if person.office else ""
        after = self._text[person.name[1] : person.end] if person.name and not office.endswith(name) else ""
        return Mention(person.start, person.end, name, _office(office), _state(office, after))

    def _is_apposed(self, last: Mention, mention: Mention) -> bool:
        return re.fullmatch(r"\s*[,،]\s*", self._text[last.end : mention.start]) is not None

    def _party(self, mention: Mention) -> Party:
        fullest = self._fullest(mention)
        state = mention.state or fullest.state or self._told_state(fullest)
        if fullest.name:
            known = [one.entry for one in find_names(fullest.name) if one.kind == "person"]
            key = known[0].english if len(known) == 1 else _key(fullest.name)
            return Party(fullest.name, key, state)
        name = _plain(self._text[mention.start : mention.end])
        return Party(name, _key(name), state)

    def _fullest(self, mention: Mention) -> Mention:
        """The mention that gives the person's whole name, where the text has one that can only be of the same person."""
        named = [one for one in self._mentions if one.name]
        if mention.name:
            last = _key(mention.name).split()[-1:]
            same = [one for one in named if _key(one.name).split()[-1:] == last or _begins(one.name, mention.name)]
        else:
            head = mention.office.split()[:1]
            same = [one for one in named if one.office.split()[:1] == head and _agree(one.state, mention.state)]
            if len({_key(one.name).split()[-1] for one in same}) != 1:
                return mention
        return max(same, key=lambda one: len(one.name.split()), default=mention)

    def _told_state(self, whole: Mention) -> str | None:
        """The state of which the person's office is told at another place."""
        if not whole.name:
            return None
        last = _key(whole.name).split()[-1:]
        pairs: Sequence[Mention] = self._mentions
        for place, one in enumerate(pairs):
            if one.name and _key(one.name).split()[-1:] == last:
                if one.state:
                    return one.state
                after = pairs[place + 1] if place + 1 < len(pairs) else None
                if after is not None and not after.name and after.state and self._is_apposed(one, after):
                    return after.state
        return None


def _plain(written: str) -> str:
    return one_line(written) or ""


def _office(written: str) -> str:
    """An office, folded, without honours and what Arabic glues before it."""
    words = _HONOURS.sub(" ", fold(written).text).split()
    return " ".join(word.removeprefix("ال") for word in words)


def _state(office: str, after: str) -> str | None:
    """The state in "President of Qarnaya", "Barqan's President", "رئيس وزراء أوستريا", "... of Marwan" after a name."""
    for written in (after, office):
        if match := re.search(
            r"\bof (?:the (?:Republic|Kingdom|Sultanate|State|Emirate) of )?(?P<state>[A-Z][\w'’ -]{2,40})$", written
        ):
            return match["state"]
    if match := re.match(r"(?P<state>[A-Z]\w[\w-]{1,30})['’]s\b", office):
        return match["state"]
    if match := re.search(
        r"(?<!\w)(?:رئيسة?|ملكة?|سلطان|أمير|مستشارة?|(?:رئيسة?\s+)?(?:وزراء|حكومة)|(?:وزيرة?\s+)?خارجية|دولة|جمهورية|مملكة|سلطنة|إمارة)\s+"
        r"(?P<state>(?!ال(?:وزراء|جمهوري|دول|حكوم|خارجي|رئيس))(?!وزراء|حكومة|خارجية|دولة|جمهورية|مملكة|سلطنة|إمارة|مجلس)[\u0620-\u06ff]{3,25})$",
        office,
    ):
        return match["state"]
    return None


def _key(name: str) -> str:
    words = fold(name).text.replace("-", " ").split()
    bare = [word.removeprefix("ال") for word in words if word not in {"al", "el"}]
    return " ".join(bare) or fold(name).text


def _begins(whole: str, part: str) -> bool:
    """Whether a name is the beginning of another: "Qais bin Muhanna", "Laith"."""
    return _key(whole).split()[: len(part.split())] == _key(part).split() and len(part.split()) > 1


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or fold(one).text == fold(other).text
