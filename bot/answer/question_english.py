"""The family of an English question, by the words that ask; and of bare words, by the noun that names what is wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answer.types import QuestionFamily

# How question words are mistyped, over folded text.
_SLIPS = {
    r"w(?:at|aht|ht|hta)": "what", r"what'?s": "what is", r"wh?ich|whch|whic": "which", r"wy": "why", r"when'?s": "when is",
    r"wen|whn|wehn": "when", r"wher|were(?= (?:do|does|did|is|was|are|will)\b)": "where", r"who'?s": "who is",
    r"where'?s": "where is", r"hw|hwo": "how", r"mny|mani": "many", r"teh": "the", r"lenght": "length", r"precent": "percent",
    r"captian": "captain", r"docter": "doctor",
}  # fmt: skip
_LED = r"(?:(?:in|on|at|to|from|for|by|of|with|between|under|about|over|within|during|since|until) )?"
_ASKED = r"(?=(?:in |on |at |to |from |for |by |of |with )?(?:wh[aeioy]\w*|how|if)\b)"
# What only leads up to the question.
_FRAME = re.compile(
    r"^(?:(?:and|but|or|so|ok|okay|also|then|please|hi|hello|hey|thanks|well|now)\b[,!]? ?|"
    r"(?:(?:do|would) you (?:happen to )?know|(?:can|could|would) you (?:please )?tell me|(?:please )?tell (?:me|us)|"
    rf"i (?:want|need|would like|'?d like) to know|remind me|any idea)[,:]? {_ASKED}|if (?=\w+ \w+ )|"
    r"(?:according to|in the (?:view|words|telling) of|counting|after|before|during) [^,?]{2,40}, )+"
)
_UNITS = r"(?:years?|months?|weeks?|days?|hours?|minutes?)"
_AUX = r"(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|isn't|wasn't|didn't|hasn't)"
_ONE = rf"(?:the |a |an )?(?:(?!{_AUX}\b)[\w'-]+ ){{0,2}}?"
_PERSONS = (
    r"(?:leaders?|presidents?|premiers?|sides?|part(?:y|ies)|members?|ministers?|officials?|minist(?:ry|ries)|envoys?|teams?|"
    r"authorit(?:y|ies)|contractors?|compan(?:y|ies)|people|persons?|m[ae]n|wom[ae]n|heads?|kings?|queens?|generals?|"
    r"journalists?|spokes\w+|ambassadors?|countr(?:y|ies)|governments?|states?|nations?|groups?|outlets?|agenc(?:y|ies)|"
    r"offices?|diplomats?|captains?|doctors?|advisers?|chiefs?|owners?|authors?|candidates?)"
)
_PLACES = (
    r"(?:cit(?:y|ies)|towns?|places?|regions?|capitals?|locations?|harbou?rs?|ports?|airports?|villages?|hotels?|palaces?|"
    r"provinces?|islands?|venues?|crossings?|districts?)"
)
_AMOUNTS = (
    r"(?:percentage|percent|per cent|share|proportion|fraction|prices?|costs?|sums?|amounts?|volumes?|quantit(?:y|ies)|"
    r"numbers?|tariffs?|interest|fines?|fees?|size|height|population|totals?|tonnage|toll|budget|temperature|distance)"
)
_TIMES = r"(?:times?|dates?|days?|months?|years?|hours?|season|weekday|century|quarter)"
_THINGS = (
    r"(?:newspaper|ship|tanker|vessel|plant|agreement|treaty|company|dam|river|document|station|operation|strait|sea)"
)
_LATER = r"(?:prolong\w*|extend\w*|late\w*|miss\w*|delay\w*|postpone\w*|longer)"
_CAUSED = (
    r"(?:caus\w+|explains?|made|makes|drove|drives|prompt\w+|trigger\w+|led to|sparked|set off|brought(?: about)?|"
    r"kept|delayed|is (?:holding back|delaying)|"
    r"(?:is|lies|stands) behind|good is)"
)
_PUNISHED = r"(?:arrest|punish|jail|detain|sack|fir|sanction|summon)\w*"

# In the order in which they are tried, at the beginning of what asks.
_ASKS: tuple[tuple[QuestionFamily, str], ...] = (
    ("how_many", r"how long\b(?=.*\b(?:kilomet\w+|km|miles?|met(?:re|er)s)\b)|how far\b"),
    ("how_long", r"since when\b.*(?:\b(?:not|never|no longer|stopped)\b|n't\b)"),
    ("how_long", rf"{_LED}how long\b|(?:(?:for|in|since|after|over|within) )?how many {_UNITS}\b"),
    ("how_long", rf"how (?:soon|much (?:time|longer|later))\b|by how much\b.*\b{_LATER}\b|what length of time"),
    ("how_long", r"(?:over|in|within|for|during) what (?:period|time|length of time|span)\b"),
    ("how_long", r"what (?:is|was|were|are) the (?:length|duration) of (?!\w+ border)"),
    ("how_many", rf"{_LED}how (?:many|much|tall|high|deep|wide|big|large|old|heavy|fast|hot|cold|loud|strong)\b"),
    ("how_many", r"how often(?= (?:has|have|had|did|was|were))"),
    ("how_many", rf"{_LED}(?:what|which) (?:(?:is|was|were|are|would) )?{_ONE}{_AMOUNTS}\b"),
    ("why", r"why\b|how come\b|how (?:do|does|did) .*\b(?:justif\w+|explain)\b|(?:on|for) what (?:grounds?|reasons?|purpose)"),
    ("why", rf"what (?:has |had )?{_CAUSED}\b|what (?:do|does|did) .{{2,40}}\bblame for\b"),
    ("why", r"on account of what\b|what (?:reasons?|motive)\b"),
    ("why", r"what (?:is|was|were|are) (?:it about|the (?:\w+ )?(?:reasons?|causes?|point|purpose|motive))\b"),
    ("why", rf"what .*\b(?:as the (?:root|cause|reason)|{_PUNISHED} for\W*$)"),
    ("when", (rf"{_LED}when\b|how late\b|(?:(?:by|on|in|at|since|until|from|to|before|up to) )?(?:what|which) "
        rf"(?:(?!{_AUX}\b)\w+ )?{_TIMES}\b")),
    ("when", (r"what (?:is|was|were|are|will be) the (?:\w+ ){0,2}?"
        r"(?:dates?|deadlines?|day|time|year|month|timing|schedule|(?:opening |working )?hours)\b")),
    ("when", r"the (?:year|month|day|time|date) (?:of|when|that|in which)\b"),
    ("where", rf"{_LED}where\b|{_LED}(?:which|what) (?:\w+ )?{_PLACES}\b"),
    ("where", (r"(?:in|to|from) (?:which|what) (?:countr(?:y|ies)|buildings?)|"
        r"(?:which|what) country (?:hosted|is home)")),
    ("who", rf"{_LED}(?:who|whom|whose|whoever)\b|{_LED}which {_ONE}{_PERSONS}\b|which of (?:the (?:two )?|them|these)"),
    ("who", rf"what {_PERSONS}\b(?! of)|at (?:whose|which)|(?:according to|says) (?:who|whom)\b"),
    ("who", rf"what (?:is|was) (?:the )?names? of (?!(?:the |a )?(?:\w+ ){{0,2}}{_THINGS})"),
    ("who", r"what (?:is|was) (?:(?:his|her|their) name|(?:the|its|their|your) source\b)"),
    ("how", r"how\b|(?:in|by) (?:what|which) (?:ways?|manner|means|method)\b"),
    ("how", r"what (?:is|was) the (?:best )?(?:way|method|recipe)\b"),
    ("what", rf"{_LED}(?:what|which)\b"),
    ("what", r"(?:is|was|are|were) there (?:any|some)\w*(?: (?!mention)\w+)? (?:about|on|of|regarding)\b"),
    ("what", r"do you (?:have|know) (?:any|some)\w*(?: \w+)? (?:about|on|regarding)\b"),
    ("whether", rf"{_AUX}\b(?= \w)|(?:is it true|true) that\b"),
)  # fmt: skip
# Of bare words: what they name, or where the question word stands at another place than the first.
_NAMES: tuple[tuple[QuestionFamily, str], ...] = (
    ("how_long", rf"\bhow (?:long|many {_UNITS}|much time)\b|\bdurations?\b|\blasted\W*$|^{_UNITS} to \w"),
    ("how_long", r"\b(?:calls?|meetings?|talks?|visits?|conversations?|trip|summit|speech|trial|truce) length\b"),
    ("how_long", r"\blength of (?:the |their )?(?:calls?|meeting|talks|visit|conversation|trip|summit|stay|truce)\b"),
    ("how_long", r"\blongest (?:\w+ ){0,3}(?:delay|wait|pause|break|gap)"),
    ("how_many", rf"\bhow (?:many|much|far)\b|%|\b{_AMOUNTS}\b(?!.*\bwhen\b)|\b(?:kg|tons?|tonnes)\b|\bcheapest\b"),
    ("how_many", r"\blength of\b|\bcontributions?\W*$"),
    ("why", r"\b(?:why|reasons?|causes?)\b"),
    ("when", r"\bwhen\W*$|\bwhen (?:was|were|is|are|did|does|do|will|has|have|had)\b|(?<!to )\bdates?\b|\bdeadlines?\b"),
    ("when", r"\b(?:since|until)\W*$|\bsince when\b|^(?:start|end|beginning) of\b|\b(?:best|right) time\b|\btimetable\b"),
    ("when", (r"^(?:\w+ )*?(?:next|last|previous|latest) (?:[\w'-]+ )*?(?:sessions?|meeting|visit|summit)"
        r"(?! (?:topics|agenda|about))\b")),
    ("where", r"\bwhere\W*$|\b(?:locations?|venues?|whereabouts|seat|sites?|headquarters)\b|^capital of\b|\bcome from\W*$"),
    ("where", r"\bshop\b"),
    ("who", r"\b(?:who|whom)\b|\bnames? of\b|\bnames?\W*$|\b(?:spokes\w+|owner|captain|adviser|advisor|ambassador|candidate)\b"),
    ("how", r"\brecipes?\b|\bhow to\b|\breaction to\b|\b(?:reset|install|fix|repair)\b"),
    ("whether", r"\b(?:discussed|mentioned|raised|agreed|confirmed|true)\b.*\?"),
    ("whether", r"^any (?:chance|sign|hope|plans?) (?:of|for|to)\b"),
    ("whether", r"\byes or no\b|, ?(?:right|correct|true|isn't it|didn't they)\W*$|\bor not\W*$"),
)  # fmt: skip
_RIGHT = tuple((re.compile(rf"\b(?:{slips})\b"), right) for slips, right in _SLIPS.items())
_ASKING = tuple((family, re.compile(words)) for family, words in _ASKS)
_NAMING = tuple((family, re.compile(words)) for family, words in _NAMES)


def english_family(asked: str) -> QuestionFamily | None:
    """The family of a question in English; None where no word tells of one.

    Args:
        asked: The sentence that asks, folded.
    """
    for slip, right in _RIGHT:
        asked = slip.sub(right, asked)
    asked = _FRAME.sub("", asked)
    begun = next((family for family, words in _ASKING if words.match(asked)), None)
    return begun or next((family for family, words in _NAMING if words.search(asked)), None)
