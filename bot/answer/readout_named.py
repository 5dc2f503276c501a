"""Whose readout a question names: "does the Marwan readout mention it" is answered by no other's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.values.likeness import likeness
from index.language import fold, is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.types import Document

_PAPER = r"(?:readout|read-out|statement|communiqu[eé]|press release|transcript|account|version)"
_NAME = r"[A-ZÀ-Þ][\w’-]+"
# Over the text as written, since a capital tells a name; Arabic over the same, since it has none.
_NAMED = (
    re.compile(
        rf"\b(?:(?P<other>{_NAME})(?:['’]s?)? (?:and|or|&) (?:the )?)?(?P<name>{_NAME}(?: {_NAME})?)(?:['’]s?)? "
        rf"(?:own |official |side['’]s )?{_PAPER}s?\b"
    ),
    re.compile(
        rf"\b{_PAPER}s? (?:of|from|by|issued by) (?:the )?(?:\w+ (?:of|in) (?:the )?)*(?P<name>{_NAME}(?: {_NAME})?)"
        rf"(?:(?:,| and| or)(?: the)? (?P<other>{_NAME}))?"
    ),
    re.compile(
        r"(?<!\w)[وفبل]{0,2}(?:بيان|رواي[ةه]|بياني|روايتي) "
        r"(?P<name>(?!(?:عن|في|على|من|الى|إلى|صدر|رسمي)(?!\w))[ء-ي]{3,}(?: ال[ء-ي]+)?)"
        r"(?: و(?P<other>[ء-ي]{3,}))?"
    ),
    re.compile(
        r"(?<!\w)[وفب]?(?:ال|لل)(?:بيان|رواي[ةه]) (?P<name>ال[ء-ي]{2,}ي[ةه]?)(?!\w)(?: و(?P<other>ال[ء-ي]+ي[ةه]?))?"
    ),
)
# What is said of any readout, and names nobody.
_ANY = frozenset(
    """the this that their its his her official joint final last latest first second two both which whose what does did is was
    رسمي رسميه الرسمي الرسميه مشترك المشترك المشتركه ختامي الختامي الختاميه صحفي الصحفي الصحفيه اخير الاخير الاخيره الثاني الاول
    الثانيه الاولي السابق السابقه الحالي صادر الصادر مشتركه اي كل هل مكتوب مفصل القمه الاتصال اللقاء المكالمه""".split()  # noqa: SIM905 - a list reads better as text
)
_SAME = 0.75


def named_issuers(question: str) -> tuple[str, ...]:
    """The names of whose readouts a question asks, as written; none where it asks of any."""
    return tuple(dict.fromkeys(_names(question)))


def is_issued_by(document: Document, name: str) -> bool:
    """Whether a document is of the side, or of the issuer, that a name tells."""
    told = re.findall(r"[^\W\d_]+", f"{document.issuer or ''} {document.side or ''}")
    return any(
        likeness(word, other) >= _SAME
        for word in re.findall(r"[^\W\d_]+", name)
        for other in told
        if not is_function_word(fold(other).text)
    )


def is_of_other_issuer(question: str, document: Document) -> bool:
    """Whether a question names whose readout it asks of, and a document is another's; False where that is not known."""
    names = named_issuers(question)
    if not names or not (document.issuer or document.side):
        return False
    return not any(is_issued_by(document, name) for name in names)


def _names(question: str) -> Iterator[str]:
    for pattern in _NAMED:
        for match in pattern.finditer(question):
            for name in (match["other"], match["name"]):
                words = [word for word in (name or "").split() if fold(word).text not in _ANY]
                if words:
                    yield " ".join(words)
