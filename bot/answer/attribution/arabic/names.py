"""Who an Arabic phrase names: where such a phrase ends, as what it tells, and how it is written when shown."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.answer.attribution.arabic import words as lexicon
from bot.answer.attribution.telling import Mention, Span, Word, flat
from index.language import fold, is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answer.attribution.telling import Pronoun
    from bot.answer.types import Role

_WORD = re.compile(r"[^\W_]+")
_PREFIX = re.compile(r"^[وفلب](?=\w{3})")
_INFORMATION = re.compile(
    r"(?:^|\s)(?:ال|لل?)?معلومات(?: \w+)? (?:الوارده|الصادره|وارده|صادره) (?:عن|من) (?P<party>\w.*)", re.DOTALL
)
_THE_STATEMENT = re.compile(r"(?:هذا )?(?:البيان|الاعلان|النص|البلاغ)(?: نفسه| ذاته| المشترك| الرسمي)?")
RELATIVE = re.compile(r"ال\w+(?:ي|يه|يان|يين|يون)")
_FIRST_MARK, _LAST_MARK = "\u064b", "\u0652"


def read_words(text: str) -> tuple[Word, ...]:
    """The words of an Arabic text: folded, with their offsets in the text itself."""
    words: list[Word] = []
    folded = fold(text)
    positions = folded.positions
    at = 0
    for match in _WORD.finditer(folded.text):
        start, end = positions[match.start()], positions[match.end() - 1] + 1
        # A mark of vowel belongs to the letter before it.
        while end < len(text) and _FIRST_MARK <= text[end] <= _LAST_MARK:
            end += 1
        words.append(Word(match[0], start, end, "".join(folded.text[at : match.start()].split())))
        at = match.end()
    return tuple(words)


def may_name(word: str) -> bool:
    """Whether a word can be part of a name as far as it is known."""
    if word[0] in "وف" and len(word) > 3 and (word[1:] in lexicon.NOT_NAMES or word[1:].startswith("ال")):
        return False
    return not (word in lexicon.NOT_NAMES or word[0].isdigit() or is_function_word(word))


def find_people(words: Sequence[Word]) -> frozenset[str]:
    """The names, word by word, of those whom a document calls by a title, or who say something in it."""
    counts = Counter(form for word in words for form in {word.text, _PREFIX.sub("", word.text)})
    people: set[str] = set()
    for at, word in enumerate(words):
        people.update(_with_title(words, at, counts) or ())
        if _says(word.text):
            people.update(_who_says(words, at))
    return frozenset(people)


def _with_title(words: Sequence[Word], at: int, counts: Counter[str]) -> Iterator[str] | None:
    text = words[at].text
    title = text if text in lexicon.CONSTRUCT_TITLES else _PREFIX.sub("", text)
    begin = at + 1
    if title in lexicon.DEFINITE_TITLES or title in lexicon.COUNTERPARTS:
        if begin < len(words) and words[begin].text == "باسم":
            begin = _after_complement(words, begin + 1)
    elif title in lexicon.CONSTRUCT_TITLES:
        begin = _after_complement(words, begin)
    else:
        return None
    while begin < len(words) and not words[begin].gap and RELATIVE.fullmatch(words[begin].text):
        begin += 1
    # After "the president of Barqan" the given name comes first, and what else comes there is seldom a name.
    return _names_from(words, begin, counts, given=title in lexicon.CONSTRUCT_TITLES)


def _names_from(words: Sequence[Word], begin: int, counts: Counter[str], *, given: bool) -> Iterator[str]:
    for number, name in enumerate(words[begin : begin + 3]):
        if name.gap or not may_name(name.text):
            return
        # What ends so is more often a noun that follows: "the president the hosting of".
        if counts[name.text] > 1 and not (given and not number) and not name.text.endswith("ه"):
            yield name.text


def _after_complement(words: Sequence[Word], at: int) -> int:
    while at < len(words) and (words[at].text in lexicon.CHAINED or words[at].text in lexicon.CONSTRUCT_TITLES):
        at += 1
    return at + 1


def _says(word: str) -> bool:
    verbs = [lexicon.VERBS.get(form) for form in ({word, word[1:]} if word[0] in "وف" else {word})]
    return any(verb is not None and not verb.is_act and verb.base not in lexicon.NOUNS for verb in verbs)


def _who_says(words: Sequence[Word], at: int) -> Iterator[str]:
    """One or two words between a verb of telling and the clause that it tells."""
    stops = [stop for stop in (at + 2, at + 3) if stop < len(words) and _opens_clause(words, stop)]
    if stops:
        names = words[at + 1 : stops[0]]
        if all(not name.gap and may_name(name.text) for name in names):
            yield from (name.text for name in names)


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    following = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].text in lexicon.MARKERS or (words[at].text in {"الي", "علي"} and following in lexicon.MARKERS)


def role_of(head: str, *, is_person: bool) -> Role:
    """What a phrase names, by its first word."""
    if head in lexicon.AGENCIES:
        return "agency"
    return "speaker" if is_person or head not in lexicon.OFFICES else "statement"


def is_text_name(name: str) -> bool:
    """Whether a name is that of a statement or the like."""
    return bool(set(fold(name).text.split()[:1]) & lexicon.TEXTS)


def shown_span(text: str, span: Span) -> Span:
    """What is shown of a source: of "information", whose it is."""
    folded = fold(text[slice(*span)])
    party = _INFORMATION.search(folded.text)
    return span if party is None else Span(span.start + folded.positions[party.start("party")], span.end)


def is_back_reference(name: str) -> bool:
    """Whether a source is "the statement", the one that was named before."""
    return _THE_STATEMENT.fullmatch(fold(name).text) is not None


def mention_of(text: str, role: Role, source: Span) -> Mention:
    """The source that a stretch of a text names, with its offsets there."""
    name = _written(text, source)
    return Mention(role, name, source.start, source.end, None, _gender_of(name))


def _written(text: str, span: Span) -> str:
    """A name as it is written by itself: where "to" has swallowed the article ("للكرملين"), with its article."""
    name = flat(text[slice(*span)])
    before = fold(text[max(0, span.start - 3) : span.start]).text
    if not (name.startswith("ل") and before.endswith("ل")) or name.startswith("لل"):
        return name
    bare = re.sub(f"^ل[{_FIRST_MARK}-{_LAST_MARK}]?", "", name)
    # "للجنة" is "to a committee" as well as "to the committee".
    return name if fold(bare).text.startswith("جنه") else f"ال{bare}"


def _gender_of(name: str) -> Pronoun | None:
    words = fold(name).text.split()
    head = words[0] if words else ""
    if head in lexicon.HONOURED:
        return lexicon.HONOURED[head]
    is_joint = head not in lexicon.OFFICES and any(_is_joined(word) for word in words[1:])
    if is_joint or head in lexicon.MANY or head in lexicon.JOINT_CONSTRUCT:
        return "they"
    feminine = lexicon.is_feminine(head)
    return None if feminine is None else "she" if feminine else "he"


def _is_joined(word: str) -> bool:
    return word.startswith("و") and len(word) > 3 and word not in lexicon.CHAINED | lexicon.CONSTRUCT_TITLES
