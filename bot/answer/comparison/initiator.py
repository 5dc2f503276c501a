"""Who a readout says asked for the call or the meeting: its own side, or the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.language import fold
from index.words import bare, is_arabic, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answer.comparison.statements import Statement
    from index.types import Document

# Over folded text; the group is whoever asked for it.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\bcall (?:was )?(?:placed|made|initiated|requested|proposed) (?:by|at the request of|"
            r"on the initiative of) (?P<who>[^.;,]{3,60})"
        ),
        r"\b(?:at|on|upon) the (?:request|initiative) of (?P<who>[^.;,]{3,60})",
        r"\b(?:at|on|upon) (?P<who>(?:the )?[\w' -]{3,50}?)'s? (?:own )?(?:request|initiative)\b",
        (
            r"\b(?:meeting|talks|conversation|visit|call) (?:was|were|had been) (?:proposed|requested|"
            r"initiated|sought) by (?P<who>[^.;,]{3,60})"
        ),
        (
            r"(?:^|[.\"” ])(?P<who>(?:the |his |her )?[\w' -]{3,50}?) (?:had )?(?:placed|initiated|requested|"
            r"proposed|asked for) the (?:call|meeting|conversation|talks)\b"
        ),
        r"\breceived a (?:tele)?(?:phone )?(?:call|phone call) (?:\w+ ){0,3}?from (?P<who>[^.;,]{3,60})",
        r"^(?:\W*)(?P<who>[\w' -]{3,60}?) (?:today |yesterday |this \w+ )?(?:telephoned|phoned|rang)\b",
        r"(?<!\w)تلق[يت]ا?\b.{0,160}?(?:اتصال|مكالمه)\w*(?: هاتفي\w*)?(?: (?!من)\w+){0,4} من (?P<who>[^.؛:،]{3,60})",
        r"(?:(?<!\w)[وف]?ب(?:طلب|مبادره)|بناء علي (?:طلب|مبادره))(?: من)? (?P<who>[^.؛:،]{3,60})",
        r"(?<!\w)[وف]?بادرت? (?P<who>[^.؛:،]{3,60}?) (?:الي|ب)\s?(?:ال)?(?:اتصال|مهاتفه|محادثه|طلب)",
        r"(?<!\w)[وف]?اتصلت? (?P<who>[^.؛:،]{3,40}?) (?:هاتفيا )?ب",
    )
)
# What was asked for then is another call; and what an invitation asks for is no call.
_EARLIER = re.compile(
    r"\b(?:previous|last|earlier|first) (?:call|conversation|meeting)\b|(?<!\w)(?:السابقه|السابق|الاولي)(?!\w)"
)
_EVENT = re.compile(
    r"\b(?:call(?:ed)?|spoke|conversation|telephone\w*|phon\w+|rang|meeting|met|talks|talked)\b|"
    r"(?:اتصال|مكالم|هاتف|محادث|لقاء|اجتماع|تلق[يت])"
)
# Further down stands what was asked for something else.
_FIRST = 8
# The other of two, whoever he is.
_OTHER = re.compile(
    r"\b(?:the latter|counterpart)\b|(?<!\w)(?:هذا الاخير|هذه الاخيره|الاخير|نظيره|نظيرته|نظيرها)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Initiator:
    """Who asked for it.

    Attributes:
        statement: Where that is said.
        is_own: Whether it is the readout's own side.
    """

    statement: Statement
    is_own: bool


def find_initiator(
    document: Document, statements: Sequence[Statement], other: Document, said: Sequence[Statement]
) -> Initiator | None:
    """Who a readout says asked for the event, where it says so and the one who did is known for one of two sides.

    Args:
        document: The readout; its side must be known.
        statements: What it states.
        other: The readout of the other side.
        said: What that states.
    """
    if not document.side or not other.side:
        return None
    own, others = roots(document.side), roots(other.side)
    leaders = _leaders(statements, own, others)
    # Whose leader a name is may be told by the other readout alone: "King Durgham of Marwan".
    for word, is_theirs in _leaders(said, others, own).items():
        leaders.setdefault(_root(word), not is_theirs)
    leaders |= {_root(word): is_own for word, is_own in leaders.items() if len(_root(word)) > 1}
    for statement in statements[:_FIRST]:
        folded = fold(statement.said).text
        if _EARLIER.search(folded) or not _EVENT.search(folded):
            continue
        for pattern in _PATTERNS:
            match = pattern.search(folded)
            if match is None:
                continue
            who = match["who"]
            named = _side(who, own, others, leaders)
            if named is not None:
                return Initiator(statement, named)
    return None


def is_of(word: str, roots: Iterable[str]) -> bool:
    """Whether a word may name a state, its people or what is theirs: "Barqani", البارقانية, بارقان of Barqan."""
    root = _root(word)
    return any(_same(root, one) for one in roots if root and one)


def _side(who: str, own: Sequence[str], others: Sequence[str], leaders: dict[str, bool]) -> bool | None:
    """Whether the words name the own side (True), the other (False), or neither for sure."""
    words = re.findall(r"[^\W\d_]+", who)
    is_own, is_other = any(is_of(word, own) for word in words), any(is_of(word, others) for word in words)
    if is_own != is_other:
        return is_own
    if is_own:
        # The first of both: "the president of Nelvia, ... with Nasmara".
        return next(is_of(word, own) for word in words if is_of(word, own) or is_of(word, others))
    if _OTHER.search(who):
        return False
    told = {leaders[key] for word in words for key in (_plain(word), _root(word)) if key in leaders}
    return told.pop() if len(told) == 1 else None


def _leaders(statements: Sequence[Statement], own: Sequence[str], others: Sequence[str]) -> dict[str, bool]:
    """By each word of a leader's office or name, whether he is of the own side; a word of both is left out."""
    told: dict[str, set[bool]] = {}
    for statement in statements[:2]:
        for is_own, words in _told(fold(statement.text).text, own, others):
            for word in words:
                told.setdefault(word, set()).add(is_own)
    return {word: next(iter(sides)) for word, sides in told.items() if len(sides) == 1}


_OFFICE = re.compile(
    r"\b(?:prime minister|foreign minister|president|king|queen|emir|sultan|chancellor|prince|minister)\b|"
    r"(?<!\w)[وبل]?(?:ل?ل|ال)?(?:رييسه?|رئيسه?|ملك|امير|سلطان|مستشاره?|وزيره?)(?: (?:ال)?(?:وزراء|"
    r"خارجيه|جمهوريه))?(?!\w)"
)


def _told(folded: str, own: Sequence[str], others: Sequence[str]) -> Iterable[tuple[bool, list[str]]]:
    """The leaders that a sentence names by their offices: whose they are, and the words by which they are named."""
    offices = list(_OFFICE.finditer(folded))
    sides: list[bool | None] = []
    named: list[list[str]] = []
    for place, office in enumerate(offices):
        end = offices[place + 1].start() if place + 1 < len(offices) else office.end() + 60
        words = re.findall(r"[^\W\d_]+", folded[office.start() : min(end, office.end() + 60)])[:8]
        marks = {is_of(word, own) for word in words if is_of(word, own) or is_of(word, others)}
        sides.append(marks.pop() if len(marks) == 1 else None)
        named.append([_plain(word) for word in office[0].split()] + words[len(office[0].split()) :][:3])
    for place in range(len(sides) - 1):
        # "King Durgham, the king of Marwan": both are one.
        beside = folded[: offices[place + 1].start()].rstrip().endswith((",", "،", "-", "–"))
        if beside and sides[place] is None and _plain(offices[place][0])[:3] == _plain(offices[place + 1][0])[:3]:
            sides[place] = sides[place + 1]
    known = {side for side in sides if side is not None}
    if len(offices) == 2 and len(known) == 1:
        # A readout names its own leader without the state.
        sides = [not known.copy().pop() if side is None else side for side in sides]
    return [(side, words) for side, words in zip(sides, named, strict=True) if side is not None]


def _plain(word: str) -> str:
    return bare(word) if word and is_arabic(word) else word


def roots(side: str) -> list[str]:
    """The consonants of the words of a side, by which ``is_of`` knows it."""
    return [root for word in re.findall(r"[^\W\d_]+", fold(side).text) if len(root := _root(word)) > 1]


def _root(word: str) -> str:
    """The consonants of a name, without the article: alike in both scripts."""
    stripped = bare(word).removesuffix("ه") if is_arabic(word) else word.removesuffix("'s")
    return skeleton(stripped)[0] if stripped else ""


def _same(one: str, other: str) -> bool:
    """Whether two names have the same consonants, but for the n of "Dahiran" and the t of a feminine adjective."""
    return one == other or (len(other) > 2 and one in {f"{other}n", f"{other}t", f"{other}s"})
