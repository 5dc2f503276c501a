"""A library without some of its passages is the library that was made without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.narrowed import Narrowed, read_content
from benchmarks.public import build
from index.search import Searcher
from index.types import Document, Passage, Query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.encoder import LoadedEncoder

TEXTS = {
    "talks": [["The president rang his colleague on Monday.", "They spoke of wheat."], ["The call took an hour."]],
    "harbour": [["The harbour of Velmar opened in 1902.", "It was built by engineers."], ["Ships come on Mondays."]],
    "garden": [["Roses need water.", "They bloom in May."]],
}
QUESTIONS = ("When did the harbour open?", "Who rang on Monday?", "What needs water?")


def article(name: str, paragraphs: Sequence[Sequence[str]], numbers: Sequence[int]) -> tuple[Document, list[Passage]]:
    """An article; its paragraphs have these numbers."""
    passages: list[Passage] = []
    offset = 0
    for number, sentences in zip(numbers, paragraphs, strict=True):
        for sentence in sentences:
            end = offset + len(sentence)
            passages.append(Passage(name, len(passages), offset, end, sentence, "sentence", number))
            offset = end + 1
    text = " ".join(sentence for some in paragraphs for sentence in some)
    return Document(name, text, f"The {name}", "en"), passages


def test_what_is_taken_out_changes_the_search_as_if_it_had_never_been_added(
    tmp_path: Path, encoder: LoadedEncoder
) -> None:
    whole = build(tmp_path / "whole", [article(name, some, range(len(some))) for name, some in TEXTS.items()], encoder)
    # Without the garden, and without the paragraph that says when the harbour opened.
    left = [article("talks", TEXTS["talks"], (0, 1)), article("harbour", TEXTS["harbour"][1:], (1,))]
    made_store = build(tmp_path / "made", left, encoder)
    made = Searcher(made_store, encoder)

    content = read_content(whole, encoder.dimension)
    number = {name: header.document for name, header in zip(TEXTS, content.headers, strict=True)}
    kept = content.only(
        lambda one: one.document != number["garden"] and (one.document, one.paragraph) != (number["harbour"], 0)
    )
    narrowed_store = Narrowed(tmp_path / "whole", kept)
    narrowed = Searcher(narrowed_store, encoder)

    assert [one.row for one in kept.places] == [1, 2, 3, 6]
    for question in QUESTIONS:
        found = [searcher.rank(Query(question, "en")) for searcher in (made, narrowed)]
        assert found[0][0].tolist() == found[1][0].tolist() == [0, 1, 2, 3]
        np.testing.assert_allclose(found[0][1], found[1][1], rtol=1e-4, atol=1e-4)
        for name, values in found[0][2].items():
            np.testing.assert_allclose(values, found[1][2][name], rtol=1e-4, atol=1e-4, err_msg=name)
    for store in (whole, made_store, narrowed_store):
        store.close()


def test_the_whole_library_stays_as_it_was(tmp_path: Path, encoder: LoadedEncoder) -> None:
    whole = build(tmp_path, [article(name, some, range(len(some))) for name, some in TEXTS.items()], encoder)
    content = read_content(whole, encoder.dimension)
    content.only(lambda one: one.paragraph == 1)
    assert len(content.places) == 8
    assert Searcher(whole, encoder).search(Query(QUESTIONS[0], "en"), 1)[0].passage.text == TEXTS["harbour"][0][0]
    whole.close()
