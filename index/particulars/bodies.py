"""Offices and outlets: by which words a stretch of text is the name of one, and which state it is of."""

from __future__ import annotations

import re

_OFFICE = (
    r"office|ministry|ministries|presidency|kremlin|palace|government|cabinet|chancellery|embassy|secretariat|"
    r"white house|press service|press secretary|[ée]lys[ée]e|department|(?:royal|emiri|amiri) (?:court|diwan)|downing street|"
    r"united nations|delegation|mission|"
    r"وزار[ةه]|وزارتا|مكتب|رئاس[ةه]|الكرملين|قصر|(?:ال)?ديوان|حكوم[ةه]|سفار[ةه]|الإليزيه|البيت الأبيض|"
    r"أمان[ةه]|خدم[ةه] الصحاف[ةه]|"
    r"الخارجي[ةه]|المفوضي[ةه]|الأمم المتحدة"
)
_OUTLET = (
    r"news|press|\w{0,5}tv|television|channel|radio|times|post|daily|herald|journal|media|newspaper|agency|gazette|tribune|"
    r"broadcasting|wire|observer|magazine|reuters|afp|tass|"
    r"وكال[ةه]|قنا[ةه]|صحيف[ةه]|جريد[ةه]|إذاع[ةه]|تلفزيون|شبك[ةه]|برس|نيوز|مجل[ةه]|فضائي[ةه]"
)
_BODY = re.compile(rf"(?<!\w)(?:{_OFFICE}|{_OUTLET})(?!\w)", re.IGNORECASE)
_IS_OUTLET = re.compile(rf"(?<!\w)(?:{_OUTLET})(?!\w)", re.IGNORECASE)
_PRESS_OFFICE = re.compile(r"\bpress (?:office|service|department|secretary|centre|center|bureau)\b", re.IGNORECASE)
_MOST_WORDS = 12
_HEADS = re.compile(
    rf"(?:the\s+)?(?:[\w'’-]+\s+){{0,5}}?(?:{_OFFICE}|{_OUTLET})(?:\s+(?:of|for|to|in)\b.*|\s+(?:office|service|agency|court))?",
    re.IGNORECASE,
)
_ARABIC_HEAD = re.compile(
    r"(?:ال)?(?:وزار[ةه]|وزارتا|مكتب|رئاس[ةه]|كرملين|ديوان|حكوم[ةه]|سفار[ةه]|وكال[ةه]|قنا[ةه]|صحيف[ةه]|جريد[ةه]|إذاع[ةه]|"
    r"تلفزيون|شبك[ةه]|مجل[ةه]|أمان[ةه])(?!\w)"
)
# A line with one of these is a sentence or the name of what was issued, not of who issues.
_NOT_A_NAME = re.compile(
    r"\b(?:statement|readout|briefing|conference|call|conversation|meeting|talks|says|said|visit|communiqu\w+|remarks|"
    r"and|spoke|speaks|on|with|from|by|told)\b|بيان|مؤتمر|اتصال|لقاء|نتائج|تصريح|[:؛?؟!]",
    re.IGNORECASE,
)


def is_issuer(line: str) -> bool:
    """Whether a line is the name of an office or an outlet, and nothing else."""
    bare = line.strip()
    if len(bare.split()) > _MOST_WORDS or _NOT_A_NAME.search(bare):
        return False
    return bool(_HEADS.fullmatch(bare) or _ARABIC_HEAD.match(bare))


def names_body(part: str) -> bool:
    """Whether a part of a dateline names an office or an outlet."""
    return bool(_BODY.search(part))


def is_outlet(name: str) -> bool:
    """Whether a name is that of an outlet, which tells of others, not of an office, which speaks for itself."""
    return bool(_IS_OUTLET.search(_PRESS_OFFICE.sub(" ", name)))
