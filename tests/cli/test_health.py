"""`readout health`: a table or JSON, and a status; also where nothing runs."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from bot.state.database import FILE_NAME, Database
from bot.state.replicas import Replicas

if TYPE_CHECKING:
    from tests.cli.conftest import Readout


def test_where_nothing_serves_the_status_is_1(readout: Readout) -> None:
    ran = readout("health")

    assert (ran.code, ran.err) == (1, "")
    rows = ran.out.splitlines()
    assert rows[:4] == ["ready       no", "serving     nothing", "Telegram    not heard", "waiting     0 update(s)"]
    assert rows[-1] == "PROBLEM     no process serves: start it with `readout run`"


def test_where_all_is_well_the_status_is_0(readout: Readout) -> None:
    readout.home.mkdir(parents=True, exist_ok=True)
    database = Database(readout.home / FILE_NAME)
    replicas = Replicas(database)
    replicas.beat("polling", heard_at=None)
    unheard = readout("health", "--json")
    replicas.beat("polling", heard_at=time.time())
    ran = readout("health", "--json")
    (living,) = replicas.living()
    replicas.leave()
    database.close()

    assert (unheard.code, json.loads(unheard.out)["problems"]) == (1, ["Telegram was not heard yet"])
    assert (ran.code, ran.err) == (0, "")
    told = json.loads(ran.out)
    assert (told["ready"], told["mode"], told["replicas"], told["is_writable"]) == (True, "polling", 1, True)
    assert told["heard_seconds"] < 60
    assert living.process == os.getpid()
    assert readout("health").code == 1
