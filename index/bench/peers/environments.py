"""A virtual environment for each system, made once and used again."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from index.bench.peers.catalog import Peer
from index.bench.peers.errors import PeerError

_INSTALLED = "installed.txt"


def interpreter(peer: Peer, folder: Path) -> Path:
    """The Python that runs ``peer``; its environment below ``folder`` is made anew when its pins have changed.

    Raises :class:`PeerError` if something can't be installed.
    """
    if not peer.requirements:
        return Path(sys.executable)
    environment = folder / peer.name
    python, marker = environment / "bin" / "python", environment / _INSTALLED
    pins = "".join(f"{one}\n" for one in peer.requirements)
    if python.exists() and marker.exists() and marker.read_text(encoding="utf-8") == pins:
        return python
    venv.create(environment, clear=True, with_pip=True)
    _install(python, peer)
    marker.write_text(pins, encoding="utf-8")
    return python


def _install(python: Path, peer: Peer) -> None:
    command: Sequence[str] = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    done = subprocess.run((*command, *peer.requirements), capture_output=True, text=True, check=False)
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["pip said nothing"]
        raise PeerError(
            f"{peer.title} can't be installed ({reason[0]}). Check the pins in {Path(__file__).with_name('catalog.py')}"
            " and that packages can be downloaded, or leave it out with --systems."
        )
