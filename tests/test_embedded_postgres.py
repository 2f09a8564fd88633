"""The only home of who may stop the embedded server, and when it stops."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cms.settings.embedded_postgres.installation import Installation

JOIN_UNTIL_TOLD_TO_END = """
import sys
from pathlib import Path
from cms.settings.embedded_postgres.server import Server
Server(Path(sys.argv[1])).join()
print("joined", flush=True)
sys.stdin.read()
"""

Start = Callable[[], subprocess.Popen[str]]


@pytest.fixture
def project() -> Iterator[Path]:
    # Not pytest's own directory, which only the user that runs the tests can reach.
    directory = Path(tempfile.mkdtemp(prefix="embedded-postgres-", dir="/tmp"))
    directory.chmod(0o755)
    yield directory
    shutil.rmtree(Installation(directory).home, ignore_errors=True)
    shutil.rmtree(directory)


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    members = []

    def start_member() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", JOIN_UNTIL_TOLD_TO_END, str(project)]
        pipe = subprocess.PIPE
        members.append(subprocess.Popen(command, cwd=Path(__file__).parents[1], stdin=pipe, stdout=pipe, text=True))
        return members[-1]

    yield start_member
    for member in members:
        member.communicate()


def wait_until_joined(member: subprocess.Popen[str]) -> None:
    assert member.stdout.readline() == "joined\n"


def process_id(project: Path) -> str | None:
    file = Installation(project).data / "postmaster.pid"
    return file.read_text().split()[0] if file.exists() else None


def test_processes_that_start_at_once_share_one_server_which_the_last_one_stops(project, start):
    members = [start(), start(), start()]
    for member in members:
        wait_until_joined(member)
    server = process_id(project)
    for member in members:
        assert process_id(project) == server is not None
        member.communicate()
    assert process_id(project) is None


def test_killed_process_takes_its_server_along_and_the_next_one_starts_another(project, start):
    killed = start()
    wait_until_joined(killed)
    killed.kill()
    killed.wait()
    deadline = time.monotonic() + 10
    while process_id(project) is not None and time.monotonic() < deadline:
        time.sleep(0.02)
    assert process_id(project) is None
    wait_until_joined(start())
    assert process_id(project) is not None


def test_process_id_of_someone_else_is_not_taken_for_a_server(project, start):
    first = start()
    wait_until_joined(first)
    first.communicate()
    innocent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    (Installation(project).data / "postmaster.pid").write_text(
        f"{innocent.pid}\n{Installation(project).data}\n0\n5432\n\n\n\n"
    )
    wait_until_joined(start())
    assert innocent.poll() is None
    innocent.kill()
    innocent.wait()
