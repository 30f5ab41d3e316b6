import re
from pathlib import Path

from index.bench.peers.catalog import BY_NAME, FOOTNOTE, PEERS

LOCK = Path(__file__).parents[4] / "requirements.lock"


def test_every_system_has_a_script_of_its_own() -> None:
    scripts = [peer.script for peer in (*PEERS, FOOTNOTE)]
    assert all(script.is_file() for script in scripts)
    assert len(set(scripts)) == len(PEERS) + 1 == len(BY_NAME) + 1


def test_every_requirement_is_pinned() -> None:
    assert all(re.fullmatch(r"[a-z0-9.-]+==[0-9.]+", one) for peer in PEERS for one in peer.requirements)


def test_what_footnote_runs_too_has_the_same_version() -> None:
    locked = dict(line.split("==") for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line)
    shared = {one for peer in PEERS for one in peer.requirements if one.split("==")[0] in locked}
    assert len(shared) >= 5
    for one in shared:
        name, version = one.split("==")
        assert locked[name].split("+")[0].split()[0] == version
