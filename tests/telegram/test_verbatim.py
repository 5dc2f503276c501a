"""The last check before a message leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import NotVerbatimError
from bot.telegram.bidi import RLM
from bot.telegram.verbatim import check, length, read_back, survives
from tests.telegram.answers import ARABIC, ENGLISH, LAST_CALL, cite

CITATION = cite(ARABIC, LAST_CALL)


@pytest.mark.parametrize("before", ["", RLM])
@pytest.mark.parametrize("tag", ["blockquote", "blockquote expandable"])
def test_an_exact_quote_passes(before: str, tag: str) -> None:
    html = f"first\n<{tag}>{before}{LAST_CALL}</blockquote>\nlast"

    assert check(html, [CITATION]) is html


@pytest.mark.parametrize(
    "quote",
    [
        LAST_CALL[:-1],
        LAST_CALL + " ",
        LAST_CALL.replace("11", "12"),
        LAST_CALL.replace("آ", "ا\u0653"),
        LAST_CALL.replace(" ", "\u00a0", 1),
        f"«{LAST_CALL}»",
        f"{LAST_CALL}{RLM}",
        "",
    ],
)
def test_a_quote_that_is_not_exact_is_refused(quote: str) -> None:
    with pytest.raises(NotVerbatimError, match=f"offsets {CITATION.start} to {CITATION.end}"):
        check(f"<blockquote>{quote}</blockquote>", [CITATION])


def test_a_quote_must_stand_in_its_own_blockquote() -> None:
    english = cite(ENGLISH, "The leaders spoke by phone.")
    both = f"<blockquote>{LAST_CALL}</blockquote><blockquote>{english.quote}</blockquote>"

    check(both, [CITATION, english])
    for citations in ([english, CITATION], [CITATION], [CITATION, english, english], []):
        with pytest.raises(NotVerbatimError):
            check(both, citations)
    with pytest.raises(NotVerbatimError):
        check(LAST_CALL, [CITATION])


def test_entities_are_resolved_as_telegram_resolves_them() -> None:
    document = replace(ENGLISH, text='A < B & C > D "E" &amp; &lt; 😀')
    html = '<blockquote>A &lt; B &amp; C &gt; D "E" &amp;amp; &amp;lt; 😀</blockquote>'

    assert check(html, [cite(document, document.text)]) is html
    assert read_back(html).quotes == (document.text,)
    assert length(html) == len(document.text) + 1


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (LAST_CALL, True),
        ("two\nlines", True),
        ("two\r\nlines", True),
        ("old\rline", False),
        ("a\tb", False),
        ("a\x00b", False),
        ("a\u202bb\u202c", False),
        ("a\u2028b", False),
        ("A\u030angstrom", False),
        ("a\u200f\u200eb", False),
        ("a\u200fb\u2067c\u2069\u200d", True),
        (" a", False),
        ("a\n", False),
    ],
)
def test_what_telegram_would_change_is_known(quote: str, expected: bool) -> None:
    assert survives(quote) is expected
    if not expected:
        with pytest.raises(NotVerbatimError):
            check(f"<blockquote>{quote}</blockquote>", [cite(replace(ENGLISH, text=quote), quote)])
