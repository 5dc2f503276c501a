"""The files for deployment and the page that tells of them: what can be run is run, what can be parsed is."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from bot.cli import _COMMANDS, TOKEN_REJECTED
from bot.settings import Settings
from bot.telegram.app import _STOP_SECONDS

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "docs" / "deploy"
PAGE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
UNIT = (DEPLOY / "readout.service").read_text(encoding="utf-8")
SETTINGS = {str(field.validation_alias) for field in Settings.model_fields.values()}
# Of other programs, and set here for them.
OTHERS = {"OPENBLAS_NUM_THREADS", "PYTHONUNBUFFERED", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"}


def instructions(dockerfile: str) -> list[tuple[str, str]]:
    """The instructions of a Dockerfile in order, each with its arguments on one line."""
    lines = "\n".join(line for line in dockerfile.splitlines() if not line.startswith("#"))
    joined = re.sub(r"\\\n\s*", "", lines)
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in joined.splitlines() if line.strip())]


def ignored(path: str) -> bool:
    """Whether the build does not see a file; the last pattern that fits decides, as Docker has it."""
    patterns = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    verdict = False
    for pattern in (line for line in patterns if line and not line.startswith("#")):
        bare = pattern.removeprefix("!")
        parents = [path, *map(str, Path(path).parents)]
        anywhere = bare.removeprefix("**/")
        if any(fnmatch(one, bare) or (bare != anywhere and fnmatch(Path(one).name, anywhere)) for one in parents):
            verdict = not pattern.startswith("!")
    return verdict


def test_the_image_holds_what_is_installed_and_no_secret() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()  # noqa: S607
    seen = {file for file in files if not ignored(file)}

    assert {file.partition("/")[0] for file in seen} == {
        "LICENSE", "NOTICE", "README.md", "bot", "constraints.txt", "index", "prompts", "pyproject.toml", "seeds",
    }  # fmt: skip
    assert all(map(ignored, [".env", "bot/.env", "seeds/.env.local", ".git/config", "bot/__pycache__/a.pyc", "home/x"]))
    assert not re.search("TELEGRAM_BOT_TOKEN|^ARG", DOCKERFILE, re.MULTILINE)


def test_the_container_runs_the_bot_as_nobody_in_particular() -> None:
    last = instructions(DOCKERFILE[DOCKERFILE.rindex("\nFROM") :])
    order = [name for name, _ in last]
    told = dict(last)

    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", told["USER"])
    assert order.index("USER") > max(number for number, name in enumerate(order) if name in {"RUN", "COPY"})
    assert (told["ENTRYPOINT"], told["CMD"], told["VOLUME"]) == ('["readout"]', '["run"]', "/data")
    assert "READOUT_HOME=/data" in told["ENV"]
    assert told["HEALTHCHECK"].endswith('CMD ["readout", "health"]')


def test_the_compose_file_takes_from_the_container_what_it_does_not_need() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    (bot,) = compose["services"].values()
    (user,) = (rest for name, rest in instructions(DOCKERFILE) if name == "USER")

    assert (bot["read_only"], bot["cap_drop"], bot["security_opt"]) == (True, ["ALL"], ["no-new-privileges:true"])
    assert (bot["user"], bot["mem_limit"], bot["memswap_limit"]) == (user, "512m", "512m")
    assert "ports" not in bot
    assert "privileged" not in bot
    (volume,) = bot["volumes"]
    assert volume.partition(":")[0] in compose["volumes"]
    assert volume.partition(":")[2] == bot["environment"]["READOUT_HOME"] == "/data"
    assert bot["environment"].keys() <= SETTINGS
    assert (DEPLOY / bot["build"]["context"]).resolve() == ROOT
    assert (ROOT / bot["build"]["dockerfile"]).samefile(DEPLOY / "Dockerfile")
    assert (DEPLOY / bot["env_file"]).resolve() == ROOT / ".env"
    assert int(bot["stop_grace_period"].rstrip("s")) > _STOP_SECONDS + 5


def test_the_unit_stops_the_bot_gently_and_does_not_restart_what_no_restart_mends() -> None:
    assert float(*re.findall(r"^TimeoutStopSec=(\d+)$", UNIT, re.MULTILINE)) > _STOP_SECONDS + 5
    assert str(TOKEN_REJECTED) in re.findall(r"^RestartPreventExitStatus=(.*)$", UNIT, re.MULTILINE)[0].split()
    assert set(re.findall(r"\b([A-Z]+(?:_[A-Z]+)+_?|PYTHON[A-Z]+)=", UNIT)) <= SETTINGS | OTHERS


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_takes_the_unit_and_finds_it_little_exposed(tmp_path: Path) -> None:
    unit = tmp_path / "readout.service"
    unit.write_text(UNIT.replace("/opt/readout/venv/bin/readout", sys.executable), encoding="utf-8")

    verified = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)  # noqa: S603, S607
    told = (verified.stdout + verified.stderr).splitlines()
    assert [line for line in told if "readout.service" in line] == []
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(unit)]
    rated = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert rated.returncode == 0, rated.stdout[-200:]
    (told_level,) = re.findall(r"exposure as ([\d.]+) of 10", PAGE)
    # The weights differ a little from one version of systemd to the next.
    assert float(*re.findall(r"exposure level[^\n]*: ([\d.]+)", rated.stdout)) == pytest.approx(
        float(told_level), abs=0.5
    )


def test_every_command_and_file_and_setting_of_the_page_exists() -> None:
    shown = set(
        re.findall(r"^readout ([a-z]+)|venv/bin/readout ([a-z]+)|\bbot ([a-z]+)", "\n".join(blocks()), re.MULTILINE)
    )
    assert {name for names in shown for name in names if name} - {"readout"} <= set(_COMMANDS)
    linked = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", PAGE) if not link.startswith("http")]
    assert [link for link in linked if link and not (ROOT / "docs" / link).exists()] == []
    assert set(re.findall(r"\b(?:READOUT|TELEGRAM)_[A-Z_]+", PAGE)) <= SETTINGS
    for path in re.findall(r"/opt/readout/source/([\w./-]+)", PAGE):
        assert (ROOT / path).exists(), path


def test_a_shell_can_read_the_commands_of_the_page() -> None:
    assert len(blocks()) == 6
    for block in blocks():
        done = subprocess.run(["bash", "-n"], input=block, capture_output=True, text=True, check=False)  # noqa: S607
        assert (done.returncode, done.stderr) == (0, "")


def test_the_commands_on_the_library_answer(tmp_path: Path) -> None:
    shown = [line for line in blocks()[1].splitlines() if line.startswith("readout ")]
    assert len(shown) == 2
    for line in shown:
        ran = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bot", *shlex.split(line)[1:], "--library", str(tmp_path / "library")],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ran.returncode, bool(ran.stdout)) == (0, True), ran.stderr


def test_the_state_comes_back_from_a_backup(tmp_path: Path) -> None:
    (tmp_path / "var" / "readout").mkdir(parents=True)
    (tmp_path / "var" / "readout" / "bot.sqlite").write_bytes(b"all that was asked")
    saved, restored = (
        block.replace("/var/lib", f"{tmp_path}/var").replace("/root", str(tmp_path)) for block in blocks()[-2:]
    )
    restored = restored.replace("2025-07-01", "$(date +%F)")
    for block in (saved, "rm " + str(tmp_path / "var" / "readout" / "bot.sqlite"), restored):
        lines = "\n".join(line for line in block.splitlines() if not line.startswith("systemctl "))
        subprocess.run(["bash", "-e", "-c", lines], check=True)  # noqa: S603, S607

    assert (tmp_path / "var" / "readout" / "bot.sqlite").read_bytes() == b"all that was asked"
    assert list((tmp_path / "var" / "readout.before").iterdir()) == []


@pytest.mark.long
def test_the_image_can_be_built_as_it_says(tmp_path: Path) -> None:
    """Its own commands, in a folder instead of an image."""
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()  # noqa: S607
    for file in files:
        if not ignored(file):
            (tmp_path / "source" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, tmp_path / "source" / file)
    build = instructions(DOCKERFILE[: DOCKERFILE.rindex("\nFROM")])
    for line in (rest for name, rest in build if name == "RUN"):
        moved = line.replace("/opt/readout", str(tmp_path / "opt")).replace("/tmp/", f"{tmp_path}/")  # noqa: S108
        ran = subprocess.run(["bash", "-o", "pipefail", "-c", moved], cwd=tmp_path / "source", check=False)  # noqa: S603, S607
        assert ran.returncode == 0
    assert all(file.stat().st_mode & 0o044 == 0o044 for file in (tmp_path / "opt" / "cache").rglob("*.np?"))


def blocks() -> list[str]:
    """What the page has a shell do."""
    return re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
