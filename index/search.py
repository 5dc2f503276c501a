"""How a query goes through a library: candidates of each channel, their signals, one score."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from index.dialect import to_standard
from index.holds import BITS
from index.learned import load_learned
from index.match import Match, lay, read
from index.missed import find_missed
from index.shelving import extend_shelf, load_shelf
from index.signals import measure
from index.support import find_support
from index.traits import Asked, find_traits
from index.types import Hit
from index.within import look

if TYPE_CHECKING:
    from index.collection import Channel, Ints
    from index.encoder import LoadedEncoder, Vectors
    from index.fusion import Direction
    from index.learned import Learned
    from index.match import Reading
    from index.shelf import Flags, Reader, Shelf
    from index.store import Store
    from index.types import Document, Language, Passage, Query, Scope
    from index.within import Within

# Passages of a channel that are weighed by all signals.
_CANDIDATES = 80
# The share of documents that are taken out while a library is open before it is read anew; and how many always may be.
_GONE = 0.2
_FEW = 20
# Scopes whose part of the library is remembered.
_SCOPES = 32
# Centred cosines of passages that say different things, and nearly the same.
_UNLIKE = 0.4
_SAME = 0.8


class Searcher:
    """A library in memory; texts are read from its file when they are shown.

    Args:
        store: The library's file.
        loaded: The encoder that the library was built with.
        learned: What was learned for it; what comes with the project where None.
    """

    def __init__(self, store: Store, loaded: LoadedEncoder, learned: Learned | None = None) -> None:
        self._store = store
        self._encoder = loaded.encoder
        self._dimension = loaded.dimension
        self._forgot = store.meta().get("forgot")
        self.learned = learned or load_learned(loaded.name, loaded.dimension)
        self.shelf = load_shelf(store, loaded.dimension, self.learned)
        self._remember_nothing()

    def follow(self) -> bool:
        """Take over what was added to and taken out of the library's file since; whether that was possible.

        It is not where the words were forgotten, or where so much went that what is left is better read anew.
        """
        if self._store.meta().get("forgot") != self._forgot:
            return False
        here, there = set(self.shelf.documents.number.tolist()), self._store.numbers()
        if len(here.difference(there)) > max(_GONE * len(here), _FEW):
            return False
        new = [number for number in there if number not in here]
        if new:
            self.shelf = extend_shelf(self.shelf, self._store, self._dimension, self.learned, new)
        self._remember_nothing()
        return True

    def _remember_nothing(self) -> None:
        """Forget what was read of documents and scopes, and of the last question."""
        # Of this searcher's parts and not of itself: one that is done with goes at once, with all its vectors.
        self._read = lru_cache(maxsize=64)(partial(_read_document, self._store))
        self._look = lru_cache(maxsize=_SCOPES)(partial(_look_anew, self.shelf, self._store))
        self._last: tuple[Query, Learned, Reading] | None = None

    def search(self, query: Query, limit: int) -> list[Hit]:
        """The passages that answer a query best, best first, of those that it is asked within."""
        if not self._look(query.within).passages.any():
            return []
        # Seen once in many runs: a BLAS kernel raises the processor's flag for lanes that it does not use, and numpy warns.
        with np.errstate(invalid="ignore"):
            numbers, scores, signals = self.rank(query)
        # A passage whose score is no number never comes first.
        order = np.argsort(-np.nan_to_num(scores, nan=-np.inf), kind="stable")[:limit]
        hits: list[Hit] = []
        for at in order.tolist():
            identifier, number = self._store.located(self.shelf.passages[int(numbers[at])].row)
            document, passages = self._read(identifier)
            told = {name: float(value[at]) for name, value in signals.items()}
            hits.append(Hit(document, passages[number], float(scores[at]), told))
        return hits

    def missed(self, query: Query) -> tuple[str, ...]:
        """The names in a query that nothing mentions of what it is asked within."""
        within = self._look(query.within)
        return find_missed(self._read_query(query), self.shelf, within) if within.passages.any() else ()

    def rank(self, query: Query) -> tuple[Ints, Vectors, dict[str, Vectors]]:
        """The numbers of the candidates, their scores, and what all signals say of them, in the same order."""
        asked, within = self._read_query(query), self._look(query.within)
        laid = [
            (reader, lay(asked, reader.channel, within.channels[name]))
            for name, reader in self.shelf.readers.items()
            if name in within.channels
        ]
        numbers = np.unique(
            np.concatenate([reader.members[candidates(match, reader.channel)] for reader, match in laid])
        )
        # What follows a question may be its answer, whatever words it has.
        asking = (self.shelf.holds[numbers] & BITS["question"]) > 0
        after = np.minimum(numbers[asking] + 1, len(self.shelf.passages) - 1)
        same = self.shelf.document[after] == self.shelf.document[numbers[asking]]
        numbers = np.union1d(numbers, after[same])
        signals, score = self._weigh(laid, numbers, query.language)
        known = np.full(len(self.shelf.passages), np.nan, dtype=np.float32)
        known[numbers] = score
        traits = find_traits(Asked(query, asked, within, known), self.shelf, numbers)
        final = self.learned.fusion.add_traits(score, {**signals, **traits})
        told = {
            **signals,
            **traits,
            **find_support(laid, self.shelf, numbers),
            "score": score,
            **self._shares(numbers, final),
        }
        return numbers, final, told

    def _read_query(self, query: Query) -> Reading:
        """A query, read; not anew where the last one was the same: what is missed is asked for after the search."""
        last = self._last
        if last is None or last[0] != query or last[1] is not self.learned:
            last = self._last = query, self.learned, self._read_anew(query)
        return last[2]

    def _read_anew(self, query: Query) -> Reading:
        text, context = query.text, query.context or ""
        if query.language == "ar":
            text, context = to_standard(text), to_standard(context)
        words = self._look(query.within).words
        return read(
            text, query.language, self.shelf.vocabulary, self._encoder, self.learned, context=context, known=words
        )

    def _shares(self, numbers: Ints, final: Vectors) -> dict[str, Vectors]:
        """The share of each passage among all by its score; and with those that say nearly the same as it."""
        exponents = np.exp(final - final.max())
        share = exponents / exponents.sum()
        reader = self.shelf.readers["text"]
        vectors = reader.channel.dense.vectors(reader.places[numbers])
        alike = np.clip((vectors @ vectors.T - _UNLIKE) / (_SAME - _UNLIKE), 0, 1)
        return {"share": share, "share_alike": np.minimum(alike @ share, 1)}

    def _weigh(
        self, laid: list[tuple[Reader, Match]], numbers: Ints, language: Language
    ) -> tuple[dict[str, Vectors], Vectors]:
        """The signals of passages and their score, out of all channels that each is in."""
        fusion = self.learned.fusion
        scores = {direction: np.full(len(numbers), np.nan, dtype=np.float32) for direction in fusion.weights}
        parts: dict[Direction, Vectors] = {}
        names: tuple[str, ...] = ()
        for reader, match in laid:
            places = reader.places[numbers]
            inside = np.flatnonzero(places >= 0)
            at = places[inside]
            found = measure(match, reader.channel, at)
            names, values = tuple(found), np.stack(list(found.values()))
            same = reader.channel.arabic[at] == (language == "ar")
            directions: tuple[tuple[Direction, Flags], ...] = (("same", same), ("across", ~same))
            for direction, chosen in directions:
                to = inside[chosen]
                scores[direction][to] = fusion.score(found, direction)[chosen]
                whole = parts.setdefault(direction, np.full((len(names), len(numbers)), np.nan, dtype=np.float32))
                whole[:, to] = values[:, chosen]
        mixed = fusion.mix(parts["same"], parts["across"], language)
        signals = dict(zip(names, mixed, strict=True))
        signals |= {f"score_{direction}": score for direction, score in scores.items()}
        return signals, fusion.mix(scores["same"], scores["across"], language)


def _look_anew(shelf: Shelf, store: Store, scope: Scope) -> Within:
    return look(shelf, store.numbers(scope))


def _read_document(store: Store, identifier: str) -> tuple[Document, list[Passage]]:
    document = store.document(identifier)
    return document, store.passages(document)


def candidates(match: Match, channel: Channel, count: int = _CANDIDATES) -> Ints:
    """The places of the passages that are worth all signals, by those that are known of every passage, ascending."""
    everyone = np.arange(channel.size)
    inside = np.flatnonzero(match.inside)
    if len(inside) <= count:
        return inside
    total = match.weight.sum() + 1e-6
    beside = np.maximum(channel.before(match.found, everyone), channel.after(match.found, everyone))
    own = match.weight @ match.found / total
    near = match.weight @ np.maximum(match.found, 0.6 * beside) / total
    rough = 2 * match.cosine + 2 * own + 2.5 * near
    if len(inside) < len(rough):
        return np.sort(inside[np.argpartition(-rough[inside], count)[:count]])
    return np.sort(np.argpartition(-rough, count)[:count])
