"""The only home of what counts as PostgreSQL being away: all that says so, and nothing that it answers."""

import psycopg
import pytest
from django.db import IntegrityError, OperationalError
from psycopg import errors
from psycopg_pool import PoolTimeout

from cms.outages import is_outage


def caused_by(cause: Exception | None, raised: type[Exception] = OperationalError) -> Exception:
    exception = raised()
    exception.__cause__ = cause
    return exception


@pytest.mark.parametrize(
    "cause",
    [
        PoolTimeout("no connection"),
        psycopg.OperationalError("connection refused"),
        errors.AdminShutdown(),
        errors.CrashShutdown(),
        errors.CannotConnectNow(),
        errors.TooManyConnections(),
        errors.ConnectionFailure(),
        errors.SqlclientUnableToEstablishSqlconnection(),
    ],
    ids=lambda cause: type(cause).__name__,
)
def test_server_that_is_not_there_is_an_outage(cause):
    assert is_outage(caused_by(cause))


@pytest.mark.parametrize(
    "cause",
    [errors.QueryCanceled(), errors.DeadlockDetected(), errors.LockNotAvailable(), errors.DiskFull()],
    ids=lambda cause: type(cause).__name__,
)
def test_server_that_answers_is_none(cause):
    assert not is_outage(caused_by(cause))


def test_what_is_no_matter_of_connections_is_none():
    assert not is_outage(caused_by(errors.UniqueViolation(), IntegrityError))
    assert not is_outage(RuntimeError())
    assert not is_outage(None)
