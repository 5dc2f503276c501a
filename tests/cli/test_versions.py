"""`readout correct` and `versions`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Readout

OLD = "01.07.2025 22:10\nCall about ships\nShips left Odesa on Monday. The call was friendly. It rained.\n"
NEW = (
    "01.07.2025 22:10\nCall about ships\nShips left Odesa on Tuesday. The call was friendly. A delegation was there.\n"
)
CHANGED = (
    "  - Ships left Odesa on Monday.\n  + Ships left Odesa on Tuesday.\n  - It rained.\n  + A delegation was there.\n"
    "  3 unchanged, 1 reworded, 1 gone, 1 new\n"
)


def test_a_document_is_corrected_and_its_versions_are_shown(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "newer.txt").write_text(NEW, encoding="utf-8")
    assert readout("add", "call.txt", "--issuer", "The Office").code == 0
    corrected = readout("correct", "call", "newer.txt")
    assert (corrected.code, corrected.out, corrected.err) == (0, f"corrected call: it is now call-2\n{CHANGED}", "")
    # What the new file does not tell stays as it was.
    assert readout("list").out == "call-2\ten\t2025-07-01 22:10\tThe Office\tCall about ships\n"
    for named in ("call", "call-2"):
        shown = readout("versions", named)
        told = re.sub(r"(?<=call-2\t)\d{4}-\d\d-\d\d \d\d:\d\d", "NOW", shown.out)
        assert told == (
            f"call\t\t2025-07-01 22:10\tCall about ships\ncall-2\tNOW\t2025-07-01 22:10\tCall about ships\n{CHANGED}"
        )
    refused = readout("correct", "call", "newer.txt")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "readout: call was corrected: name its last version, `readout correct call-2`\n"
    removed = readout("remove", "call-2")
    assert (removed.code, removed.out) == (0, "removed call-2, and what it corrected: call\n")
    assert readout("versions", "call").err == "readout: no document call in the library: see `readout list`\n"


def test_what_is_told_with_a_correction_is_taken(readout: Readout, tmp_path: Path) -> None:
    (tmp_path / "call.txt").write_text(OLD, encoding="utf-8")
    assert readout("add", "call.txt").code == 0
    corrected = readout("correct", "call", "call.txt", "--side", "Ukraine", "--id", "mended", "--title", "Ships")
    assert (corrected.code, corrected.out) == (0, "corrected call: it is now mended\n  5 unchanged\n")
    assert readout("list").out == "mended\ten\t2025-07-01 22:10\t\tShips\n"
    taken = readout("correct", "mended", "call.txt", "--title", "Boats", "--id", "call")
    assert (taken.code, taken.err) == (1, "readout: there is a document call already: give another --id\n")
    same = readout("correct", "mended", "call.txt", "--title", "Ships")
    assert (same.code, same.err) == (1, "readout: nothing in it differs from mended: nothing was changed\n")
    assert readout("correct", "mended", "https://office.example/1").code == 2
    assert (
        readout("correct", "none", "call.txt").err == "readout: no document none in the library: see `readout list`\n"
    )
