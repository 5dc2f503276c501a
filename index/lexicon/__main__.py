"""``python -m index.lexicon``: makes ``en-ar.keys`` anew after ``en-ar.tsv`` was changed."""

from pathlib import Path

from index.lexicon import compile_keys

if __name__ == "__main__":
    words = Path(__file__).with_name("en-ar.tsv")
    words.with_suffix(".keys").write_text(
        compile_keys(words.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
    )
