"""What a group wants to be told: in which languages, how much, of which subjects and which leaders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answer.briefing import brief
from bot.answer.briefing.gathering import gather, on_subject_of
from bot.answer.briefing.types import DEFAULT_LENGTH, BriefingRequest
from bot.answer.sides import are_sides
from index.types import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answer.briefing.types import Briefing, Readout
    from bot.answer.exchange import CitedPlace
    from index.library import Library
    from index.types import Language


@dataclass(frozen=True, slots=True)
class Profile:
    """What is wanted.

    Attributes:
        languages: Those that a briefing is told in, the first one first.
        length: At most so many characters of quotes.
        subjects: What is told of, each in somebody's words; everything where there are none.
        leaders: Only readouts that name one of these are told of; all where there are none.
    """

    languages: tuple[Language, ...] = ("en",)
    length: int = DEFAULT_LENGTH
    subjects: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()


def brief_profile(library: Library, profile: Profile, request: BriefingRequest) -> Briefing:
    """The briefing of what a request is about, as far as a profile wants it."""
    readouts = gather(library, request)
    if profile.leaders:
        readouts = [
            one
            for one in readouts
            if one.on_subject == frozenset() or any(on_subject_of(name, one.passages) for name in profile.leaders)
        ]
    if profile.subjects and request.subject is None:
        readouts = _on_subjects(readouts, profile.subjects)
    return brief(readouts, request)


def brief_new(
    library: Library, profile: Profile, *, known: Iterable[str] | None, told: tuple[CitedPlace, ...]
) -> tuple[Briefing, tuple[str, ...]]:
    """The briefing of what is new for somebody.

    Args:
        library: As far as they see it.
        profile: What they want.
        known: The ids of the documents that they were briefed from; None where they never were: then the newest event is told.
        told: The places that they were told.

    Returns:
        The briefing, and the ids of the documents that are known from now on.
    """
    ids = tuple(library.ids())
    if known is None:
        request = BriefingRequest(profile.languages, profile.length, newest=True, told=told)
    else:
        new = frozenset(ids).difference(known)
        request = BriefingRequest(profile.languages, profile.length, within=Scope(documents=new), told=told)
        if not new:
            return brief((), request), ids
    return brief_profile(library, profile, request), ids


def _on_subjects(readouts: list[Readout], subjects: tuple[str, ...]) -> list[Readout]:
    found: list[Readout] = []
    for one in readouts:
        if one.on_subject == frozenset():
            found.append(one)
            continue
        on = frozenset[int]().union(*(on_subject_of(subject, one.passages) for subject in subjects))
        found.append(replace(one, on_subject=on))
    speaking = [one.document for one in found if one.on_subject]
    before = {one.document.id for one in readouts if one.on_subject == frozenset()}
    return [
        one
        for one in found
        if one.on_subject or one.document.id in before or any(are_sides(one.document, other) for other in speaking)
    ]
