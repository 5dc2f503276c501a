"""One score out of many signals, and out of two channels."""

from __future__ import annotations

import numpy as np
import pytest

from index.fusion import Fusion

FUSION = Fusion.read(
    {
        "same": {"cosine": 2.0, "words": 1.0}, "across": {"cosine": 4.0}, "scale": {"across": 0.5}, "offset": {"across": -1.0},
        "share": {"en": 0.75}, "traits": {"holds": 3.0, "score": 2.0},
    }
)  # fmt: skip
SIGNALS = {
    "cosine": np.array([0.5, 1.0], np.float32),
    "words": np.array([1.0, 0.0], np.float32),
    "unknown": np.array([9, 9], np.float32),
}


def test_a_channel_is_scored_by_the_weights_of_its_direction() -> None:
    assert FUSION.score(SIGNALS, "same").tolist() == [2.0, 2.0]
    assert FUSION.score(SIGNALS, "across").tolist() == [0.0, 1.0]


def test_two_channels_are_mixed_by_the_share_of_the_questions_language() -> None:
    same, across = np.array([4.0, np.nan, 2.0], np.float32), np.array([0.0, 5.0, np.nan], np.float32)
    assert FUSION.mix(same, across, "en").tolist() == [3.0, 5.0, 2.0]
    assert FUSION.mix(same, across, "ar").tolist() == [2.0, 5.0, 2.0]


def test_traits_are_added() -> None:
    added = FUSION.add_traits(
        np.array([1.0, 2.0], np.float32), {"holds": np.array([1, 0], np.float32), "other": np.array([7, 7], np.float32)}
    )
    assert added.tolist() == pytest.approx([5.0, 4.0])
