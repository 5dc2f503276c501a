"""What was learned for an encoder, and the default."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from index.learned import load_learned
from index.signals import SIGNALS
from index.traits import TRAITS


def test_the_weights_tell_where_they_come_from() -> None:
    provenance = load_learned("embedded", 512).provenance
    assert {"encoder", "revision", "data", "learner", "date", "commit", "traits"} <= set(provenance)
    assert provenance["encoder"] == "embedded"


def test_the_weights_are_small() -> None:
    folder = files("index") / "weights"
    assert sum(len(file.read_bytes()) for file in folder.iterdir()) < 2_500_000


@pytest.mark.parametrize("name", ["counting", "sentence-transformers:../embedded", "none"])
def test_an_encoder_that_nothing_was_learned_for_has_a_default(name: str) -> None:
    learned = load_learned(name, 5)
    assert np.array_equal(learned.means.passage, np.zeros((2, 5)))
    assert learned.kinds is None
    assert learned.expectation is None
    assert learned.axes is None
    assert learned.fusion.weights["same"]["cosine"] > 0


def test_there_is_a_weight_for_both_directions() -> None:
    fusion = load_learned("embedded", 512).fusion
    assert set(fusion.weights["same"]) == set(fusion.weights["across"])
    assert set(fusion.share) == {"ar", "en"}
    assert (len(SIGNALS), len(TRAITS)) == (8, 7)
