"""Any model of sentence-transformers as the encoder or the reranker: first-class choices, and an extra, since it is heavy."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from index.encoder import LoadedEncoder
from index.errors import EncoderError, RerankerError

if TYPE_CHECKING:
    from index.reranker import Reranker

_MISSING = "sentence-transformers is not installed: run pip install 'readout-bot[sentence-transformers]'"
_HEAD = "ForSequenceClassification"


def load(name_or_path: str) -> LoadedEncoder:
    """A sentence-transformers model, from a folder or from the hub, as it is: it needs no wrapper to be an encoder.

    Raises:
        EncoderError: The extra is not installed, or the model cannot be loaded.
    """
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - see the module's first line
    except ImportError as error:
        raise EncoderError(_MISSING) from error
    _show_no_bars()
    try:
        model = SentenceTransformer(name_or_path)
    except Exception as error:
        raise EncoderError(_told(name_or_path, error)) from error
    dimension = model.encode_query(["?"]).shape[1]
    return LoadedEncoder(model, f"sentence-transformers:{name_or_path}", _revision(name_or_path), dimension)


def load_reranker(name_or_path: str) -> Reranker:
    """A cross-encoder of sentence-transformers, from a folder or from the hub, as it is.

    Raises:
        RerankerError: The extra is not installed, or the model cannot be loaded, or it was not made to score pairs.
    """
    try:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 - see the module's first line
    except ImportError as error:
        raise RerankerError(_MISSING) from error
    _show_no_bars()
    try:
        model = CrossEncoder(name_or_path)
    except Exception as error:
        raise RerankerError(f"{_told(name_or_path, error)}; set READOUT_RERANKER to another, or to nothing") from error
    if model.num_labels != 1:
        raise RerankerError(
            f"the model {name_or_path} is no reranker, it gives {model.num_labels} values a pair:"
            " set READOUT_RERANKER to a cross-encoder that gives one, or to nothing"
        )
    # Any other model loads too, with a head made of random numbers.
    made_for = getattr(model.config, "architectures", None) or []
    if type(model.model).__name__.endswith(_HEAD) and made_for and not any(one.endswith(_HEAD) for one in made_for):
        raise RerankerError(
            f"the model {name_or_path} is no reranker, it has not learned to compare a question with a passage:"
            " set READOUT_RERANKER to a cross-encoder, or to nothing"
        )
    reranker: Reranker = model
    return reranker


def _show_no_bars() -> None:
    """Keep its models from drawing a bar for each question, which they do wherever the level of logging is INFO."""
    logger = logging.getLogger("sentence_transformers")
    logger.setLevel(max(logger.getEffectiveLevel(), logging.WARNING))


def _told(name_or_path: str, error: Exception) -> str:
    # What a foreign file can raise has no common kind, and its message may run over many lines.
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return f"the model {name_or_path} cannot be loaded: {reason.rstrip('.:')}"


def _revision(name_or_path: str) -> str:
    """For a folder, a digest of its files' names and sizes; for a model of the hub, its name says all that is pinned."""
    folder = Path(name_or_path)
    if not folder.is_dir():
        return "hub"
    listing = sorted(
        (str(file.relative_to(folder)), file.stat().st_size) for file in folder.rglob("*") if file.is_file()
    )
    return hashlib.sha256(repr(listing).encode()).hexdigest()[:12]
