"""`readout quote`: the contract that scripts rely on, and what a person sees."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Readout

TEXT = (files("seeds") / "readout-2025-07-01.ar.txt").read_bytes().decode()
TITLE = "أول مكالمة هاتفية بين بوتين وماكرون بعد حوالي 3 سنوات"
LAST_CALL = "كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022."
SENTENCE = f"وفقًا للمعلومات الواردة من الكرملين، {LAST_CALL}"
TRANSLATED = "the last call between Putin and Macron took place on 11 September 2022."
TRANSLATION = f"According to information received from the Kremlin, {TRANSLATED}"
START = TEXT.index(LAST_CALL)
ABOUT = f"[1] 1 يوليو 2025 · {TITLE} · بحسب الكرملين"


def test_an_exact_quote(seeded: Readout) -> None:
    ran = seeded("quote", f"«{LAST_CALL}»")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "يرد هذا النص في المكتبة حرفيًا:",
        "",
        ABOUT,
        f"    {LAST_CALL}",
        f"    readout-2025-07-01.ar:{START}-{START + len(LAST_CALL)}",
    ]


def test_an_altered_quote_shows_which_word(seeded: Readout) -> None:
    ran = seeded("quote", LAST_CALL.replace("11", "12"))
    assert (ran.code, ran.err) == (3, "")
    assert ran.out.splitlines() == [
        "لا يرد هذا النص في المكتبة كما اقتُبس. وأقرب ما فيها إليه يختلف عنه في موضع واحد:",
        "",
        "    كانت آخر مكالمة بين بوتين وماكرون قد جرت في [-12-] {+11+} سبتمبر 2022",
        "    [-في الاقتباس فقط-] {+في المصدر فقط+}",
        "",
        ABOUT,
        f"    {SENTENCE}",
        "    readout-2025-07-01.ar:2244-2340",
    ]


def test_an_altered_translation_shows_the_original_beside_it(seeded: Readout) -> None:
    ran = seeded("quote", TRANSLATED.replace("took", "never took"))
    assert ran.code == 3
    assert ran.out.splitlines() == [
        (
            "This does not stand in the library as it is quoted. What comes nearest is a translation by the Readout"
            " project, which differs in one place:"
        ),
        "",
        "    the last call between Putin and Macron [-never-] took place on 11 September 2022",
        "    [-only in the quote-]",
        "",
        f"[1] 1 July 2025 · {TITLE} · according to the Kremlin",
        f"    {SENTENCE}",
        f"    Translation by the Readout project: {TRANSLATION}",
        "    readout-2025-07-01.ar:2244-2340",
    ]


def test_what_is_absent(seeded: Readout) -> None:
    ran = seeded("quote", "nobody ever said anything of the kind")
    assert (ran.code, ran.err) == (4, "")
    assert ran.out == (
        "This quote is not in the library, nor is anything near to it. I searched one document, up to 1 July 2025.\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("too short", "This is too short to check. A quote has at least 3 words and 12 letters."),
        ("كلمة " * 500, "هذا النص أطول من أن يُتحقق منه. لا يزيد الاقتباس على 2000 حرف."),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_cannot_be_checked_is_one_line(seeded: Readout, text: str, told: str, form: tuple[str, ...]) -> None:
    ran = seeded("quote", *form, text)
    assert (ran.code, ran.out, ran.err) == (1, "", f"readout: {told}\n")


def test_the_record(seeded: Readout) -> None:
    ran = seeded("quote", "--json", LAST_CALL.replace("11", "12"))
    assert (ran.code, ran.err, ran.out.count("\n")) == (3, "", 1)
    record = json.loads(ran.out)
    assert list(record) == [
        "quote", "language", "verdict", "answer", "differences", "places", "searched", "until", "elapsed_ms",
    ]  # fmt: skip
    assert (record["quote"], record["language"], record["verdict"]) == (LAST_CALL.replace("11", "12"), "ar", "altered")
    assert (record["differences"], record["searched"], record["until"]) == ([], 1, "2025-07-01")
    assert isinstance(record["elapsed_ms"], float)
    (place,) = record["places"]
    assert place["original"] == {
        "document": "readout-2025-07-01.ar", "title": TITLE, "start": 2244, "end": 2340, "quote": SENTENCE,
        "language": "ar",
        "attribution": {
            "text": "الكرملين", "sources": [{"role": "outlet", "name": "الكرملين", "start": 2271, "end": 2279}],
        },
    }  # fmt: skip
    assert place["translation"] == {"text": TRANSLATION, "language": "en", "by": "the Readout project"}
    assert (place["against"], place["start"], place["end"]) == ("text", START, START + len(LAST_CALL) - 1)
    assert [(one["kind"], one["quoted"], one["original"]) for one in place["pieces"]] == [
        ("kept", "كانت آخر مكالمة بين بوتين وماكرون قد جرت في", "كانت آخر مكالمة بين بوتين وماكرون قد جرت في"),
        ("replaced", "12", "11"),
        ("kept", "سبتمبر 2022", "سبتمبر 2022"),
    ]
    for piece in place["pieces"]:
        assert TEXT[piece["start"] : piece["end"]] == piece["original"]


def test_the_record_of_a_translation_has_offsets_in_it(seeded: Readout) -> None:
    record = json.loads(seeded("quote", "--json", TRANSLATED).out)
    (place,) = record["places"]
    assert (record["verdict"], place["against"]) == ("exact", "translation")
    assert place["translation"]["text"][place["start"] : place["end"]] == TRANSLATED
    assert place["original"]["quote"] == SENTENCE


def test_standard_input_is_one_quote_over_its_lines(seeded: Readout) -> None:
    quote = f"كانت آخر مكالمة في 11 سبتمبر 2022\n{SENTENCE}"
    record = json.loads(seeded("quote", "--json", "-", given=f'"{quote}"\n'.encode()).out)
    assert (record["verdict"], record["quote"]) == ("exact", quote)


@pytest.mark.parametrize("given", [b"", b"\xff\xfe\x00", b" " * 100_000, "…".encode() * 100_000])
def test_whatever_stands_on_standard_input_is_one_line(seeded: Readout, given: bytes) -> None:
    ran = seeded("quote", "-", given=given)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("readout: This is too ")
    assert ran.err.count("\n") == 1


def test_controls_do_not_reach_the_terminal(seeded: Readout) -> None:
    ran = seeded("quote", f"{LAST_CALL[:30]} \x1b[31mred\x1b[0m {LAST_CALL[30:]}")
    assert ran.code == 3
    assert "\x1b" not in ran.out


def test_on_a_terminal_the_comparison_is_coloured_and_has_its_marks(seeded: Readout) -> None:
    shown = seeded.on_a_terminal("quote", LAST_CALL.replace("11", "12"), settings={"TERM": "xterm-256color"})
    assert shown.code == 3
    assert shown.out.startswith("\x1b[?2501h")
    assert shown.out.rstrip().endswith("\x1b[?2501l")
    assert re.search(r"\x1b\[1;9;31m\[-12-\]\x1b\[0m \x1b\[1;32m\{\+11\+\}\x1b\[0m", shown.out)
    assert SENTENCE in shown.out


def test_a_first_quote_makes_the_library_from_the_seeds(readout: Readout) -> None:
    assert readout("quote", LAST_CALL).code == 0
