"""The only home of running the contract's npm packages."""

import fcntl
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "frontend_contract"
LOCK = Path(tempfile.gettempdir()) / f"helsinki-smart-region-npm-{os.geteuid()}.lock"


def run(package: str, *command: str, **environment: str) -> None:
    """Run a command with Node in a package's directory; what it says is the test's failure."""
    install(package)
    done = subprocess.run(
        [CONTRACT / "with-node", *command],
        cwd=CONTRACT / package,
        env={**os.environ, **environment},  # noqa: TID251 npm finds its cache and its registry by it
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def path_of_node() -> str:
    command = [CONTRACT / "with-node", "sh", "-c", "command -v node"]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def install(package: str) -> None:
    """Do `npm ci` where it has not been done since the package's lock file changed."""
    target = f"frontend_contract/{package}/node_modules/.package-lock.json"
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several workers may want it at once
        subprocess.run(["/usr/bin/env", "make", "--silent", target], cwd=ROOT, check=True)
