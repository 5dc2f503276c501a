"""``python -m index.lexicon``: makes ``en-ar.forms`` and ``en-ar.keys`` anew after ``en-ar.tsv`` was changed."""

from pathlib import Path

from index.lexicon import compile_list

if __name__ == "__main__":
    words = Path(__file__).with_name("en-ar.tsv")
    forms, keys = compile_list(words.read_text(encoding="utf-8"))
    words.with_suffix(".forms").write_text(forms, encoding="utf-8", newline="\n")
    words.with_suffix(".keys").write_text(keys, encoding="utf-8", newline="\n")
