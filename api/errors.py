"""The only home of errors: those that a client is meant to understand, and the masking and logging of all others.

Every error has `extensions.code`: GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT, INVALID_TOKEN,
PREVIEW_UNKNOWN, PREVIEW_EXPIRED, PREVIEW_REVOKED, TIMEOUT, ANSWER_TOO_LARGE, TOO_MANY_SEARCHES, UNAVAILABLE or
INTERNAL_SERVER_ERROR, or one of `api.http.documents`; a request that is no GraphQL request is a BAD_REQUEST.
"""

import logging

from django.db import OperationalError
from graphql import GraphQLError
from psycopg.errors import QueryCanceled
from strawberry.types import ExecutionContext

from cms.outages import MESSAGE, UNAVAILABLE, is_outage

logger = logging.getLogger(__name__)

TIMEOUT = "The answer took too long. Ask for less."
REPETITIVE = (
    "The document cannot be checked: too many fields, or fragments within fragments, stand in one place. Write each "
    "field once, and ask for less in one document."
)
ABORTED = "Validation aborted."  # graphql-core says why to nobody
LONGEST_MESSAGE = 1000  # a client's own words may be quoted in it


class BadInputError(GraphQLError):
    """An argument that the schema's types allow but this field does not; the message says what is allowed."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "BAD_USER_INPUT"})


class InvalidTokenError(GraphQLError):
    """A token of the request is unknown, expired or revoked. It says no more: nobody learns what it was for."""

    def __init__(self) -> None:
        message = "A token in the Authorization header is not valid any more, or never was. Send a new one, or none."
        super().__init__(message, extensions={"code": "INVALID_TOKEN"})


class LimitError(GraphQLError):
    """A request takes more than one may: see `api.allowance`. The message says of what, and what to do."""


class TimeIsUpError(LimitError):
    def __init__(self) -> None:
        super().__init__(TIMEOUT, extensions={"code": "TIMEOUT"})


class AnswerTooLargeError(LimitError):
    def __init__(self, how: str) -> None:
        message = f"The answer {how}. Ask for fewer, or for less in each."
        super().__init__(message, extensions={"code": "ANSWER_TOO_LARGE"})


class TooManySearchesError(LimitError):
    def __init__(self, most: int) -> None:
        message = f"One document may have {most} searches and facets. Ask for the others in a document of their own."
        super().__init__(message, extensions={"code": "TOO_MANY_SEARCHES"})


def is_unexpected(error: GraphQLError) -> bool:
    """Whether an error is a fault of ours, whose text must not leave the server."""
    return error.original_error is not None and not isinstance(error.original_error, GraphQLError)


def took_too_long(error: BaseException | None) -> bool:
    """Whether time was up, in PostgreSQL or here."""
    canceled = isinstance(error, OperationalError) and isinstance(error.__cause__, QueryCanceled)
    return canceled or isinstance(error, TimeIsUpError)


def finish(error: GraphQLError, context: ExecutionContext | None) -> None:
    """Give the error its code; log it and take its text away, where it is a fault of ours."""
    if error.message == ABORTED:
        error.message = REPETITIVE
    if took_too_long(error.original_error):
        logger.warning("Timeout at %s", error.path)
        error.message, error.original_error = TIMEOUT, None
        error.extensions = {"code": "TIMEOUT"}
    elif is_outage(error.original_error):
        logger.warning("PostgreSQL was away at %s", error.path)
        error.message, error.original_error = MESSAGE, None
        error.extensions = {"code": UNAVAILABLE}
    elif is_unexpected(error):
        logger.error("%s at %s", error.message, error.path, exc_info=error.original_error)
        error.message, error.original_error = "Something went wrong. It has been logged.", None
        error.extensions = {"code": "INTERNAL_SERVER_ERROR"}
    else:
        error.extensions = {"code": _code(context), **(error.extensions or {})}
    if len(error.message) > LONGEST_MESSAGE:
        error.message = f"{error.message[:LONGEST_MESSAGE]}…"


def _code(context: ExecutionContext | None) -> str:
    """What the phase tells in which an error was found; variables are validated too."""
    parsed = context is not None and context.graphql_document is not None
    return "GRAPHQL_VALIDATION_FAILED" if parsed else "GRAPHQL_PARSE_FAILED"
