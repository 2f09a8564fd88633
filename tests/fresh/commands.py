"""The only home of what is tried in a new root: the two commands, and whether anything is left behind by them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

PROJECT = Path(__file__).parents[2]
PORT = int(os.environ["PORT"])
CMS, SITE = f"http://localhost:{PORT}", f"http://localhost:{PORT + 1}"
MINUTES_TO_SET_UP = 30


def answer_of(address: str, body: object = None) -> str:
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(address, data, {"Content-Type": "application/json"}), timeout=60) as response:
        return response.read().decode()


def wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(MINUTES_TO_SET_UP * 60):
        if running.poll() is not None:
            sys.exit("make run ended by itself.")
        try:
            answer_of(address)
        except (URLError, OSError):
            time.sleep(1)
        else:
            return
    sys.exit(f"{address} does not answer.")


def processes() -> set[int]:
    return {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()}


def leaves_nothing_behind(command: Callable[[], None]) -> None:
    before = processes()
    command()
    deadline = time.monotonic() + 30
    while processes() - before and time.monotonic() < deadline:
        time.sleep(0.1)
    left = [Path(f"/proc/{number}/cmdline").read_text() for number in processes() - before]
    if left:
        sys.exit(f"{command.__name__} left processes behind: {left}")


def run() -> None:
    """`make run` until the admin, GraphQL and the site answer, and Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # where this runs in the background, it is ignored
    running = subprocess.Popen(["make", "run"], cwd=PROJECT, start_new_session=True)
    wait_for(f"{CMS}/health/", running)
    wait_for(f"{SITE}/en/", running)
    title = json.loads(answer_of(f"{CMS}/graphql/", {"query": "{ home(locale: en) { title } }"}))["data"]["home"][
        "title"
    ]
    missing = [
        address
        for address, text in {f"{CMS}/admin/login/": "csrfmiddlewaretoken", f"{SITE}/en/": title}.items()
        if text not in answer_of(address)
    ]
    os.killpg(running.pid, signal.SIGINT)
    running.wait(timeout=60)
    if missing:
        sys.exit(f"Nothing of what is expected is at {missing}.")


def test() -> None:
    subprocess.run(["make", "test"], cwd=PROJECT, check=True)


for command in (run, test):
    if command.__name__ not in (sys.argv[1:] or ["run", "test"]):
        continue
    leaves_nothing_behind(command)
    print(f"make {command.__name__} works where nothing else is.", flush=True)
