"""The only home of the process that is the embedded server's parent and ends it when nobody uses it any more.

It lives outside every terminal's reach, so that Ctrl-C in one does not end what another uses.
"""

import os
import signal
import sys
import threading
from pathlib import Path

from cms.settings.embedded_postgres.installation import PORT, Installation


def keep(installation: Installation) -> None:
    options = {
        "listen_addresses": "",
        "unix_socket_directories": str(installation.socket_directory),
        "port": PORT,
        "max_connections": "200",
        # Counts statements and their time, for `make bench`; it can only be loaded when the server starts.
        "shared_preload_libraries": "pg_stat_statements",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    server = installation.start("postgres", "-D", str(installation.data), *flags)

    def end_with_server() -> None:
        server.wait()
        os._exit(0)

    threading.Thread(target=end_with_server).start()
    while True:
        # Let go of this lock before asking for the next: who joins takes the two in the other order.
        os.close(installation.members.hold())
        with installation.starting_or_stopping.held():
            if installation.members.is_free():
                server.send_signal(signal.SIGINT)
                server.wait()


if __name__ == "__main__":
    keep(Installation(Path(sys.argv[1])))
