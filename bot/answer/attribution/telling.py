"""What the readers of attribution find in a passage: acts of telling, with who is named and how far his words reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from index.language import fold

if TYPE_CHECKING:
    from bot.answer.types import Role

# Who is meant where nobody is named: him, her, it, them, or the one who told before in this sentence.
Pronoun = Literal["he", "she", "it", "they", "same"]

_OFFICE_ENDS = frozenset(["minister", "secretary", "adviser", "official", "leader", "spokesman", "spokeswoman"])
_SPACE = re.compile(r"\s+")


class Span(NamedTuple):
    """A half-open stretch of a text."""

    start: int
    end: int


class Word(NamedTuple):
    """A word of a passage.

    Attributes:
        text: As it is compared: in lower case, in Arabic folded.
        start: Its first offset in the passage.
        end: One past its last.
        gap: What stands between the word before it and this one, without white space.
        is_capital: Whether it is written as an English name is.
    """

    text: str
    start: int
    end: int
    gap: str
    is_capital: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage while it is read.

    Attributes:
        text: The passage.
        words: Its words.
        people: The names of persons in its document, word by word, in the form of ``Word.text``.
    """

    text: str
    words: tuple[Word, ...]
    people: frozenset[str]

    def span(self, first: int, last: int) -> Span:
        """The stretch from one word, by its number, to another."""
        return Span(self.words[first].start, self.words[last].end)

    def gaps(self, first: int, last: int) -> str:
        """What stands before the words from one to another."""
        return "".join(word.gap for word in self.words[first : last + 1])

    def at(self, offset: int) -> int:
        """The number of the word that begins at an offset, or next after it."""
        return next((number for number, word in enumerate(self.words) if word.start >= offset), len(self.words))


@dataclass(frozen=True, slots=True)
class Telling:
    """One act of telling in a passage.

    Attributes:
        role: What tells.
        source: Where it is named; None where only a pronoun or nothing stands for it.
        pronoun: What stands for it then; of a source that is named, what may stand for it hereafter, where that is known.
        scope: What it tells.
        region: The words of telling themselves, which nobody tells: "According to Paris".
        is_around: Whether it stands beside what it tells ("…, Paris said"), and so outside of who is cited within.
        is_act: Whether it is rather something done with words (an offer, a demand), which another may tell of.
        is_text: Whether it is a statement or the like, which "the statement" refers to from there on.
        is_back_reference: Whether it is just that: "the statement", as one known.
        is_end: Whether a statement that was being told ends here: to the press, or by another official.
    """

    role: Role
    source: Span | None
    pronoun: Pronoun | None
    scope: Span
    region: Span
    is_around: bool = False
    is_act: bool = False
    is_text: bool = False
    is_back_reference: bool = False
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom a sentence is about, whom "he" may mean thereafter; ``source`` is None where that is a pronoun itself."""

    source: Span | None
    pronoun: Pronoun | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one passage holds.

    Attributes:
        tellings: In their order.
        topics: In their order; the first is the sentence's own subject.
    """

    tellings: tuple[Telling, ...] = ()
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a document names a source.

    Attributes:
        role: What it is.
        name: As the document writes it.
        start: The first offset in the document's text; None where it is not the text that names it.
        end: One past the last.
        passage: The number of the passage that it stands in.
        pronoun: Which pronoun its name allows, where that can be told.
        is_text: Whether it is a statement or the like: "the statement" can be it.
        origin: Where the name was given, if it is not the one that stands here ("the statement").
        is_statement_of: Whether the name is that of the office whose statement it is.
    """

    role: Role
    name: str
    start: int | None = None
    end: int | None = None
    passage: int | None = None
    pronoun: Pronoun | None = None
    is_text: bool = False
    origin: int | None = None
    is_statement_of: bool = False

    @property
    def key(self) -> str:
        """What two mentions of one and the same have in common: the surname, or all of an office without a name."""
        words = fold(self.name).text.split()
        is_office = bool(words) and words[-1] in _OFFICE_ENDS
        return " ".join(word for word in words if word != "the") if is_office else words[-1] if words else ""


@dataclass(frozen=True, slots=True)
class Told:
    """One who tells something in a passage.

    Attributes:
        mention: Who.
        scope: What of it, in the offsets of the passage.
        region: The words of telling.
        is_around: Whether he stands outside of the others.
        is_act: Whether it is something done with words rather than said.
        is_named: Whether this passage itself names or means him; False where it only goes on.
        is_plain: Whether nobody is said to say anything here: only the issuer himself may go on telling that.
        background: Of an act, where a relative clause begins in what it is about, which nobody tells by that.
    """

    mention: Mention
    scope: Span
    region: Span
    is_around: bool = False
    is_act: bool = False
    is_named: bool = True
    background: int | None = None
    is_plain: bool = False


def flat(text: str) -> str:
    """A name on one line."""
    return _SPACE.sub(" ", text).strip()
