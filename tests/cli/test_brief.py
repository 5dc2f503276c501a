"""`readout brief`, as a person and a script run it: golden files in both languages, and each quote word for word."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from benchmarks.briefing import GOLD
from index.manifest import read_manifest

if TYPE_CHECKING:
    from tests.cli.conftest import Readout

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
TEXTS = {document.id: document.text for document in read_manifest(ROOT / GOLD / "g")}
# Both sides of one event, what one of them leaves out, and hard line ends inside quotes.
PERIOD = ("--since", "2024-10-01", "--until", "2024-10-31")
KINDS = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}


@pytest.fixture(scope="session")
def briefed_home(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A home whose library is the set ``g``; only read."""
    from tests.cli.conftest import Readout  # noqa: PLC0415 - the class, which the fixtures make

    home = tmp_path_factory.mktemp("briefed") / "home"
    made = Readout(home, home.parent, cache)("add", ROOT / GOLD / "g" / "manifest.json")
    assert made.code == 0, made.err
    return home


@pytest.fixture
def briefed(readout: Readout, briefed_home: Path) -> Readout:
    return type(readout)(briefed_home, readout.folder, readout.cache)


def golden(name: str, shown: str) -> str:
    """What a golden file holds; with READOUT_GOLDEN set it is written first, to be read before it is committed."""
    file = GOLDEN / name
    if os.environ.get("READOUT_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8", newline="")
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()


@pytest.mark.parametrize("in_format", KINDS)
@pytest.mark.parametrize("language", ["en", "ar", "both"])
def test_it_prints_what_the_golden_file_holds(briefed: Readout, language: str, in_format: str) -> None:
    ran = briefed("brief", *PERIOD, "--language", language, "--format", in_format)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == golden(f"brief.{language}.{KINDS[in_format]}", ran.out)


def test_each_place_in_the_text_is_that_of_the_quote_above_it(briefed: Readout) -> None:
    shown = briefed("brief", *PERIOD).out
    places = re.findall(r"^ +(g-[\w.-]+):(\d+)-(\d+)$", shown, re.MULTILINE)
    assert len(places) >= 8
    for document, start, end in places:
        quote = TEXTS[document][int(start) : int(end)]
        assert f"{quote}\n" in shown


def test_each_quote_in_the_json_is_word_for_word_and_attributed(briefed: Readout) -> None:
    record = json.loads(briefed("brief", *PERIOD, "--format", "json", "--language", "both").out)
    lines = [line for section in record["sections"] for line in section["lines"]]
    cited = [one for line in lines for one in (line["told"], *line["same"], *line["other_side"])]
    assert len(cited) >= 8
    for one in cited:
        assert one["quote"] == TEXTS[one["document"]][one["start"] : one["end"]]
        assert set(one["attribution"]) == {"ar", "en"}
        assert all(attribution["text"] for attribution in one["attribution"].values())
    assert sum(len(one["quote"]) for one in cited) <= record["length"] == 1500
    assert [line["not_mentioned_by"] for line in lines if line["not_mentioned_by"]] == [["g-ghadira-2024-10-17.ar"]]


class _Quotes(HTMLParser):
    """The quotes of a page, each with its language and direction; and whether all that is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.quotes: list[tuple[str | None, str | None, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            return
        self.open.append(tag)
        if tag == "blockquote":
            told = dict(attrs)
            self.quotes.append((told["lang"], told["dir"], ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "blockquote":
            language, direction, text = self.quotes[-1]
            self.quotes[-1] = (language, direction, text + data)


def test_the_page_holds_each_quote_in_its_own_direction(briefed: Readout) -> None:
    page = briefed("brief", *PERIOD, "--format", "html", "--language", "ar").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    parser = _Quotes()
    parser.feed(page)
    assert parser.open == []
    assert {(language, direction) for language, direction, _ in parser.quotes} == {("ar", "rtl"), ("en", "ltr")}
    assert all(any(quote in text for text in TEXTS.values()) for _, _, quote in parser.quotes)
    assert len(parser.quotes) >= 8


def test_markdown_reads_as_the_quotes_are_written(briefed: Readout) -> None:
    tokens = MarkdownIt("commonmark").parse(briefed("brief", *PERIOD, "--format", "markdown").out)
    kinds = {token.type for token in tokens}
    assert not kinds & {"bullet_list_open", "ordered_list_open", "html_block", "code_block", "hr"}
    quotes = []
    for token, inline in zip(tokens, tokens[2:], strict=False):
        if token.type == "blockquote_open":
            shown = "".join("\n" if child.type == "hardbreak" else child.content for child in inline.children or [])
            quotes.append(shown)
    assert len(quotes) >= 8
    assert all(any(quote in text for text in TEXTS.values()) for quote in quotes)


def test_it_is_written_to_a_file_as_it_is_printed(briefed: Readout, tmp_path: Path) -> None:
    for in_format, ending in KINDS.items():
        file = tmp_path / f"briefing.{ending}"
        ran = briefed("brief", *PERIOD, "--format", in_format, "--output", file)
        assert (ran.code, ran.out, ran.err) == (0, f"wrote {file}\n", "")
        printed = briefed("brief", *PERIOD, "--format", in_format).out
        assert file.read_bytes().decode() == printed


def test_a_file_that_cannot_be_written_is_named(briefed: Readout, tmp_path: Path) -> None:
    ran = briefed("brief", "--output", tmp_path / "none" / "briefing.txt")
    assert (ran.code, ran.out) == (1, "")
    assert re.fullmatch(r"readout: .*briefing\.txt cannot be written: No such file or directory\n", ran.err)


def test_without_a_subject_or_a_period_it_is_the_newest_event(briefed: Readout) -> None:
    record = json.loads(briefed("brief", "--format", "json").out)
    assert record["documents"] == ["g-gulzar-2024-12-09.en"]
    assert record["languages"] == ["en"]


def test_a_subject_in_arabic_is_told_in_arabic_across_languages(briefed: Readout) -> None:
    shown = briefed("brief", "القمح").out
    assert shown.startswith("إحاطة: القمح · ")
    assert "900,000 tonnes of wheat" in shown
    assert "900 ألف طن من القمح" in shown


def test_nothing_to_tell_is_said(briefed: Readout) -> None:
    assert briefed("brief", "volcanoes").out == "Briefing: volcanoes · 0 readouts\n\nThere is nothing to tell.\n"
    shown = briefed("brief", "--until", "2000-01-01", "--language", "ar").out
    assert shown == "إحاطة · بلا وثائق\n\nلا شيء يُذكر.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--since", "2025-01-02", "--until", "2025-01-01"), "--until is before --since"),
        (("--since", "yesterday"), "'yesterday' does not match"),
        (("--length", "10"), "greater than or equal to 200"),
        (("--format", "pdf"), "'pdf' is not one of"),
        (("--language", "fr"), "'fr' is not one of"),
        ((" ",), "SUBJECT"),
    ],
)
def test_wrong_use_is_told(briefed: Readout, arguments: tuple[str, ...], told: str) -> None:
    ran = briefed("brief", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_terminal_shows_the_same_words(briefed: Readout) -> None:
    shown = briefed.on_a_terminal("brief", *PERIOD).out
    plain = re.sub(r"\x1b\[[?\d;]*[a-z]", "", shown)
    assert "Grain and food" in plain
    assert "The readout of رئاسة جمهورية غديرة does not mention this." in plain
    assert shown.startswith("\x1b[?2501h")
    assert shown.rstrip().endswith("\x1b[?2501l")
