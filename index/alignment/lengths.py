"""How well the lengths of two stretches fit.

After Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (1993).
"""

from __future__ import annotations

import math

# The variance of the length of a translation for each character of the text (Gale and Church, section 2.1).
_VARIANCE = 6.8
_LARGEST = 12.0


def length_cost(source: int, target: int, ratio: float) -> float:
    """What it costs to take a stretch of ``target`` characters for the translation of one of ``source``.

    Args:
        source: Characters of the text.
        target: Characters of the translation.
        ratio: Characters of the whole translation for each of the whole text.

    Returns:
        The negative logarithm of how probable a difference is that is at least as large; 0 to 12.
    """
    if source == 0 and target == 0:
        return 0.0
    mean = (source + target / ratio) / 2
    difference = (target - source * ratio) / math.sqrt(mean * _VARIANCE)
    tail = math.erfc(abs(difference) / math.sqrt(2))
    return min(_LARGEST, -math.log(tail)) if tail > 0 else _LARGEST
