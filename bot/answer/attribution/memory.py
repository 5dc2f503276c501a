"""Who "he", "she", "they" and "the statement" are: those who were named before, latest last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.attribution.telling import Mention, Pronoun

# A pronoun means nobody who was last named further back than so many sentences that named anybody.
_REACH = 4


class _Named(NamedTuple):
    """Whom a sentence names: whom it and its clauses are about, and who tells what; the likeliest meant first."""

    mains: tuple[Mention, ...]
    tellers: tuple[Mention, ...]


class Memory:
    """Those named so far in a document, and what is known of them."""

    def __init__(self) -> None:
        self._sentences: list[_Named] = []
        self._pronouns: dict[str, Pronoun] = {}

    def sentence(self, mains: Sequence[Mention], tellers: Sequence[Mention]) -> None:
        """Take in a sentence: whom it and its clauses are about, its own subject first, and who tells what it says."""
        if mains or tellers:
            self._sentences.append(_Named(tuple(mains), tuple(tellers)))

    def learn(self, mention: Mention, pronoun: Pronoun) -> None:
        """A pronoun was found to mean this."""
        if pronoun in {"he", "she"}:
            self._pronouns.setdefault(mention.key, pronoun)

    def agrees(self, mention: Mention, pronoun: Pronoun) -> bool:
        """Whether a pronoun can mean this."""
        known = self._known(mention)
        if pronoun in {"they", "it"}:
            return known == pronoun
        return pronoun == "same" or known in {None, pronoun}

    def _known(self, mention: Mention) -> Pronoun | None:
        return mention.pronoun or self._pronouns.get(mention.key)

    def told_before(self, pronoun: Pronoun, *, by_speaker: bool) -> Mention | None:
        """Whom a pronoun means that nobody in its own sentence can be.

        Whoever can be meant in the last sentence is; of those before it rather one who is known to be a "he" or a "she".

        Args:
            pronoun: The pronoun.
            by_speaker: Whether it goes on telling ("he added") rather than begins a sentence ("He regretted").
        """
        for candidates in self._candidates(pronoun, by_speaker=by_speaker):
            fitting = [one for mentions in candidates[:1] for one in mentions if self.agrees(one, pronoun)]
            older = [one for mentions in candidates[1:] for one in mentions if self.agrees(one, pronoun)]
            fitting += [one for one in older if self._known(one) == pronoun] + older
            if fitting:
                return fitting[0]
        return None

    def _candidates(self, pronoun: Pronoun, *, by_speaker: bool) -> Iterator[list[tuple[Mention, ...]]]:
        """Those who were named, sentence by sentence from the last on."""
        last = self._sentences[: -_REACH - 1 : -1]
        if pronoun == "it" or (by_speaker and pronoun != "they"):
            yield [one.tellers for one in last]
        yield [(*one.mains, *one.tellers) for one in last]

    def last_statement(self) -> Mention | None:
        """What "the statement" is: the last one that was named as such, or else the first office that tells anything."""
        statements = [one for some in self._sentences for one in reversed(some.tellers) if one.role == "statement"]
        texts = [mention for mention in statements if mention.is_text]
        return texts[-1] if texts else next(iter(statements), None)
