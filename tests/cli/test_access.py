"""`readout access`, as a person runs it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.state.access import Access
from bot.state.database import FILE_NAME, Database

if TYPE_CHECKING:
    from tests.cli.conftest import Readout


def test_who_asks_is_let_in_by_code_and_shut_out_by_id(readout: Readout) -> None:
    database = Database(readout.home / FILE_NAME)
    word = Access(database).tell(-1005, "Desk", "en", 1, wants_code=True, again=timedelta(hours=1))
    database.close()
    assert word is not None
    assert word.code is not None

    listed = readout("access", "list")
    let_in = readout("access", "allow", word.code.lower(), "7")
    shut_out = readout("access", "deny", "--", "-1005")
    after = readout("access", "list")

    assert (listed.code, listed.out, listed.err) == (0, f"asks\t-1005\tDesk\t{word.code}\n", "")
    assert (let_in.code, let_in.out) == (0, "let in\t-1005\tDesk\nlet in\t7\t\n")
    assert (shut_out.code, shut_out.out) == (0, "shut out\t-1005\tDesk\n")
    assert set(after.out.splitlines()) == {"shut out\t-1005\tDesk", "let in\t7"}


def test_what_cannot_be_decided_is_told(readout: Readout) -> None:
    unknown = readout("access", "allow", "BCDF-GHJK")
    administrator = readout("access", "deny", "7", settings={"READOUT_ADMINS": "7"})
    nobody = readout("access", "deny")

    assert (unknown.code, unknown.err) == (
        1,
        "readout: there is no code BCDF-GHJK, or it is no longer good: ask for a new one\n",
    )
    assert administrator.err == "readout: 7 is an administrator and cannot be shut out: take it out of READOUT_ADMINS\n"
    assert (nobody.code, "say whom: readout access deny CODE or ID" in nobody.err) == (2, True)
