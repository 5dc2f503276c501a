"""`readout mend`: what is whole is left alone, what is damaged is mended or refused with what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.state.chats import Chats
from bot.state.database import FILE_NAME, Database

if TYPE_CHECKING:
    from tests.cli.conftest import Readout


def test_a_damaged_database_is_named_with_the_command_that_mends_it(readout: Readout) -> None:
    readout.home.mkdir(parents=True, exist_ok=True)
    path = readout.home / FILE_NAME
    assert readout("mend").out == f"there is no {path}: nothing to mend\n"
    database = Database(path)
    Chats(database).pin(5, "ar")
    database.close()
    assert readout("mend").out == f"{path} is whole: nothing to mend\n"

    path.write_bytes(path.read_bytes()[:-4096])
    refused = readout("health")
    assert (refused.code, refused.out) == (1, "")
    assert "stop the bot and mend it with `readout mend`, or put back a backup" in refused.err
    mended = readout("mend")
    assert (mended.code, mended.err) == (0, "")
    assert "chats\t1\n" in mended.out
    assert (
        f"{path} was mended with these rows; what could not be read is lost. The damaged file is {path}." in mended.out
    )
    database = Database(path)
    assert Chats(database).language(5) == "ar"
    database.close()
