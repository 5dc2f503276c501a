"""Figures of retrieval and abstention."""

from __future__ import annotations

import pytest

from index.metrics import (
    Bin,
    auroc,
    average_precision,
    calibration_error,
    coverage_at,
    equal_mass_bins,
    equal_width_bins,
    interval,
    reciprocal_rank,
    share,
)


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


@pytest.mark.parametrize(
    ("ranks", "depth", "expected"),
    [([1], 10, 1.0), ([4, 2], 10, 0.5), ([10], 10, 0.1), ([11], 10, 0.0), ([2], 1, 0.0), ([], 10, 0.0)],
)
def test_reciprocal_rank(ranks: list[int], depth: int, expected: float) -> None:
    assert reciprocal_rank(ranks, depth) == expected


@pytest.mark.parametrize(
    ("ranks", "relevant", "expected"),
    [
        ([1], 1, 1.0),
        ([4], 1, 0.25),
        ([1, 3], 2, (1 + 2 / 3) / 2),
        ([3, 1], 2, (1 + 2 / 3) / 2),
        ([1, 2, 5], 3, (1 + 1 + 3 / 5) / 3),
        # What was not found at all has precision 0.
        ([2], 2, 0.25),
        ([], 3, 0.0),
    ],
)
def test_average_precision(ranks: list[int], relevant: int, expected: float) -> None:
    assert average_precision(ranks, relevant) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("precision", "scores", "right", "expected"),
    [
        (0.9, [], [], 0),
        (0.9, [0.9, 0.8], [True, True], 2),
        (0.9, [0.9, 0.8], [False, False], 0),
        # 9 of 10 is exactly nine tenths.
        (0.9, [float(score) for score in range(10)], [False, *[True] * 9], 9),
        (0.95, [float(score) for score in range(10)], [False, *[True] * 9], 9),
        # A wrong answer at the top is made good by the right ones below it.
        (0.75, [4.0, 3.0, 2.0, 1.0, 0.0], [False, True, True, True, False], 3),
        (0.76, [4.0, 3.0, 2.0, 1.0, 0.0], [False, True, True, True, False], 0),
        # No threshold divides those that score alike, in whatever order they come.
        (1.0, [2.0, 1.0, 1.0], [True, True, False], 1),
        (1.0, [2.0, 1.0, 1.0], [True, False, True], 1),
        (0.6, [1.0, 1.0, 1.0], [True, False, True], 2),
    ],
)
def test_coverage_at(precision: float, scores: list[float], right: list[bool], expected: int) -> None:
    assert coverage_at(precision, scores, right) == expected


def test_bins_of_equal_mass() -> None:
    told = [0.75, 0.125, 0.5, 0.25, 1.0]
    right = [True, False, False, True, True]
    assert equal_mass_bins(told, right, 2) == [Bin(2, 0.1875, 0.5), Bin(3, 0.75, 2 / 3)]
    assert [one.count for one in equal_mass_bins(told, right, 10)] == [1] * 5
    assert [one.count for one in equal_mass_bins([0.5] * 42, [True] * 42)] == [4, 4, 4, 4, 5, 4, 4, 4, 4, 5]
    assert equal_mass_bins([], []) == []


def test_bins_of_equal_width() -> None:
    assert equal_width_bins([0.0, 0.09, 0.1, 1.0, 0.95], [False, True, True, True, False]) == [
        Bin(2, 0.045, 0.5),
        Bin(1, 0.1, 1.0),
        Bin(2, 0.975, 0.5),
    ]


def test_calibration_error_weighs_bins_by_their_count() -> None:
    assert calibration_error([Bin(10, 0.5, 0.5)]) == 0
    assert calibration_error([Bin(3, 0.2, 0.0), Bin(1, 0.6, 1.0)]) == pytest.approx((3 * 0.2 + 0.4) / 4)


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    # From the formula by hand: at 0 and 1 it is z² / (n + z²) wide.
    [(0.0, 10, 0.0, 3.8416 / 13.8416), (1.0, 10, 10 / 13.8416, 1.0), (0.5, 100, 0.40383, 0.59617)],
)
def test_interval(right: float, count: int, low: float, high: float) -> None:
    assert interval(right, count) == pytest.approx((low, high), abs=1e-5)
