"""The service as the image runs it: another user than root, nothing to write to but a folder for what is passing."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import httpx
import pytest

from api.services import Services
from corpus.ingest import ingest
from tests.api.conftest import SAMPLES, settings_for
from tests.api.live import ROOT
from tests.corpus.postgres import Postgres, free_port
from tests.faults.fleet import Program, Replica

_USER = 10001
# A namespace of its own in which all is read-only. It may read what root's home holds, since Python may lie there.
_CONFINED = f"""
mount --make-rprivate / && mount -o remount,bind,ro / && mount -t tmpfs tmpfs /mnt && chmod 1777 /mnt && cd {ROOT} &&
exec setpriv --reuid {_USER} --regid {_USER} --clear-groups --inh-caps=-all,+dac_read_search \
 --ambient-caps=-all,+dac_read_search --bounding-set=-all,+dac_read_search --no-new-privs "$@"
"""


def _may_confine() -> bool:
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("setpriv"):
        return False
    command = ["unshare", "--mount", "sh", "-c", "mount --make-rprivate / && mount -o remount,bind,ro /"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _may_confine(), reason="needs to be root and to be allowed mount namespaces")
def test_it_answers_without_root_and_without_a_place_to_write(postgres: Postgres, tmp_path: Path) -> None:
    url, data_dir = postgres.new_database(), tmp_path / "data"
    services = Services(settings_for(data_dir, database_url=url))
    ingest(services.store, [str(SAMPLES)])
    services.bring_up()
    port = free_port()
    environment = {
        "FOOTNOTE_DATA_DIR": str(data_dir),
        "FOOTNOTE_DATABASE_URL": url,
        "FOOTNOTE_INDEXER": "separate",
        "FOOTNOTE_MODEL": "hash",
        "HOME": "/mnt",
        "TMPDIR": "/mnt",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    confined = ("unshare", "--mount", "sh", "-c", _CONFINED, "sh")
    program = Program(("serve", "--port", str(port)), environment, tmp_path / "log", prefix=confined)
    replica = Replica(program, f"http://127.0.0.1:{port}")
    replica.start()
    try:
        assert program.process is not None
        status = Path(f"/proc/{program.process.pid}/status").read_text()
        assert f"Uid:\t{_USER}\t{_USER}\t{_USER}" in status
        asked = {"question": "Can the Great Wall of China be seen from the Moon?"}
        assert httpx.post(f"{replica.url}/v1/ask", json=asked, timeout=60).json()["status"] == "answered"
        vote = {"answer_id": "a", "vote": "up", "question": asked["question"]}
        assert httpx.post(f"{replica.url}/v1/feedback", json=vote, timeout=60).status_code == 204
    finally:
        program.stop()
    assert program.process.returncode in (0, -signal.SIGTERM)
    assert "Read-only file system" not in program.log.read_text()
