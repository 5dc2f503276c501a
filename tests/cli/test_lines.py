"""The lines of standard input."""

from __future__ import annotations

import io

import pytest

from bot.cli.lines import LONGEST_LINE, Line, read_lines


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"", []),
        (b"\n", [Line("")]),
        (b"a\r\nb", [Line("a"), Line("b")]),
        (b"\xff\n", [Line("\ufffd")]),
        (b"a" * (LONGEST_LINE - 1) + b"\nb", [Line("a" * (LONGEST_LINE - 1)), Line("b")]),
        (b"a" * (LONGEST_LINE - 1), [Line("a" * (LONGEST_LINE - 1))]),
        (b"a" * LONGEST_LINE + b"\nb\n", [Line("a" * 1000, whole=False), Line("b")]),
        (b"a" * (2 * LONGEST_LINE) + b"\nb", [Line("a" * 1000, whole=False), Line("b")]),
        (b"a" * (3 * LONGEST_LINE), [Line("a" * 1000, whole=False)]),
        ("ab" + "س" * LONGEST_LINE, [Line("ab" + "س" * 998, whole=False)]),
    ],
)
def test_lines_are_whole_or_cut_and_said_to_be(given: bytes | str, expected: list[Line]) -> None:
    assert list(read_lines(io.BytesIO(given.encode() if isinstance(given, str) else given))) == expected


def test_no_more_of_a_line_is_asked_for_at_once_than_may_be_held() -> None:
    asked: list[int | None] = []

    class Noted(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked.append(size)
            return super().readline(size)

    stream = Noted(b"a" * 1_000_000)
    assert [line.whole for line in read_lines(stream)] == [False]
    assert set(asked) == {LONGEST_LINE}
