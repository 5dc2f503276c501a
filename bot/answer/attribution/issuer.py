"""Who publishes a document, whose words it is then, and who answers in one of questions and answers.

The issuer stands in the manifest. A document is its issuer's own statement where that is an office and the text does not
tell of a statement as another's; else the issuer is an outlet, if it is not an office that is only told about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.answer.attribution.telling import Mention, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Document, Language, Passage

_FIRST_PASSAGES = 4
_OFFICE = re.compile(
    r"\b(?:office|ministry|ministries|presidency|kremlin|palace|government|cabinet|chancellery|embassy|secretariat|"
    r"white house|press service|[ée]lys[ée]e|department|council|parliament|president|prime minister|royal court|"
    r"foreign affairs|delegation|mission|commission|downing street|united nations)\b|"
    r"وزار[ةه]|وزارت|مكتب|رئاس[ةه]|الكرملين|قصر|ديوان|حكوم[ةه]|سفار[ةه]|مجلس|الإليزيه|البيت الأبيض|أمان[ةه]|خدم[ةه] الصحاف[ةه]|"
    r"الرئيس|الأمم المتحدة|الدائرة|البعث[ةه]|المتحدث|مكتبا|الخارجي[ةه]|المفوضي[ةه]",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:news|press|tv|television|channel|radio|times|post|daily|herald|journal|media|newspaper|agency|gazette|tribune|"
    r"broadcasting|weekly|wire|observer|today|magazine)\b|وكال[ةه]|قنا[ةه]|صحيف[ةه]|جريد[ةه]|إذاع[ةه]|تلفزيون|شبك[ةه]|موقع|برس|نيوز|"
    r"مجل[ةه]|فضائي[ةه]",
    re.IGNORECASE,
)
_PRESS_OFFICE = re.compile(r"\bpress (?:office|service|department|secretary|centre|center|bureau)\b", re.IGNORECASE)

_BYLINES = (
    re.compile(r"^[A-Z][\w .'’-]+,[^()\n]{0,40}\((?P<name>[^()\n]{2,60})\)\s*(?:[-–—]|$)", re.MULTILINE),
    re.compile(r"^By [^,\n]{3,40}, (?P<name>[^,\n]{3,60})$", re.MULTILINE),
    re.compile(
        r"(?:^|[-–—|(،])\s*(?P<name>(?:وكال[ةه]|قنا[ةه]|صحيف[ةه]|إذاع[ةه]|تلفزيون)[^-–—|)(،,:.\n]{2,40}?)\s*(?=[-–—|)،,:\n]|$)",
        re.MULTILINE,
    ),
)
_CREDIT = re.compile(r"^(?:Source|المصدر)\s*:\s*(?P<name>[^,،+\n]{2,60}?)\s*$", re.MULTILINE)
_OWN = (
    re.compile(
        r"(?:statement|readout|communiqu[eé]|press release)(?: issued| released)? (?:by|from) (?P<name>[^\n,.:]{3,80})$",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(r"بيان (?:رسمي )?(?:صادر|صدر) (?:عن|من) (?P<name>[^\n،.:]{3,80})$", re.MULTILINE),
)
_ANSWERERS = (
    re.compile(
        r"(?:briefing|conference|interview|remarks|answers|comments)\s+(?:\w+\s+){0,2}?(?:by|with|from|of)\s+"
        r"(?P<name>[^\n,;:]{3,80}?)(?=\s+(?:on|about|after|before|following|in|at)\s|[\n,;:]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:المؤتمر الصحفي|مؤتمر صحفي|الإحاطة الصحفية|إحاطة صحفية|الإيجاز الصحفي|إيجاز صحفي|تصريحات|إجابات|أجوبة|ردود)\s+"
        r"ل?(?P<name>(?:ل)?[^\n،؛:]{3,80})"
    ),
    re.compile(r"(?:مقابلة|حوار|لقاء صحفي)\s+(?:صحفية\s+|صحفي\s+)?مع\s+(?P<name>[^\n،؛:]{3,80})"),
)
# Before what is asked, in a document of questions and answers.
QUESTION = re.compile(r"\s*(?:Q(?:uestion)?|س(?:ؤال)?|السؤال|(?:سؤال|Question)[^:\n]{0,60})\s*(?:\d+\s*)?[:.\-–]\s")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Through whom a document reaches the reader.

    Attributes:
        mentions: The outlet or office that publishes it, then the agency that it has it from; none where nobody is named.
        kind: ``press``, an outlet that tells of others; ``own``, an office whose own words the document is; ``other``, an
            office whose words it only tells of.
    """

    mentions: tuple[Mention, ...]
    kind: Literal["press", "own", "other"] = "press"


def issuer_of(document: Document, passages: Sequence[Passage], *, tells_of_statement: bool) -> Issuer:
    """Who issues a document.

    Args:
        document: The document.
        passages: All of them.
        tells_of_statement: Whether its text tells of a statement as of another's.
    """
    head = _head(document, passages)
    named = flat(document.issuer or "")
    if named and _is_office(named):
        return Issuer((Mention("outlet", named),), "other" if tells_of_statement else "own")
    found = [Mention("outlet", named)] if named else []
    for pattern in _BYLINES:
        match = pattern.search(head)
        if (
            match
            and _OUTLET.search(match["name"])
            and not _is_office(match["name"])
            and not _same(match["name"], named)
        ):
            found.append(Mention("agency" if found else "outlet", flat(match["name"]), *match.span("name")))
            break
    if found:
        return Issuer(tuple(found))
    own = next((match for pattern in _OWN if (match := pattern.search(head))), None)
    if own and not tells_of_statement:
        return Issuer((Mention("outlet", flat(own["name"]), *own.span("name")),), "own")
    credit = _CREDIT.search(document.text)
    if credit and _OUTLET.search(credit["name"]) and not _is_office(credit["name"]):
        return Issuer((Mention("outlet", flat(credit["name"]), *credit.span("name")),))
    return Issuer(())


def answerer_of(document: Document, passages: Sequence[Passage]) -> Mention | None:
    """Who gives the answers, where a document is one of questions and answers and says so in its head."""
    if not any(QUESTION.match(passage.text) for passage in passages):
        return None
    head = _head(document, passages)
    for pattern in _ANSWERERS:
        match = pattern.search(head)
        if match:
            start, end = match.span("name")
            name = flat(match["name"])
            before = head[max(0, start - 1) : start]
            if name.startswith("ل") and before in {"ل", " "} and document.language == "ar":
                # "to" has swallowed the article: "للمتحدثة".
                start += 1
                name = f"ال{name[1:]}" if before == "ل" else name[1:]
            return Mention("speaker", name, start, end)
    return None


def with_article(name: str, language: Language) -> str:
    """The name of an office as it stands inside an English sentence: "the Office of the President"."""
    if language == "ar" or re.match(r"(?:the|a|an)\b", name, re.IGNORECASE) or not name.isascii():
        return name
    first = name.partition(" ")[0]
    takes = (
        bool(_OFFICE.search(name)) and not first.endswith(("'s", "’s")) and not re.match(r"[A-Z]\w+ing Street", name)
    )
    return f"the {name}" if takes else name


def _head(document: Document, passages: Sequence[Passage]) -> str:
    last = passages[min(_FIRST_PASSAGES, len(passages)) - 1].end if passages else 0
    return document.text[:last]


def _is_office(name: str) -> bool:
    return bool(_PRESS_OFFICE.search(name)) or (
        bool(_OFFICE.search(name)) and not _OUTLET.search(_PRESS_OFFICE.sub("", name))
    )


def _same(one: str, other: str) -> bool:
    left, right = ({*flat(name).lower().split()} for name in (one, other))
    return bool(left) and (left <= right or right <= left) if right else False
