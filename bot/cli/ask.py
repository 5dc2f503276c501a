"""`readout ask`: questions in, answers out, for a person or for a script."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.answer.answerer import Answerer
from bot.answer.question import explain
from bot.cli.options import LibraryOption, open_library, read_settings
from bot.cli.record import AnswerRecord
from bot.cli.show import show_answer
from index.errors import QuestionError, ReadoutError
from index.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Iterable


def ask(
    question: Annotated[
        str, typer.Argument(help="The question, in Arabic or English; - reads one a line from standard input.")
    ],
    library: LibraryOption = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a question.")] = False,
) -> None:
    """Answer a question with the passages it is answered from."""
    opened = open_library(read_settings(library), seeded=True)
    opened.warm()
    answerer = Answerer(opened)
    # Bytes of the command line that are not UTF-8 come as lone surrogates.
    questions = _lines() if question == "-" else [question.encode("utf-8", "replace").decode()]
    for asked in questions:
        if as_json:
            _print_record(answerer, asked)
        else:
            _print_answer(answerer, asked, stop=question != "-")


def _lines() -> Iterable[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _print_record(answerer: Answerer, asked: str) -> None:
    started = time.perf_counter()
    try:
        record = AnswerRecord.of(asked, answerer.answer(asked), time.perf_counter() - started)
    except QuestionError as error:
        language = detect_language(asked)
        sys.stderr.write(f"readout: {explain(error, language)}\n")
        record = AnswerRecord(
            question=asked,
            language=language,
            status="not_found",
            confidence=0.0,
            answer=None,
            value=None,
            citations=(),
            elapsed_ms=0.0,
        )
    sys.stdout.write(record.model_dump_json() + "\n")
    sys.stdout.flush()


def _print_answer(answerer: Answerer, asked: str, *, stop: bool) -> None:
    try:
        answer = answerer.answer(asked)
    except QuestionError as error:
        told = explain(error, detect_language(asked))
        if stop:
            raise ReadoutError(told) from None
        sys.stderr.write(f"readout: {told}\n")
        return
    show_answer(answer, Console())
