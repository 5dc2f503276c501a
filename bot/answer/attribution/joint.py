"""Documents that several parties issue together, which are no article and no one party's: joint statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.language import fold
from prompts import load

if TYPE_CHECKING:
    from index.types import Document, Language

# In folded text, from the beginning of a line on. What follows must go on naming the statement: "Joint statement urges
# restraint" is the headline of an article.
_KINDS = re.compile(
    r"(?:(?:the )?(?:full )?text of (?:the |a )?)?(?:the )?joint (?:press |final |closing )?"
    r"(?:statement|communiqu[eé]|declaration)(?=\s*(?:$|[:.,;(\u2013\u2014-]|(?:by|of|on|between|from|following|issued|"
    r"after|to|regarding|adopted|at|in|and|concerning)\b))|"
    r"(?:نص )?(?:ال)?(?:بيان|اعلان|بلاغ) (?:ال)?(?:ختامي |صحفي )?(?:ال)?مشترك(?=\s*(?:$|[:.،؛(\u2013\u2014-]|"
    r"(?:صادر|الصادر|صدر|عن|حول|بشان|بين|في|بمناسبه|عقب|اثر|بعد|على|لـ?\w+)(?!\w)))"
)
_SEVERAL = re.compile(r"\band\b|[&/;؛]|\sو\w")
_OUTLET = re.compile(r"\b(?:news|press|agency|wire|tv|radio|times)\b|وكال[ةه]|قنا[ةه]|صحيف[ةه]|نيوز")
# Lines of the text that may name it, and how many characters of the text they stand in.
_LINES, _BEGINNING = 3, 600


def is_joint_statement(document: Document) -> bool:
    """Whether a document is one, as its title or its first lines name it, and no single one is known to have issued it."""
    issuer = (document.issuer or "").lower()
    if issuer and (_OUTLET.search(issuer) or not _SEVERAL.search(issuer)):
        return False
    lines = [line for line in document.text[:_BEGINNING].splitlines() if line.strip()][:_LINES]
    return any(_KINDS.match(fold(line).text.strip().lower()) for line in (document.title, *lines))


def the_document(document: Document, language: Language) -> str:
    """What stands for a document that names nobody: "the joint statement" where it is one, else "the article"."""
    return load(language).say(f"answer.the_{'joint_statement' if is_joint_statement(document) else 'article'}")
