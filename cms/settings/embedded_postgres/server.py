"""The only home of starting, sharing and leaving the embedded server."""

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import psycopg

from cms.settings.embedded_postgres.installation import PORT, Installation
from cms.settings.embedded_postgres.locks import is_held_alone

DATABASE = "helsinki_smart_region"
BENCH = f"{DATABASE}_bench"  # what `make bench` fills, beside the demo
PROJECT = Path(__file__).resolve().parents[3]


class Server:
    def __init__(self, project: Path) -> None:
        self.installation = Installation(project)
        self._joining = threading.Lock()
        self._membership: int | None = None
        self._member: int | None = None
        self._keeper: subprocess.Popen[bytes] | None = None
        # Now and not when joining, so that what uses the server, and registers later, ends before it.
        atexit.register(self._leave)

    def join(self) -> None:
        """Make sure that the server answers, and that it goes on doing so until this process ends."""
        with self._joining:
            if self._membership is not None:
                return
            self.installation.home.mkdir(parents=True, exist_ok=True)
            with self.installation.starting_or_stopping.held():
                membership = self.installation.members.share()
                try:
                    self._ensure_running()
                except BaseException:
                    os.close(membership)
                    raise
            self._membership, self._member = membership, os.getpid()

    def _leave(self) -> None:
        # A forked child shares its parent's lock: it is no member of its own.
        if self._membership is None or self._member != os.getpid():
            return
        with self.installation.starting_or_stopping.held():
            last = is_held_alone(self._membership)
            os.close(self._membership)
        # When the last command returns, nothing is left behind, not even for a moment.
        # The limit is for a process that joins just now: the keeper then goes on.
        deadline = time.monotonic() + 5
        while last and not self.installation.keeper.is_free() and time.monotonic() < deadline:
            time.sleep(0.01)
        if self._keeper is not None and self.installation.keeper.is_free():
            self._keeper.wait()

    def _ensure_running(self) -> None:
        # Right after a kill -9 the old server's children may hold its memory for a moment.
        for _ in range(20):
            if self.installation.keeper.is_free():
                self._start()
            while not self.installation.keeper.is_free():
                if self._answers():
                    return
                time.sleep(0.02)
            time.sleep(0.5)
        last_words = self.installation.last_words()
        raise RuntimeError(f"PostgreSQL did not start. Set DATABASE_URL to use another one. {last_words}")

    def _start(self) -> None:
        self.installation.prepare()
        self._end_orphan()
        lock = self.installation.keeper.hold()
        with self.installation.log.open("a") as log:
            self._keeper = subprocess.Popen(
                [sys.executable, "-m", "cms.settings.embedded_postgres.keeper", str(self.installation.project)],
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                # Held from the first moment, and until it ends.
                pass_fds=[lock],
            )
        os.close(lock)

    def _end_orphan(self) -> None:
        """Clear away what is left of a server that lost its keeper."""
        pid_file = self.installation.data / "postmaster.pid"
        try:
            process = psutil.Process(int(pid_file.read_text().split()[0]))
            if str(self.installation.data) in process.cmdline():
                process.send_signal(signal.SIGINT)
                while pid_file.exists() and process.status() != psutil.STATUS_ZOMBIE:
                    time.sleep(0.05)
            else:
                # PostgreSQL takes any process with the number that it once had for itself.
                pid_file.unlink()
        except psutil.ZombieProcess:
            pid_file.unlink()
        except (FileNotFoundError, IndexError, ValueError, psutil.NoSuchProcess):
            return

    def _answers(self) -> bool:
        address = {"host": str(self.installation.socket_directory), "port": PORT, "user": "postgres"}
        try:
            with psycopg.connect(**address, dbname="postgres", autocommit=True, connect_timeout=5) as connection:
                known = {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
                for name in {DATABASE, BENCH} - known:
                    connection.execute(f"CREATE DATABASE {name}")
        except psycopg.OperationalError:
            return False
        return True


server = Server(PROJECT)


def database() -> dict[str, str]:
    """What the server is for Django."""
    return {
        "ENGINE": "cms.settings.embedded_postgres",
        "NAME": DATABASE,
        "USER": "postgres",
        "HOST": str(server.installation.socket_directory),
        "PORT": PORT,
    }
