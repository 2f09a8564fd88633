"""The only home of errors in answers: what a client is meant to understand has its code, all else is masked and logged.

Every error has `extensions.code`: GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT, INVALID_TOKEN,
PREVIEW_UNKNOWN, PREVIEW_EXPIRED, PREVIEW_REVOKED, TIMEOUT, ANSWER_TOO_LARGE, TOO_MANY_SEARCHES, UNAVAILABLE or
INTERNAL_SERVER_ERROR, or one of `api.http.documents`; a request that is no GraphQL request is a BAD_REQUEST.
"""

import logging

from graphql import GraphQLError
from strawberry.types import ExecutionContext

from api.client_errors import TIMEOUT, ClientError
from api.deadline import took_too_long
from cms.outages import MESSAGE, UNAVAILABLE, is_outage

logger = logging.getLogger(__name__)

REPETITIVE = (
    "The document cannot be checked: too many fields, or fragments within fragments, stand in one place. Write each "
    "field once, and ask for less in one document."
)
ABORTED = "Validation aborted."  # graphql-core says why to nobody
LONGEST_MESSAGE = 1000  # a client's own words may be quoted in it


def is_unexpected(error: GraphQLError) -> bool:
    """Whether an error is a fault of ours, whose text must not leave the server."""
    return error.original_error is not None and not isinstance(error.original_error, GraphQLError | ClientError)


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
    elif isinstance(error.original_error, ClientError):
        error.extensions = {"code": error.original_error.code}
    else:
        error.extensions = {"code": _code(context), **(error.extensions or {})}
    if len(error.message) > LONGEST_MESSAGE:
        error.message = f"{error.message[:LONGEST_MESSAGE]}…"


def _code(context: ExecutionContext | None) -> str:
    """What the phase tells in which an error was found; variables are validated too."""
    parsed = context is not None and context.graphql_document is not None
    return "GRAPHQL_VALIDATION_FAILED" if parsed else "GRAPHQL_PARSE_FAILED"
