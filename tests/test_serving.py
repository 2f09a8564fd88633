"""The only home of production's server as a whole: it outlives its workers and PostgreSQL, and says what it lacks."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
import requests
from django.db import connection

from tests.cut_off import Way, way_to_postgres

ROOT = Path(__file__).parents[1]
THREADS = 3
PATIENCE = 120  # seconds in which something has to happen, on the slowest machine
pytestmark = pytest.mark.xdist_group("serving")


@dataclass
class Server:
    origin: str
    process: psutil.Process
    way: Way

    def workers(self) -> set[int]:
        """The processes that serve, without one that has ended and one that only cleans up."""
        found = set()
        for child in self.process.children():
            # It may end between any two looks at it.
            with suppress(psutil.NoSuchProcess):
                if child.status() != psutil.STATUS_ZOMBIE and "resource_tracker" not in " ".join(child.cmdline()):
                    found.add(child.pid)
        return found

    def get(self, path: str) -> requests.Response:
        # What comes later than this has not come.
        return requests.get(f"{self.origin}{path}", headers={"X-Forwarded-Proto": "https"}, timeout=20)

    def ask(self, query: str = "{ goals(locale: en) { number } }") -> requests.Response:
        headers = {"X-Forwarded-Proto": "https"}
        return requests.post(f"{self.origin}/graphql/", json={"query": query}, headers=headers, timeout=20)

    def answers(self) -> bool:
        try:
            return self.ask().status_code == 200 and self.get("/health/").status_code == 200
        except requests.ConnectionError:
            return False


def wait_until(claim) -> None:
    deadline = time.monotonic() + PATIENCE
    while not claim():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def production(database: str, **environment: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH")},  # noqa: TID251
        "SECRET_KEY": "9wXo4!c2Lq8#Zr5vT1@hKm7$Yb3^Nf6&Jd0*Gs-Pe+Ua=Wi_tests_only",
        "DATABASE_URL": database,
        "ALLOWED_HOSTS": "localhost",
        "FRONTEND_ORIGIN": "https://example.org",
        "WORKER_THREADS": str(THREADS),
        **environment,
    }


def address_of(way: Way) -> str:
    server = connection.settings_dict
    account = f"{server['USER']}:{server['PASSWORD']}" if server["PASSWORD"] else server["USER"]
    return f"postgres://{account}@127.0.0.1:{way.port}/{server['NAME']}"


@pytest.fixture
def way(commits: None) -> Iterator[Way]:
    with way_to_postgres() as way:
        yield way


@pytest.fixture
def server(way: Way) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "cms.serve"], cwd=ROOT, env=production(address_of(way), PORT=str(port), WORKERS="2")
    )
    server = Server(f"http://localhost:{port}", psutil.Process(process.pid), way)
    try:
        wait_until(server.answers)
        yield server
    finally:
        way.cut()
        process.terminate()
        process.wait(timeout=PATIENCE)


def test_worker_that_dies_is_replaced_and_the_others_go_on(server):
    killed, other = sorted(server.workers())
    psutil.Process(killed).kill()
    wait_until(lambda: len(server.workers() - {killed}) == 2)
    assert other in server.workers()
    wait_until(server.answers)
    psutil.Process(other).kill()
    wait_until(lambda: len(server.workers() - {killed, other}) == 2 and server.answers())


def test_without_postgresql_every_answer_is_soon_a_503_and_with_it_all_is_as_before(server):
    server.way.cut()
    refused = server.ask()
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    [error] = refused.json()["errors"]
    assert error["extensions"] == {"code": "UNAVAILABLE"}
    for path, kind in {
        "/robots.txt": "text/plain",
        "/sitemap.xml": "text/plain",
        "/health/?format=json": "json",
    }.items():
        answer = server.get(path)
        assert (answer.status_code, kind in answer.headers["Content-Type"]) == (503, True), path
    # More than there are threads, each of which would wait; and one request that would wait sixty times.
    aliases = " ".join(f"a{number}: home(locale: en) {{ id }}" for number in range(60))
    with ThreadPoolExecutor(30) as clients:
        answers = [answer.status_code for answer in clients.map(server.ask, [f"{{ {aliases} }}"] * 30)]
    assert answers == [503] * 30
    server.way.open()
    wait_until(server.answers)


def test_worker_that_is_killed_under_load_takes_only_the_requests_of_its_life_along(server):
    """Until the kernel has closed all its sockets a client may come to it twice; afterwards everyone is answered."""
    enough, found = threading.Event(), []

    def load() -> None:
        while not enough.is_set():
            begun = time.monotonic()
            try:
                found.append((begun, server.ask().status_code))
            except requests.ConnectionError:
                found.append((begun, None))

    with ThreadPoolExecutor(THREADS) as clients:
        loading = [clients.submit(load) for _ in range(THREADS)]
        killed = min(server.workers())
        psutil.Process(killed).kill()
        # A process whose first thread has ended is a zombie already; it is gone when all have.
        wait_until(lambda: not psutil.pid_exists(killed))
        dead = time.monotonic()
        wait_until(lambda: len(server.workers() - {killed}) == 2)
        wait_until(lambda: sum(begun > dead for begun, _ in found) >= 20)
        enough.set()
        for client in loading:
            client.result()
    assert {status for _, status in found} <= {200, None}
    assert {status for begun, status in found if begun > dead} == {200}


def test_idle_visitors_keep_no_one_out(server):
    """More connections than the server has threads for, each of which was answered and stays open."""
    idle = [requests.Session() for _ in range(20 * THREADS)]
    for session in idle:
        assert session.get(f"{server.origin}/health/", timeout=20).status_code == 200
    assert server.answers()
    for session in idle:
        session.close()


def test_sessions_of_the_server_do_not_compile_and_do_not_take_for_ever(way):
    program = """
import cms.wsgi
from django.db import connection
with connection.cursor() as cursor:
    for name in ("jit", "statement_timeout", "application_name"):
        print(cursor.execute(f"SHOW {name}").fetchone()[0])
connection.close_pool()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=production(address_of(way) + "?application_name=mine"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["off", "10s", "mine"]


@pytest.mark.django_db
def test_sessions_of_tests_and_development_do_not_compile():
    with connection.cursor() as cursor:
        assert cursor.execute("SHOW jit").fetchone() == ("off",)
        assert cursor.execute("SHOW synchronous_commit").fetchone() == ("off",)
