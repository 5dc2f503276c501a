"""Any model of sentence-transformers as the encoder: a first-class choice, and an extra, since it is heavy."""

from __future__ import annotations

import hashlib
from pathlib import Path

from index.encoder import LoadedEncoder
from index.errors import EncoderError

_INSTALL = "pip install 'readout-bot[sentence-transformers]'"


def load(name_or_path: str) -> LoadedEncoder:
    """A sentence-transformers model, from a folder or from the hub, as it is: it needs no wrapper to be an encoder.

    Raises:
        EncoderError: The extra is not installed, or the model cannot be loaded.
    """
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - see the module's first line
    except ImportError as error:
        raise EncoderError(f"sentence-transformers is not installed: run {_INSTALL}") from error
    try:
        model = SentenceTransformer(name_or_path)
    except (OSError, ValueError, RuntimeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EncoderError(f"the model {name_or_path} cannot be loaded: {reason}") from error
    dimension = model.encode_query(["?"]).shape[1]
    return LoadedEncoder(model, f"sentence-transformers:{name_or_path}", _revision(name_or_path), dimension)


def _revision(name_or_path: str) -> str:
    """For a folder, a digest of its files' names and sizes; for a model of the hub, its name says all that is pinned."""
    folder = Path(name_or_path)
    if not folder.is_dir():
        return "hub"
    listing = sorted(
        (str(file.relative_to(folder)), file.stat().st_size) for file in folder.rglob("*") if file.is_file()
    )
    return hashlib.sha256(repr(listing).encode()).hexdigest()[:12]
