"""Whether a reason is one for what is asked: a cause of something else is no answer to why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answer.transcript import is_asked_there
from bot.answer.values.likeness import likeness
from bot.answer.values.nearness import asked_words
from bot.answer.values.reading import Reading, says_something
from index.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answer.types import Question
    from index.types import Document, Passage

# The words for speaking with one another are many, and mean the same here.
_SPEAKS = re.compile(
    r"\b(?:call(?:s|ed)?|phon\w+|sp[eo]a?k\w*|spoke\w*|talk\w*|contacts?|touch|conversations?|dialogue)\b|"
    r"(?:مكالم|اتصال|تواصل|تحدث|محادث|تكلم|اتكلم|كلام|حوار|هاتف|حكي|حكو)"
)
# Who tells a thing does not speak with anybody.
_SAYS = re.compile(
    r"sa(?:id|ys?)|told|tells?|stated?|stress\w*|added|noted|[وف]?(?:[يت]?قال\w*|[يت]قول\w*|ذكر\w*|اكد\w*|اضاف\w*|صرح\w*)"
)
# From here on two words may be of one thing: by form, stem, translation, or two words with one translation.
_LIKE = 0.6


def is_of_something_else(question: Question, document: Document, passages: Sequence[Passage], number: int) -> bool:
    """Whether a passage shares no word with a question that asks why, but names.

    Read with its translation and the sentence before it in its paragraph, which it may go on from: "It did so because ...".
    """
    names = {word for stretch in question.names for word in fold(stretch.text).text.split()}
    asked = [word.written for word in asked_words(question) if word.folded not in names]
    if not asked or not document.text:
        return False
    passage = passages[number]
    texts = [passage.text, passage.translation or ""]
    # In questions and answers that is the question.
    if number and (passages[number - 1].paragraph == passage.paragraph or is_asked_there(passages, number - 1)):
        texts += [passages[number - 1].text, passages[number - 1].translation or ""]
    if _SPEAKS.search(fold(question.text).text) and _SPEAKS.search(fold(" ".join(texts)).text):
        return False
    told = (
        word.written
        for text in texts
        for word in Reading(text, None, document.language, text).words
        if says_something(word.folded) and not _SAYS.fullmatch(word.folded)
    )
    told_words = set(told)
    return not any(likeness(word, other) >= _LIKE for word in asked for other in told_words)
