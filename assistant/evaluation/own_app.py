"""The app as a process of its own, on a free port, with what it takes of time and memory."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from assistant.errors import AssistantError
from assistant.settings import ROOT, environment_of

PATIENCE_S = 120.0


@dataclass(frozen=True)
class OwnApp:
    """A running app. ``first_page``: seconds from its start to its first page."""

    address: str
    pid: int
    first_page: float

    def memory_mb(self, peak: bool = False) -> float:
        """Resident memory now, or the most there was, in MB; Linux only, elsewhere not a number."""
        status = Path(f"/proc/{self.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        kilobytes = [line.split()[1] for line in lines if line.startswith("VmHWM" if peak else "VmRSS")]
        return int(kilobytes[0]) / 1000 if kilobytes else float("nan")


@contextmanager
def own_app(**settings: object) -> Iterator[OwnApp]:
    """Starts ``app.py`` with the settings of this process, or others, and stops it in the end.

    Raises ``AssistantError`` if it does not come up.
    """
    port = free_port()
    with TemporaryDirectory() as directory:
        own = {"port": port, "host": "127.0.0.1", "feedback": Path(directory) / "feedback.jsonl"}
        environment = environment_of(**own, **settings)
        started = time.perf_counter()
        command = [sys.executable, str(ROOT / "app.py")]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, process)
            yield OwnApp(address, process.pid, time.perf_counter() - started)
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.perf_counter() + PATIENCE_S
    while process.poll() is None and time.perf_counter() < deadline:
        try:
            with urlopen(f"{address}/", timeout=PATIENCE_S) as page:  # noqa: S310 - our own
                page.read()
            return
        except URLError:
            time.sleep(0.02)
    raise AssistantError("the app did not come up: run python app.py to see why")
