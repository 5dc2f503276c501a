"""How light an answer is: a second `readout ask` as a whole process, beside the bare script, and a warm question.

    python benchmarks/light.py [RUNS]

Prints the median and the slowest of RUNS (default 9) runs of each, taken in turn, and the memory of the largest.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "when was the last call?"
WARM = (
    "when was the last call?",
    "متى كانت آخر مكالمة؟",
    "What did they say about Iran?",
    "ما شروط بوتين للسلام؟",
) * 25


def run(command: list[str]) -> tuple[float, int]:
    """Seconds and kilobytes of a command as a whole process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed")
    return time.perf_counter() - started, usage.ru_maxrss


def main(runs: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        ask = [sys.executable, "-m", "bot", "ask", "--library", folder]
        commands = {
            "readout ask": [*ask, QUESTION],
            "bare script": [
                sys.executable,
                str(ROOT / "benchmarks/bare.py"),
                str(next((ROOT / "seeds").glob("*.txt"))),
                QUESTION,
            ],
        }
        figures: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
        for command in commands.values():
            run(command)
        for _ in range(runs):
            for name, command in commands.items():
                figures[name].append(run(command))
        for name, taken in figures.items():
            seconds = [one[0] for one in taken]
            memory = max(one[1] for one in taken) // 1024
            print(f"{name}: median {statistics.median(seconds):.2f} s, slowest {max(seconds):.2f} s, {memory} MB")
        ratio = statistics.median(ours[0] / bare[0] for ours, bare in zip(*figures.values(), strict=True))
        print(f"readout ask takes {ratio:.2f} of the bare script, run by run")
        lines = subprocess.run(
            [*ask, "--json", "-"], input="\n".join(WARM), capture_output=True, text=True, check=True
        ).stdout.splitlines()
        warm = sorted(json.loads(line)["elapsed_ms"] for line in lines)
        print(
            f"a warm question: median {statistics.median(warm):.1f} ms, 95th percentile {warm[int(0.95 * len(warm))]:.1f} ms"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
