"""Every word that the bot says, in both languages, read from the TOML files beside this one.

A phrase is named ``file.key`` (``answer.value``) and holds named fields in braces. A phrase that counts is a table with
one entry for each plural category that CLDR gives its language (``zero``, ``one``, ``two``, ``few``, ``many``, ``other``).
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel.core import Locale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.types import Language


# Latin digits in both languages, as the wire agencies' Arabic services print them.
LOCALES: dict[Language, str] = {"en": "en_GB", "ar": "ar_EG"}


class PhraseError(LookupError):
    """A phrase that does not exist, or that was not given a field it names."""


class Phrases:
    """The phrases of one language.

    Args:
        language: Whose phrases.
        texts: Phrase by name; a phrase that counts is a mapping from plural category to text.
    """

    def __init__(self, language: Language, texts: Mapping[str, str | Mapping[str, str]]) -> None:
        self.language = language
        self.texts = texts
        self._plural = Locale(language).plural_form

    def say(self, name: str, /, **fields: object) -> str:
        """The phrase with its fields filled in.

        Raises:
            PhraseError: There is no such phrase, it counts, or a field that it names is missing.
        """
        text = self.texts.get(name)
        if not isinstance(text, str):
            raise PhraseError(f"no plain phrase {name!r} in prompts/{self.language}")
        return self._fill(name, text, fields)

    def count(self, name: str, /, n: float, **fields: object) -> str:
        """The phrase for ``n`` things, in the plural that the language wants.

        Raises:
            PhraseError: There is no such phrase, it does not count, or a field that it names is missing.
        """
        forms = self.texts.get(name)
        if forms is None or isinstance(forms, str):
            raise PhraseError(f"no counting phrase {name!r} in prompts/{self.language}")
        text = forms.get(self._plural(n), forms["other"])
        return self._fill(name, text, {"n": n, **fields})

    def _fill(self, name: str, text: str, fields: dict[str, object]) -> str:
        try:
            return text.format_map(fields)
        except (KeyError, IndexError) as missing:
            raise PhraseError(f"{name!r} in prompts/{self.language} needs the field {missing}") from None


@cache
def load(language: Language) -> Phrases:
    """The phrases of a language, read once."""
    texts: dict[str, str | Mapping[str, str]] = {}
    for file in files(__name__).joinpath(language).iterdir():
        if file.name.endswith(".toml"):
            entries = tomllib.loads(file.read_text(encoding="utf-8"))
            texts.update({f"{file.name.removesuffix('.toml')}.{key}": text for key, text in entries.items()})
    return Phrases(language, texts)
