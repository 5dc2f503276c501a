"""The command line, run as a person or a script runs it: a process of its own.

Where a test says nothing of the process but its arguments, its settings and what it is given, it is a copy of one that has
imported everything already, since most of a short command's time is that.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.copies import copies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Readout:
    """Runs `python -m bot` with a home, a working folder and settings of its own."""

    home: Path
    folder: Path
    cache: Path

    def environment(self, settings: Mapping[str, str]) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error::ResourceWarning",
            "OPENBLAS_NUM_THREADS": "1",
            "READOUT_HOME": str(self.home),
            "READOUT_CACHE": str(self.cache),
            **settings,
        }

    def command(self, arguments: Sequence[str | bytes | Path]) -> list[str | bytes | Path]:
        return [sys.executable, "-m", "bot", *arguments]

    def on_a_terminal(self, *arguments: str, settings: Mapping[str, str] | None = None, typed: str = "") -> Ran:
        """Run with a terminal for all three streams, and type on it; what it shows is in ``out``."""
        screen, terminal = pty.openpty()
        with subprocess.Popen(  # noqa: S603 - this project's own code
            self.command(arguments), stdin=terminal, stdout=terminal, stderr=terminal, cwd=self.folder,
            env=self.environment({"TERM": "xterm", "COLUMNS": "400", **(settings or {})}),
        ) as process:  # fmt: skip
            os.close(terminal)
            os.write(screen, typed.encode())
            shown = b""
            try:
                while part := os.read(screen, 65536):
                    shown += part
            except OSError:  # the other end is closed
                pass
            code = process.wait()
        os.close(screen)
        return Ran(code, shown.decode().replace("\r\n", "\n"), "")

    def __call__(
        self, *arguments: str | bytes | Path, given: bytes = b"", settings: Mapping[str, str] | None = None
    ) -> Ran:
        environment = self.environment(settings or {})
        if all(name.startswith("READOUT_") for name in settings or {}):
            code, out, err = copies(environment["PATH"]).run(arguments, given, self.folder, environment)
            return Ran(code, out.decode(), err.decode())
        done = subprocess.run(  # noqa: S603 - this project's own code
            self.command(arguments), input=given, capture_output=True, check=False, cwd=self.folder, timeout=120,
            env=environment,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def seeded_home(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """The home that a first question makes; only copied, never used."""
    home = tmp_path_factory.mktemp("seeded") / "home"
    made = Readout(home, home.parent, cache)("ask", "when was the last call?")
    assert made.code == 0, made.err
    return home


@pytest.fixture
def readout(tmp_path: Path, cache: Path) -> Readout:
    """Without a library yet."""
    return Readout(tmp_path / "home", tmp_path, cache)


@pytest.fixture
def seeded(readout: Readout, seeded_home: Path) -> Readout:
    """With a library of the seeds."""
    shutil.copytree(seeded_home, readout.home)
    return readout
