"""The only home of what PostgreSQL says of its statements: how many there were, how long it planned and ran them.

It counts every statement that reaches it, by whatever way. What it takes for those inside a function is the calling
statement's.
"""

from dataclasses import dataclass

from django.db import Error, connection

from tests.benchmark.processes import MeasuringError

READ = """
SELECT coalesce(sum(calls), 0), coalesce(sum(total_plan_time), 0), coalesce(sum(total_exec_time), 0)
FROM pg_stat_statements
WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%'
"""
DEAREST = """
SELECT calls, round(total_exec_time::numeric, 2), regexp_replace(query, '\\s+', ' ', 'g')
FROM pg_stat_statements
WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%'
  AND toplevel AND total_exec_time > 0.1
ORDER BY total_exec_time DESC LIMIT 5
"""
MEND = (
    "PostgreSQL does not count its statements. It has to be started with shared_preload_libraries = "
    "'pg_stat_statements', and the extension needs a superuser. The embedded one has it; if an older checkout started "
    "it, end what uses it, and try again."
)


@dataclass(frozen=True)
class Statements:
    number: float
    planning: float  # milliseconds
    execution: float

    def each(self, times: int) -> "Statements":
        return Statements(self.number / times, self.planning / times, self.execution / times)


def count_from_now() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
            cursor.execute("SELECT pg_stat_statements_reset()")
    except Error as error:
        raise MeasuringError(f"{MEND} ({error})") from None


def counted() -> Statements:
    with connection.cursor() as cursor:
        cursor.execute(READ)
        number, planning, execution = cursor.fetchone()
    return Statements(float(number), planning, execution)


def dearest() -> list[str]:
    """Those that took most, with their number and time."""
    with connection.cursor() as cursor:
        cursor.execute(DEAREST)
        return [f"{calls} x, {taken} ms: {query[:200]}" for calls, taken, query in cursor.fetchall()]
