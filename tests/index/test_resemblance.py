"""Which texts are nearly the same."""

from __future__ import annotations

import pytest

from index.resemblance import ALIKE, Held, Resemblance, Resembling, share

WORDS = [f"word{number}" for number in range(100)]
TEXT = " ".join(WORDS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a b c d", "a b c d", 1.0),
        ("A b, c d.", "a  b c\nd", 1.0),
        ("قالَ الرَّئيسُ نعم", "قال الرئيس نـــعم", 1.0),
        ("a b c d", "a b c e", 1 / 3),
        ("a b c", "d e f", 0.0),
        ("one", "one", 1.0),
        ("one", "two", 0.0),
        ("one two", "two one", 0.0),
        ("", "", 1.0),
        ("", "a", 0.0),
    ],
)
def test_how_much_of_two_texts_is_the_same(one: str, other: str, expected: float) -> None:
    assert share(one, other) == share(other, one) == pytest.approx(expected)


def find(text: str, **texts: str) -> Resembling | None:
    held = [Held(name, f"print of {one}", len(one)) for name, one in texts.items()]
    return Resemblance().most_alike(text, held, texts.__getitem__)


def test_one_word_that_was_changed_in_a_hundred_is_told_with_the_share() -> None:
    changed = " ".join([*WORDS[:50], "other", *WORDS[51:]])
    # Of 98 runs of three words, three are others in each.
    found = find(TEXT, a="another text of a few words", b=changed)
    assert found is not None
    assert found.document == "b"
    assert found.share == pytest.approx(95 / 101)


def test_of_several_the_most_alike_is_told() -> None:
    three = " ".join([*WORDS[:97], "x", "y", "z"])
    one = " ".join([*WORDS[:99], "z"])
    found = find(TEXT, three=three, one=one, half=" ".join(WORDS[:50]))
    assert found is not None
    assert found.document == "one"


def test_what_is_less_alike_is_not_told() -> None:
    assert find(TEXT, half=" ".join(WORDS[:50]), turned=" ".join(WORDS[::-1]), none="") is None
    edge = " ".join(WORDS[:90])
    assert (find(TEXT, edge=edge) is None) == (share(TEXT, edge) < ALIKE)


def test_a_text_is_read_again_only_where_it_may_be_alike() -> None:
    read: list[str] = []
    texts = {f"other{number}": " ".join(f"w{number}x{place}" for place in range(90)) for number in range(5)}
    texts["same"] = TEXT
    held = [Held(name, name, len(text)) for name, text in texts.items()]
    resemblance = Resemblance()

    def give(name: str) -> str:
        read.append(name)
        return texts[name]

    for _ in range(3):
        assert resemblance.most_alike(TEXT + " more", held, give) is not None
    assert read.count("same") == 4
    assert all(read.count(f"other{number}") == 1 for number in range(5))
