"""Who says what a passage tells: the source that its sentence names, or the one that it takes over from those before it.

The source is read from the passage in the language that it is wanted in: from the text, or from its aligned translation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Document, Language, Passage

# What names a source, up to the verb, the colon or the comma that follows it.
_SOURCES: dict[Language, tuple[re.Pattern[str], ...]] = {
    "ar": (
        re.compile(r"(?:وفق(?:ًا|اً|ا)?|طبق(?:ًا|اً|ا)|استناد(?:ًا|اً|ا)) ل(?P<article>ل)?(?P<source>[^،:.\"«]+?)(?=\s*[،:.\"«]|$)"),
        re.compile(r"(?:ب?حسب|نقل(?:ًا|اً|ا) عن|وفق) (?P<source>[^،:.\"«]+?)(?=\s*[،:.\"«]|$)"),
        re.compile(r"(?:جاء|ورد) في (?P<source>[^،:.\"«]+?)(?=\s*[،:.\"«]| (?:أن|أنه|أنها|ما يلي)\b|$)"),
        re.compile(r"(?:أعلن(?:ت)?|ذكر(?:ت)?|أفاد(?:ت)?) "
                   r"(?P<source>(?:وزارة|رئاسة|مكتب|خدمة|قصر|الرئاسة|الخارجية|الكرملين|الإليزيه)[^،:.\"«]*?)"
                   r"(?=\s*[،:.\"«]| (?:أن|أنه|أنها|بأن|في بيان)\b|$)"),
    ),
    "en": (
        re.compile(r"[Aa]ccording to (?P<source>[^,:.\"“]+?)(?=\s*[,:.\"“]|$)"),
        re.compile(r"(?P<source>\b(?:[Aa]|[Tt]he) (?:[\w'’-]+ )*?(?:statement|readout|communiqu[eé]|press release)"
                   r"(?: (?:issued|released|published) by [^,:.\"“]+?| from [^,:.\"“]+?| of [^,:.\"“]+?)?)"
                   r" (?:said|says|stated|reads|noted|added)\b"),
        re.compile(r"(?P<source>\b[Tt]he (?:Kremlin|White House|[ÉE]lys[ée]e|\w+ (?:Ministry|ministry|presidency|Presidency)))"
                   r" (?:said|announced|stated)\b"),
    ),
}  # fmt: skip
# Vowel signs but the first of the tanwin, which the patterns know; and tatweel.
_MARKS = re.compile("[\u064c-\u0652\u0640]")
# Inside a source, the party that it comes from.
_PARTIES: dict[Language, re.Pattern[str]] = {
    "ar": re.compile(
        r"(?:الصادر(?:ة)?|صادر(?:ة)?|الوارد(?:ة)?|وارد(?:ة)?|صدر(?:ت)?|المنشور(?:ة)?|نقل(?:ًا|اً)) (?:عن|من|على) (?P<party>.+)"
    ),
    "en": re.compile(
        r"(?:issued|released|published|received|coming) (?:by|from) (?P<party>.+)|"
        r"(?:statement|readout|information) (?:from|of|by) (?P<other>.+)"
    ),
}
# "The statement" is the one that was named before.
_SAME: dict[Language, re.Pattern[str]] = {
    "ar": re.compile(r"(?:هذا )?(?:البيان|الإعلان|المصدر|النص)(?: نفسه| ذاته)?"),
    "en": re.compile(r"[Tt]h(?:e|is|at)(?: same)? (?:statement|readout|source|communiqu[eé]|press release)"),
}


def attribute(document: Document, passages: Sequence[Passage], number: int, language: Language) -> str | None:
    """The party that passage ``number`` is attributed to, in ``language`` where the text or its translation is in that.

    A passage without a source of its own takes that of the sentence before it in its paragraph; "the statement" is the
    last that was named. None where no source is named.
    """
    translated = document.translation is not None and document.translation.language == language
    read: Language = language if translated else document.language
    named: str | None = None
    party: str | None = None
    paragraph = -1
    for passage in passages[: number + 1]:
        text = passage.translation if read != document.language else passage.text
        if passage.paragraph != paragraph:
            paragraph, party = passage.paragraph, None
        source = _source(_MARKS.sub("", text or ""), read) if passage.kind == "sentence" else None
        if source is not None:
            party = named if _SAME[read].fullmatch(source) else _party(source, read)
            named = party or named
    return party


def _source(text: str, language: Language) -> str | None:
    found = [match for pattern in _SOURCES[language] if (match := pattern.search(text))]
    if not found:
        return None
    first = min(found, key=lambda match: match.start())
    source = ("ال" if first.groupdict().get("article") else "") + first["source"].strip()
    # It will stand inside a sentence: "according to the Kremlin".
    return re.sub(r"^(?:The|A|An)(?= )", lambda article: article[0].lower(), source)


def _party(source: str, language: Language) -> str:
    match = _PARTIES[language].search(source)
    return next(group for group in match.groups() if group).strip() if match else source
