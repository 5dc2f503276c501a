"""`readout ask`: the contract that scripts rely on, and what a person sees."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Readout

ENGLISH = (
    "According to the Kremlin, the last call was on 11 September 2022, 2 years, 9 months and 20 days before this one."
)
ARABIC = "بحسب الكرملين، كانت آخر مكالمة في 11 سبتمبر 2022، أي قبل سنتين و9 أشهر و20 يومًا من هذه المكالمة."
QUOTE = "وفقًا للمعلومات الواردة من الكرملين، كانت آخر مكالمة بين بوتين وماكرون قد جرت في 11 سبتمبر 2022."
TITLE = "أول مكالمة هاتفية بين بوتين وماكرون بعد حوالي 3 سنوات"
TRANSLATION = (
    "According to information received from the Kremlin, the last call between Putin and Macron took place on"
    " 11 September 2022."
)
KEYS = [
    "question",
    "language",
    "status",
    "confidence",
    "answer",
    "value",
    "events",
    "citations",
    "otherwise",
    "searched",
    "elapsed_ms",
]
CITATION_KEYS = ["document", "title", "start", "end", "quote", "language", "translation", "attribution", "score"]
NO_QUESTION = (
    "readout: There is no question in this message. Ask something in Arabic or English, for example: When was the"
    " last call?\n"
)


def check(record: dict[str, Any]) -> None:
    """What holds of every record of a seeded library."""
    text = (files("seeds") / "readout-2025-07-01.ar.txt").read_bytes().decode()
    assert list(record) == KEYS
    assert record["language"] in {"ar", "en"}
    assert record["status"] in {"answered", "related", "not_found"}
    assert 0 <= record["confidence"] <= 1
    assert isinstance(record["elapsed_ms"], float)
    assert (record["answer"] is None) == (record["status"] != "answered")
    assert bool(record["citations"]) == (record["status"] != "not_found")
    assert len(record["citations"]) <= 5
    for citation in record["citations"]:
        assert list(citation) == CITATION_KEYS
        assert citation["quote"] == text[citation["start"] : citation["end"]] != ""
        assert citation["translation"] is None or list(citation["translation"]) == ["text", "by"]


@pytest.mark.parametrize(
    ("question", "language", "answer", "value", "attribution"),
    [
        ("when was the last call?", "en", ENGLISH, "11 September 2022", "the Kremlin"),
        ("متى كانت آخر مكالمة؟", "ar", ARABIC, "11 سبتمبر 2022", "الكرملين"),
    ],
)
def test_the_record_of_the_last_call(  # noqa: PLR0917
    seeded: Readout, question: str, language: str, answer: str, value: str, attribution: str
) -> None:
    ran = seeded("ask", "--json", question)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    record = json.loads(ran.out)
    check(record)
    assert (record["question"], record["language"], record["status"]) == (question, language, "answered")
    assert (record["answer"], record["value"]["text"]) == (answer, value)
    first = record["citations"][0]
    assert {key: first[key] for key in CITATION_KEYS[:-1]} == {
        "document": "readout-2025-07-01.ar",
        "title": TITLE,
        "start": 2244,
        "end": 2340,
        "quote": QUOTE,
        "language": "ar",
        "translation": {
            "text": TRANSLATION,
            "by": "the Readout project",
        },
        "attribution": {
            "text": attribution,
            "sources": [{"role": "outlet", "name": attribution, "start": 2271, "end": 2279}],
        },
    }


def test_a_person_reads_the_answer_first_then_each_passage(seeded: Readout) -> None:
    ran = seeded("ask", "when was the last call?")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:6] == [
        ENGLISH,
        "",
        f"[1] 1 July 2025 · {TITLE} · according to the Kremlin",
        f"    {QUOTE}",
        f"    Translation by the Readout project: {TRANSLATION}",
        "    readout-2025-07-01.ar:2244-2340",
    ]


def test_a_person_reads_arabic_without_a_translation_into_english(seeded: Readout) -> None:
    ran = seeded("ask", "متى كانت آخر مكالمة؟")
    assert ran.code == 0
    assert ran.out.splitlines()[:5] == [
        ARABIC, "", f"[1] 1 يوليو 2025 · {TITLE} · بحسب الكرملين", f"    {QUOTE}", "    readout-2025-07-01.ar:2244-2340",
    ]  # fmt: skip


@pytest.mark.slow
def test_what_is_piped_is_plain_even_where_colours_are_forced_off_or_on(seeded: Readout) -> None:
    plain = seeded("ask", "متى كانت آخر مكالمة؟")
    assert "\x1b" not in plain.out + plain.err
    for settings in ({"TERM": "xterm-256color"}, {"COLUMNS": "20"}, {"NO_COLOR": "1"}, {"LANG": "C", "LC_ALL": "C"}):
        assert seeded("ask", "متى كانت آخر مكالمة؟", settings=settings) == plain


def test_a_terminal_is_asked_to_find_the_direction_of_each_paragraph(seeded: Readout) -> None:
    shown = seeded.on_a_terminal("ask", "متى كانت آخر مكالمة؟")
    assert shown.code == 0
    text = shown.out
    assert text.startswith("\x1b[?2501h")
    assert text.rstrip().endswith("\x1b[?2501l")
    assert ARABIC in text
    assert QUOTE in text


@pytest.mark.slow
def test_what_is_not_in_the_library_is_said_with_what_was_searched(seeded: Readout) -> None:
    english = seeded("ask", "qwrtp zxcvb")
    arabic = seeded("ask", "ضصثق غفعه خحجد")
    assert (english.code, arabic.code) == (0, 0)
    for ran, record in (
        (english, json.loads(seeded("ask", "--json", "qwrtp zxcvb").out)),
        (arabic, json.loads(seeded("ask", "--json", "ضصثق غفعه خحجد").out)),
    ):
        assert record["status"] != "answered"
        first = ran.out.splitlines()[0]
        if record["status"] == "not_found":
            assert first in {
                "This is not in the library. I searched one document, up to 1 July 2025.",
                "هذا غير موجود في المكتبة. بحثتُ في وثيقة واحدة، حتى 1 يوليو 2025.",
            }
        else:
            assert first in {
                "No passage answers this for certain. What follows is only related:",
                "لا مقتطف يجيب عن هذا السؤال على وجه اليقين. وما يلي ذو صلة به فحسب:",
            }


def test_each_question_is_answered_before_the_next_is_asked(seeded: Readout) -> None:
    questions = ["when was the last call?", "", "متى كانت آخر مكالمة؟", "who spoke?"]
    with subprocess.Popen(  # noqa: S603 - this project's own code
        seeded.command(["ask", "--json", "-"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=seeded.folder, env=seeded.environment({}),
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        assert process.stderr
        for question in questions:
            process.stdin.write(question.encode() + b"\n")
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], 60)
            assert ready, "no answer came before the next question"
            record = json.loads(process.stdout.readline())
            check(record)
            assert record["question"] == question
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait() == 0
        assert process.stderr.read().decode() == NO_QUESTION


BAD = {
    "empty": "",
    "blank": " \t ",
    "marks": "؟!…",
    "emoji": "😀🎉",
    "bidi": "\u202e\u2066\u200f\ufeff",
    "control": "\x01\x1b[\x7f\x07",
    "long": "س" * 20_000,
}
ODD = {
    "french": "Quand ont-ils parlé pour la dernière fois ?",
    "russian": "Когда был последний звонок?",
    "persian": "آخرین تماس کی بود؟",
    "bidi": "\u202eمتى كانت \u2066آخر مكالمة؟\u2069",
    "control": "when\x00 was\x1b[31m the\x07 last call?",
    "emoji": "😀 last call? 🎉",
    "quotes": "\"'`{quote} {{ %s <b> & ; -- *",
    "separators": "a\u2028b\x85c\x0bd",
    "digits": "2022 ٢٠٢٢",
    "longest": "x" * 1000,
}


def test_whatever_is_asked_every_line_has_its_record_in_order(seeded: Readout) -> None:
    lines = [*BAD.values(), *ODD.values()]
    ran = seeded("ask", "--json", "-", given="\n".join(lines).encode())
    assert ran.code == 0
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.out
    records = [json.loads(line) for line in ran.out.split("\n")[:-1]]
    assert [record["question"] for record in records] == lines
    for record in records:
        check(record)
    for record in records[: len(BAD)]:
        assert (record["status"], record["confidence"], record["citations"]) == ("not_found", 0.0, [])
    languages = {name: record["language"] for name, record in zip(ODD, records[len(BAD) :], strict=True)}
    assert languages == {
        "french": "en", "russian": "en", "persian": "ar", "bidi": "ar", "control": "en", "emoji": "en", "quotes": "en",
        "separators": "en", "digits": "en", "longest": "en",
    }  # fmt: skip
    bidi = records[len(BAD) + list(ODD).index("bidi")]
    assert bidi["answer"] == ARABIC


def test_line_ends_of_windows_and_bytes_that_are_no_text(seeded: Readout) -> None:
    ran = seeded("ask", "--json", "-", given=b"when was the last call?\r\n\xff\xfe\xc3(\nwho\xed\xa0\x80?\n\n")
    assert ran.code == 0
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [record["question"] for record in records] == [
        "when was the last call?", "\ufffd\ufffd\ufffd(", "who\ufffd\ufffd\ufffd?", "",
    ]  # fmt: skip
    assert records[0]["answer"] == ENGLISH
    assert [record["status"] for record in (records[1], records[3])] == ["not_found", "not_found"]


def test_no_question_at_all_is_no_line(seeded: Readout) -> None:
    ran = seeded("ask", "--json", "-")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_bytes_of_the_command_line_that_are_no_text(seeded: Readout) -> None:
    ran = seeded("ask", "--json", b"\xff when was the last call?")
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    check(record)
    assert record["question"].endswith(" when was the last call?")


@pytest.mark.parametrize("name", ["empty", "emoji", "bidi", "control", "long"])
def test_a_person_is_told_what_is_wrong_with_a_question(seeded: Readout, name: str) -> None:
    ran = seeded("ask", BAD[name])
    assert (ran.code, ran.out) == (1, "")
    expected = "readout: هذا السؤال أطول مما ينبغي. اسأله في 1000 حرف على الأكثر.\n" if name == "long" else NO_QUESTION
    assert ran.err == expected


def test_questions_of_a_person_one_a_line(seeded: Readout) -> None:
    ran = seeded("ask", "-", given="when was the last call?\n\nمتى كانت آخر مكالمة؟\n".encode())
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if line in {ENGLISH, ARABIC}] == [ENGLISH, ARABIC]
    assert ran.err == NO_QUESTION
    first, _, second = ran.out.partition("\n\nمتى كانت آخر مكالمة؟\n")
    assert first.startswith(f"when was the last call?\n{ENGLISH}\n\n[1] ")
    assert second.startswith(f"{ARABIC}\n\n[1] ")
    assert not second.endswith("\n\n")


def run_in_shell(readout: Readout, command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - this project's own code
        ["/bin/sh", "-c", f'"{sys.executable}" -m bot {command}'], input=given, capture_output=True, check=False,
        cwd=readout.folder, env=readout.environment({}), timeout=120,
    )  # fmt: skip


CLOSED_INPUT = "readout: standard input is closed: give the questions to it, one a line\n"
CLOSED_OUTPUT = "readout: standard output is closed: send it to a file, or to /dev/null\n"
FULL = "readout: standard output cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("ask --json - <&-", CLOSED_INPUT),
        ("ask - <&-", CLOSED_INPUT),
        ("ask --json when? >&-", CLOSED_OUTPUT),
        ("list >&-", CLOSED_OUTPUT),
        ("ask --json - >/dev/full", FULL),
        ("ask 'when was the last call?' >/dev/full", FULL),
        ("list >/dev/full", FULL),
    ],
)
def test_a_stream_that_is_closed_or_full_is_one_clear_line(seeded: Readout, command: str, told: str) -> None:
    done = run_in_shell(seeded, command, b"when was the last call?\n")
    assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", told)


def test_a_closed_input_matters_to_no_other_question(seeded: Readout) -> None:
    done = run_in_shell(seeded, "ask --json 'when was the last call?' <&-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["answer"] == ENGLISH


def test_a_line_that_is_far_too_long_is_refused_in_its_place(seeded: Readout) -> None:
    lines = [b"when was the last call?", b"ab " * 1_000_000, "متى كانت آخر مكالمة؟".encode(), "س".encode() * 100_000]
    ran = seeded("ask", "--json", "-", given=b"\n".join(lines))
    assert ran.code == 0
    records = [json.loads(line) for line in ran.out.splitlines()]
    for record in records:
        check(record)
    assert [record["question"] for record in records] == [
        "when was the last call?", ("ab " * 334)[:1000], "متى كانت آخر مكالمة؟", "س" * 1000,
    ]  # fmt: skip
    assert [record["answer"] for record in records] == [ENGLISH, None, ARABIC, None]
    assert ran.err.splitlines() == [
        "readout: This question is too long. Ask it in at most 1000 characters. (the line is cut after 1000 characters)",
        "readout: هذا السؤال أطول مما ينبغي. اسأله في 1000 حرف على الأكثر. (اقتُطع السطر بعد 1000 حرف)",
    ]


def test_a_quote_of_several_lines_is_exact_in_a_pipe_and_indented_on_a_terminal(
    readout: Readout, tmp_path: Path
) -> None:
    wrapped = (
        "The Kremlin said that the two presidents had spoken on 3 May 2024\r\n"
        "about the ships of the grain fleet, and that they had agreed to\r\n"
        "speak again."
    )
    (tmp_path / "ships.txt").write_bytes(wrapped.encode() + b"\r\n")
    assert readout("add", "ships.txt").code == 0
    question = "When did the two presidents speak about the ships?"
    # The streams of a test's process are read as bytes.
    assert f"\n    {wrapped}\n" in readout("ask", question).out
    assert "\n".join(f"    {line}" for line in wrapped.split("\r\n")) in "\n".join(
        line.rstrip() for line in readout.on_a_terminal("ask", question).out.split("\n")
    )


def test_a_library_that_does_not_exist_is_made_from_the_seeds(readout: Readout, tmp_path: Path) -> None:
    ran = readout("ask", "--json", "when was the last call?", "--library", "a/b/مكتبة")
    assert json.loads(ran.out)["answer"] == ENGLISH
    assert (tmp_path / "a" / "b" / "مكتبة" / "library.sqlite").is_file()
    assert not readout.home.exists()


def test_whoever_has_read_enough_ends_it_without_a_word(seeded: Readout) -> None:
    with subprocess.Popen(  # noqa: S603 - this project's own code
        seeded.command(["ask", "--json", "-"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=seeded.folder, env=seeded.environment({}),
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"when?\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"who?\nwhere?\n")
        process.stdin.close()
        assert process.wait() == 0
        assert process.stderr.read() == b""


@pytest.mark.slow
def test_a_document_cannot_command_a_terminal_or_break_a_line_of_json(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_bytes(
        b'The Kremlin said \x1b]0;owned\x07 on 3 May 2024 \xc2\x9b31m {x} "and" more.\n'
    )
    assert readout("add", "evil.txt").code == 0
    quote = (tmp_path / "evil.txt").read_bytes().decode().rstrip("\n")
    shown = readout.on_a_terminal("ask", "What did the Kremlin say on 3 May 2024?")
    assert "\x1b]0" not in shown.out
    assert "\x9b" not in shown.out
    assert "The Kremlin said" not in "\n".join(shown.out.split("\n")[3:])
    assert (
        "    This passage holds control characters that a terminal would not show as they are, so it is not quoted here."
        f" It is characters 0 to {len(quote)} of the document evil."
    ) in shown.out
    # What is piped commands nothing, and a quote is never altered.
    assert f"\n    {quote}\n" in readout("ask", "What did the Kremlin say on 3 May 2024?").out
    record = json.loads(readout("ask", "--json", "What did the Kremlin say on 3 May 2024?").out)
    for citation in record["citations"]:
        text = (tmp_path / "evil.txt").read_bytes().decode()
        assert citation["quote"] == text[citation["start"] : citation["end"]]
