"""The only home of who asks: a process of its own, so that its work is not the server's.

It is told in JSON what to ask, over how many connections and for how long, and says in JSON what came back. It knows
nothing but the standard library, and has one thread: the machine's cores are for the server and PostgreSQL.
"""

import json
import selectors
import socket
import sys
import time
from dataclasses import asdict, dataclass, field

PATIENCE = 60  # seconds in which one answer has to come


@dataclass(frozen=True)
class Order:
    """What is asked of a server on this machine."""

    port: int
    body: str
    connections: int
    seconds: float
    least: int  # answers, however long they take: a slow server is not judged by one


@dataclass
class Answers:
    """What came back. `fault` says why the figures mean nothing, where they do not."""

    latencies: list[float] = field(default_factory=list)  # milliseconds
    seconds: float = 0.0
    size: int = 0  # bytes of one answer's body
    cpu: float = 0.0  # seconds of this process
    fault: str = ""


class Connection:
    def __init__(self, port: int, request: bytes) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = request

    def ask(self) -> None:
        self.received = bytearray()
        self.whole = -1  # bytes of the answer, once its head is here
        self.asked_at = time.perf_counter()
        self.socket.sendall(self.request)

    def has_answer(self) -> bool:
        """Take in what is there, and say whether the answer is complete."""
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError("the server hung up")
        self.received += part
        if self.whole < 0 and (end := self.received.find(b"\r\n\r\n")) >= 0:
            self.head = end + 4
            self.whole = self.head + self._length(self.received[:end].decode("latin-1"))
        return 0 <= self.whole <= len(self.received)

    def _length(self, head: str) -> int:
        status, *lines = head.split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines)
        if status.split(" ")[1] != "200":
            raise ConnectionError(f"the server answered {status}")
        return int(headers["content-length"])

    def answer(self) -> bytes:
        return bytes(self.received[self.head :])


def ask(order: Order) -> Answers:
    body = order.body.encode()
    head = (
        f"POST /graphql/ HTTP/1.1\r\nHost: localhost:{order.port}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    answers, first = Answers(), b""
    with selectors.DefaultSelector() as selector:
        for _ in range(order.connections):
            connection = Connection(order.port, head.encode() + body)
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        started, asked = time.perf_counter(), order.connections
        for key in list(selector.get_map().values()):
            key.data.ask()
        while selector.get_map():
            ready = selector.select(PATIENCE)
            if not ready:
                raise ConnectionError(f"no answer came within {PATIENCE} seconds")
            for key, _ in ready:
                connection = key.data
                if not connection.has_answer():
                    continue
                now = time.perf_counter()
                answers.latencies.append((now - connection.asked_at) * 1000)
                first = first or connection.answer()
                if connection.answer() != first:
                    raise ConnectionError("the same question had two answers")
                if now - started < order.seconds or asked < order.least:
                    asked += 1
                    connection.ask()
                else:
                    selector.unregister(connection.socket)
                    connection.socket.close()
    answers.seconds = time.perf_counter() - started
    answers.size = len(first)
    return answers


def main() -> None:
    try:
        answers = ask(Order(**json.load(sys.stdin)))
    except OSError as fault:
        answers = Answers(fault=str(fault))
    answers.cpu = time.process_time()
    json.dump(asdict(answers), sys.stdout)


if __name__ == "__main__":
    main()
