"""The only home of a way to PostgreSQL that can be cut: what a client sees of a server that stops and starts again."""

import contextlib
import socket
import threading
from collections.abc import Iterator

from django.db import connection


def connect_to_postgres() -> socket.socket:
    host, port = connection.settings_dict["HOST"] or "localhost", connection.settings_dict["PORT"] or 5432
    if not host.startswith("/"):
        return socket.create_connection((host, port))
    server = socket.socket(socket.AF_UNIX)
    server.connect(f"{host}/.s.PGSQL.{port}")
    return server


class Way:
    """Forwards a port of this machine to the tests' PostgreSQL."""

    def __init__(self) -> None:
        self.port = 0
        self._ends: list[socket.socket] = []
        self.open()

    def open(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, args=[self._listener], daemon=True).start()

    def cut(self) -> None:
        for end in [self._listener, *self._ends]:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, server = listener.accept()[0], connect_to_postgres()
                self._ends += [client, server]
                for pair in [(client, server), (server, client)]:
                    threading.Thread(target=forward, args=pair, daemon=True).start()


def forward(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def way_to_postgres() -> Iterator[Way]:
    way = Way()
    try:
        yield way
    finally:
        way.cut()
