"""The only home of what processes take: CPU time with that of children that have ended, memory, and the machine's load.

CPU times are the kernel's, of every process that works for an answer; they are read from /proc, so this is for Linux.
"""

import os
import time
from dataclasses import dataclass

import psutil
from django.db import connection

# What others may take of the machine before figures are not to be trusted, as shares of all its cores.
MOST_OF_OTHERS = 0.10
MOST_STOLEN = 0.03


class MeasuringError(Exception):
    """What keeps something from being measured, in words for whoever asked for it."""


class Family:
    """A process and its children."""

    def __init__(self, root: psutil.Process) -> None:
        self.root = root

    def members(self) -> list[psutil.Process]:
        return [self.root, *self.root.children(recursive=True)]

    def cpu(self) -> float:
        """Seconds of all, those of children that have ended included."""
        while True:
            ended = self._of_ended()
            living = sum(_seconds(process) for process in self.members())
            # One that ended in between may have been counted twice, or not at all.
            if self._of_ended() == ended:
                return living + ended

    def memory(self) -> int:
        """Bytes of all, what they share counted once (PSS)."""
        return sum(process.memory_full_info().pss for process in self.members())

    def _of_ended(self) -> float:
        times = self.root.cpu_times()
        return float(times.children_user + times.children_system)


def postgres() -> Family:
    """PostgreSQL with all its processes: those of connections, and those that write and clean up."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    try:
        parent = psutil.Process(backend).parent()
    except psutil.NoSuchProcess:
        parent = None
    if parent is None or "postgres" not in parent.name():
        raise MeasuringError("PostgreSQL does not run on this machine, so its CPU time cannot be read.")
    return Family(parent)


@dataclass(frozen=True)
class Moment:
    """What has been used up by a moment, in seconds since the machine or a process was started."""

    clock: float
    busy: float  # of all cores
    stolen: float
    server: float
    postgres: float
    own: float

    @staticmethod
    def now(server: Family | None, database: Family) -> "Moment":
        times = psutil.cpu_times()
        return Moment(
            clock=time.perf_counter(),
            busy=times.user + times.nice + times.system + times.irq + times.softirq,
            stolen=times.steal,
            server=server.cpu() if server else 0.0,
            postgres=database.cpu(),
            own=time.process_time(),
        )


def why_not_to_trust(begin: Moment, end: Moment, asking: float) -> str:
    """Why figures taken between two moments say little, or ""; `asking` is what the load took itself."""
    capacity = (end.clock - begin.clock) * (os.cpu_count() or 1)
    ours = end.server - begin.server + end.postgres - begin.postgres + end.own - begin.own + asking
    others = (end.busy - begin.busy - ours) / capacity
    stolen = (end.stolen - begin.stolen) / capacity
    if stolen > MOST_STOLEN:
        return f"{stolen:.0%} of the processors were taken away"
    return f"others took {others:.0%} of the processors" if others > MOST_OF_OTHERS else ""


def _seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system)
