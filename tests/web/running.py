"""The app as people run it: a process of its own, on a free port, with its own temporary files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from assistant.evaluation.own_app import free_port
from assistant.settings import ROOT

PATIENCE = 60
"""Seconds until a test gives up on a process."""


@dataclass(frozen=True)
class Reply:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    text: str


class App:
    """``python app.py``, started at once; ``ready()`` waits until it answers."""

    def __init__(self, temporary: Path, **environment: str) -> None:
        temporary.mkdir(exist_ok=True)
        self.temporary = temporary
        self.port = int(environment.get("ASSISTANT_PORT", free_port()))
        self.address = f"http://127.0.0.1:{self.port}"
        own = {"ASSISTANT_MODEL": "", "ASSISTANT_PORT": str(self.port), "TMPDIR": str(temporary)}
        # files, not pipes: a full pipe that nobody reads stops whoever writes to it
        self._said = [temporary.with_suffix(f".{name}") for name in ("out", "err")]
        with self._said[0].open("w") as out, self._said[1].open("w") as err:
            self.process = subprocess.Popen(
                [sys.executable, "app.py"],
                cwd=ROOT,
                env={**os.environ, **own, **environment},
                stdout=out,
                stderr=err,
            )

    def ready(self) -> App:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.get("/healthz")
            except OSError:
                assert self.process.poll() is None, self.said
                assert time.monotonic() < deadline
                time.sleep(0.05)
            else:
                return self

    def get(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Reply:
        """The path goes out as it is written: nobody tidies ``..`` away."""
        response = self.open(path, method, body, **headers)
        names = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, names, response.read().decode("utf-8", "replace"))

    def open(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        data = None if body is None else body.encode()
        connection.request(method, path, data, {name.replace("_", "-"): headers[name] for name in headers})
        return connection.getresponse()

    def stop(self, end: signal.Signals = signal.SIGINT, patience: float = PATIENCE) -> tuple[int, str, str]:
        self.process.send_signal(end)
        return self.ended(patience)

    def ended(self, patience: float = PATIENCE) -> tuple[int, str, str]:
        """The exit code and what was said to standard output and standard error."""
        try:
            code = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it was still running after {patience} s") from None
        out, err = self.said
        return code, out, err

    @property
    def said(self) -> tuple[str, str]:
        """What came to standard output and standard error so far."""
        out, err = (file.read_text("utf-8") for file in self._said)
        return out, err

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
