"""Figures of retrieval and abstention."""

from __future__ import annotations

import pytest

from index.metrics import auroc, share


@pytest.mark.parametrize(
    ("truths", "expected"), [([], None), ([True], 1.0), ([False], 0.0), ([True, False, False, True, False], 0.4)]
)
def test_share(truths: list[bool], expected: float | None) -> None:
    assert share(truths) == expected


@pytest.mark.parametrize(
    ("positives", "negatives", "expected"),
    [
        ([], [1.0], None),
        ([1.0], [], None),
        ([2.0, 3.0], [0.0, 1.0], 1.0),
        ([0.0], [1.0], 0.0),
        ([1.0], [1.0], 0.5),
        ([1.0, 3.0], [2.0, 0.0], 0.75),
        ([1.0, 1.0, 2.0], [1.0, 0.0], (0.5 + 1 + 0.5 + 1 + 1 + 1) / 6),
    ],
)
def test_auroc(positives: list[float], negatives: list[float], expected: float | None) -> None:
    assert auroc(positives, negatives) == (None if expected is None else pytest.approx(expected))
