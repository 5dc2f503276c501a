"""English words of telling, and of those who tell."""

from __future__ import annotations

from typing import Literal

# What a verb does: it says, does something with words, goes on with what was said before it, or raises a case.
Kind = Literal["say", "act", "join", "case"]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in text.split())


# Whoever these have for a subject says what follows, or what stands before them.
SAYING = _words(
    """said says tell told tells stressed stresses noted added adds explained explains argued argues insisted insists
    maintained maintains emphasised emphasized emphasises emphasizes underlined underlines underscored underscores
    reiterated reiterates reaffirmed reaffirms stated declared declares announced announces claimed asserted
    asserts affirmed affirms confirmed confirms denied denies replied replies responded answered warned warns cautioned
    cautions remarked commented acknowledged acknowledges admitted admits conceded concedes alleged alleges accused
    accuses blamed blames complained predicted predicts vowed revealed disclosed informed assured reminded suggested
    suggests described describes expressed expresses voiced voices criticised criticized criticises
    criticizes regretted regrets wrote writes tweeted indicated hinted clarified countered retorted
    say deny insist warn argue maintain accuse blame conveyed mentioned specified contended objected protested praised hailed
    credited recounted lamented dismissed rebuffed"""
)
# These do so with a clause or a quotation after them, and are other verbs else: "recalled its ambassador".
CLAUSAL = _words(
    """recalled recalls observed observes considered considers concluded concludes reported estimated estimates charged
    thinks thought believed believes believe think felt feels held found hopes hoped expects expected proposed
    boasted joked signalled signaled read reads"""
)
# What is done with words: told by whoever else is named, and only else by the one who does it.
ACTING = _words(
    """asked asks urged urges demanded requested proposed offered promised pledged pledges undertook undertakes rejected
    rejects refused threatened threatens appealed wants wanted guaranteed hopes hoped expects expected intends implored
    exhorted advised"""
)
# Of these, in words and in no other way.
URGING = _words(
    "asked asks urged urges called calls demanded requested promised pledged threatened appealed implored exhorted"
)
PARTICIPLES = frozenset({
    "saying", "telling", "stressing", "noting", "adding", "explaining", "arguing", "insisting", "maintaining",
    "emphasising", "emphasizing", "underlining", "underscoring", "reiterating", "reaffirming", "stating", "declaring",
    "announcing", "claiming", "asserting", "affirming", "confirming", "denying", "replying", "warning", "cautioning",
    "remarking", "acknowledging", "admitting", "alleging", "accusing", "blaming", "predicting", "vowing", "describing",
    "expressing", "voicing", "criticising", "criticizing", "recalling", "suggesting",
    "indicating", "hinting", "clarifying", "observing", "promising", "pledging", "urging", "demanding", "calling",
})  # fmt: skip
# Two words or more, as they stand.
_PHRASES: dict[tuple[str, ...], Kind] = {
    ("pointed", "out"): "say", ("points", "out"): "say", ("pointing", "out"): "join", ("made", "clear"): "say",
    ("makes", "clear"): "say", ("made", "it", "clear"): "say", ("ruled", "out"): "say", ("rules", "out"): "say",
    ("spoke", "of"): "say", ("complained", "of"): "say", ("called", "on"): "act", ("calls", "on"): "act",
    ("called", "for"): "act", ("calls", "for"): "act", ("went", "on", "to", "say"): "say",
    ("raised", "the"): "case", ("brought", "up"): "act", ("renewed", "his", "call"): "act",
    ("renewed", "her", "call"): "act", ("renewed", "their", "call"): "act", ("repeated", "his", "call"): "act",
    ("repeated", "her", "call"): "act", ("repeated", "their", "call"): "act",
    ("laid", "the", "blame"): "say", ("lays", "the", "blame"): "say",
    ("shared", "with"): "act",
}  # fmt: skip
# By their first word.
PHRASES = {first: [(phrase, kind) for phrase, kind in _PHRASES.items() if phrase[0] == first] for first, *_ in _PHRASES}

ADVERBS = _words(
    """also later then further again repeatedly reportedly recently earlier once has had have is was were be been being
    already now still even only never just strongly firmly openly publicly categorically flatly clearly explicitly
    nevertheless however therefore thus both themselves himself herself first finally reportedly in_turn meanwhile
    furthermore moreover separately officially specifically rightly simply"""
)
BE = _words("is was were be been being are am get got")
HAVE = _words("has had have")
NOT = _words(
    "not n't never neither nor to will would could should may might can cannot shall must did does do didn't don't"
)
# A clause begins with these; a name does not go beyond them.
OPENERS = _words(
    """and but or while whereas that because since as when where which who whom whose if although though after before
    so yet than until unless what whether how why for nor"""
)
RELATIVES = _words("who whom whose which that")
JOINED = _words("and or")
DETERMINERS = _words(
    "the a an his her their its this these those one some another both our my several many two three all"
)
PREPOSITIONS = _words(
    """on in at during after before by with for from under following despite according amid among against about over
    through throughout within without upon to into of since until between"""
)
PRONOUNS: dict[str, str] = {"he": "he", "she": "she", "it": "it", "they": "they", "both": "they"}
FIRST_PERSONS = _words("i we you there who this that which what nobody no-one none nothing")

TITLES = _words(
    """president presidents minister ministers premier premiers chancellor king queen sultan emir amir sheikh shaykh
    prince princess crown spokesman spokeswoman spokesperson spokesmen adviser advisers advisor secretary ambassador
    ambassadors envoy envoys general colonel admiral commander chief head mayor governor commissioner director chairman
    chairwoman chair speaker senator deputy mr mrs ms miss dr sir lady pope patriarch leader leaders official officials
    diplomat diplomats source sources side sides parties negotiator negotiators lawmaker captain professor
    analyst analysts expert experts aide aides counterpart guest host judge prosecutor majesty excellency highness
    coordinator representative representatives delegate delegates delegation journalist journalists reporter
    witness witnesses residents chairperson vice-president inspector inspectors monitors marshal lieutenant major
    foreign defence defense prime ayatollah imam participants couple pair duo ruler monarch
    men women man woman people two both three presidency's"""
) - _words("presidency's foreign defence defense prime crown men women man woman people two both three major general's")
# After one of these a name follows that is a person's.
BEFORE_NAME = TITLES - _words("official officials source sources side sides parties people witness witnesses residents")
FEMALE = _words("mrs ms miss queen princess spokeswoman chairwoman lady")
MALE = _words("mr king sultan emir amir sheikh shaykh prince spokesman sir pope patriarch imam ayatollah")
MANY = _words(
    """presidents ministers leaders officials sides parties envoys advisers ambassadors diplomats sources experts
    both negotiators representatives delegates journalists witnesses residents analysts aides inspectors monitors
    participants delegations countries governments men"""
)
# Officials of the second rank: what they say is not in their leader's statement.
OFFICIALS = _words(
    """spokesman spokeswoman spokesperson minister adviser advisor ambassador general secretary official officials source
    sources envoy commander mayor analyst diplomat expert aide journalist"""
)

TEXTS = _words(
    """statement statements readout communique communiqué declaration release account version report record records
    announcement message letter transcript note post information text bulletin"""
)
OFFICES = _words(
    """office service presidency ministry kremlin palace house government department embassy council cabinet
    administration secretariat command commission headquarters authority exchange agency nations union bank company
    organisation organization committee court army navy parliament senate élysée elysee pentagon chancellery police
    institute centre center foundation group alliance coalition front movement federation association board bureau
    staff forces directorate operator hospital university court mission programme program operator court's"""
)
AGENCIES = _words(
    """tass reuters afp ap interfax xinhua anadolu wafa spa mena sana irna upi dpa efe ansa kyodo yonhap ria petra bna qna
    kuna wam tap aps map bloomberg cnn bbc"""
)
AGENCY_ENDINGS = (
    "news agency", "press agency", "press", "newspaper", "television", "tv", "news", "radio", "broadcaster", "media",
    "daily", "channel", "wire", "times", "post", "weekly",
)  # fmt: skip

# "According to plan": nobody says it.
NO_SOURCES = _words(
    """agreement agreements deal plan plans schedule timetable law laws treaty constitution rules protocol terms
    resolution resolutions calendar need needs principle principles contract convention charter criteria standards
    procedure procedures tradition custom roadmap decree article section paragraph chapter annex
    regulation regulations size age type wishes"""
)
TIMES = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight morning evening afternoon night week month
    year late early earlier later last next this"""
)
ADDRESSEES = _words(
    "reporters journalists parliament lawmakers the television a broadcaster newspaper agency state local"
)
# What happens only if or once it is said has not been said.
CONDITIONS = _words("until if unless once when whenever till")
REASONS = _words("because since after before as")
# Before a colon, they name nobody.
LABELS = _words("source sources question answer place date time subject topic note")
# An aside tells when, where and to whom something is said: "..., Paris said in a statement on Monday".
_SETTINGS = _words(
    "statement interview briefing conference news visit speech address letter post call meeting televised joint"
)
ASIDE = TIMES | PREPOSITIONS | ADDRESSEES | DETERMINERS | _SETTINGS

# What these make of several lists.
VERBS = SAYING | ACTING | CLAUSAL | BE | HAVE
SOURCES = TEXTS | OFFICES
CLOSED = PREPOSITIONS | OPENERS | FIRST_PERSONS | frozenset(PRONOUNS)
NAMING = DETERMINERS | TITLES
HEAD_ENDS = PREPOSITIONS | RELATIVES | {"of", "issued", "released"}
# What may stand before a subject, and what does not belong to one that stands after its verb.
BEFORE_SUBJECT = (ADVERBS | TIMES | {"yes", "no", "and", "but"}) - DETERMINERS
AFTER_SUBJECT = (PREPOSITIONS - {"of"}) | TIMES | OPENERS
