"""How an encoder is chosen by its name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.encoder import load_encoder
from index.errors import EncoderError


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("", "READOUT_ENCODER= names no encoder: use one of embedded, sentence-transformers"),
        ("bert", "READOUT_ENCODER=bert names no encoder: use one of embedded, sentence-transformers"),
        ("Embedded", "READOUT_ENCODER=Embedded names no encoder: use one of embedded, sentence-transformers"),
        ("embedded:x", "the embedded encoder takes no name: set READOUT_ENCODER=embedded, not embedded:x"),
        ("sentence-transformers", "name the model: READOUT_ENCODER=sentence-transformers:NAME_OR_PATH"),
        ("sentence-transformers:", "name the model: READOUT_ENCODER=sentence-transformers:NAME_OR_PATH"),
    ],
)
def test_a_setting_that_names_no_encoder_is_told_so(tmp_path: Path, setting: str, told: str) -> None:
    with pytest.raises(EncoderError) as refused:
        load_encoder(setting, tmp_path)
    assert str(refused.value) == told


def test_where_the_extra_is_missing_the_command_that_installs_it_is_told() -> None:
    code = (
        "import sys; sys.modules['sentence_transformers'] = None\n"
        "from pathlib import Path\nfrom index.encoder import load_encoder\nfrom index.errors import EncoderError\n"
        "try:\n    load_encoder('sentence-transformers:any', Path('.'))\n"
        "except EncoderError as error:\n    print(error)\n"
    )
    told = subprocess.run(  # noqa: S603 - this project's own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert told.stdout == (
        "sentence-transformers is not installed: run pip install 'readout-bot[sentence-transformers]'\n"
    )


def test_the_embedded_encoder_by_its_name(cache: Path) -> None:
    loaded = load_encoder("embedded", cache)
    assert (loaded.name, loaded.dimension) == ("embedded", 512)
    assert loaded.revision == "0.2.1"
