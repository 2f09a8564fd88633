"""The only home of the servers that are measured: `python -m cms.serve`, each with settings of its own."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from django.conf import settings

from tests.benchmark.processes import Family, MeasuringError
from tests.benchmark.questions import OURS, USUAL

SETTINGS = {OURS: "cms.settings.bench", USUAL: "tests.benchmark.usual.settings"}
PATIENCE = 180  # seconds until a server answers, on the slowest machine


@dataclass(frozen=True)
class Server:
    who: str
    port: int
    family: Family
    log: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/graphql/"

    def workers(self) -> set[int]:
        """The processes that answer; a new one means that another has ended."""
        children = self.family.root.children()
        return {child.pid for child in children if "resource_tracker" not in " ".join(child.cmdline())}

    def ask(self, body: str) -> dict[str, Any]:
        """One answer. Raise MeasuringError where it is none, or has errors."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        request = urllib.request.Request(
            f"http://localhost:{self.port}/graphql/", body.encode(), headers
        )  # this machine
        try:
            with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310  # likewise
                answer: dict[str, Any] = json.load(response)
        except urllib.error.HTTPError as error:
            raise MeasuringError(f"{error.code}: {error.read(500).decode(errors='replace')}") from None
        if "errors" in answer:
            raise MeasuringError(json.dumps(answer["errors"])[:500])
        return answer

    def answers(self) -> bool:
        try:
            self.ask(json.dumps({"query": "{ __typename }"}))
        except OSError:  # nobody listens yet
            return False
        return True


@contextmanager
def served(who: str, database: str) -> Iterator[Server]:
    """A server that answers, over the content of `database`, until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = Path(settings.BASE_DIR, "var", f"bench-{who}.log")
    log.parent.mkdir(exist_ok=True)  # made by the embedded PostgreSQL, where that is the server
    own = {"DJANGO_SETTINGS_MODULE": SETTINGS[who], "PORT": str(port), "BENCH_DATABASE": database}
    environment = {**os.environ, **own}  # noqa: TID251  # what the server is started with, not what this process reads
    with log.open("w") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "cms.serve"],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    server = Server(who, port, Family(psutil.Process(process.pid)), log)
    try:
        deadline = time.monotonic() + PATIENCE
        while not server.answers():
            if process.poll() is not None or time.monotonic() > deadline:
                raise MeasuringError(f"The server did not start. {log} ends:\n{log.read_text()[-2000:]}")
            time.sleep(0.2)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=60)
