"""The only home of the errors that a client is meant to understand: plain exceptions, each with a code for programs.

What reads raises them. `api.errors` makes GraphQL's errors of them, and `api.files` answers of HTTP.
"""

TIMEOUT = "The answer took too long. Ask for less."


class ClientError(Exception):
    """Something that the client can mend; the message says how."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class BadInputError(ClientError):
    """An argument that the schema's types allow but this field does not; the message says what is allowed."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "BAD_USER_INPUT")


class InvalidTokenError(ClientError):
    """A token of the request is unknown, expired or revoked. It says no more: nobody learns what it was for."""

    def __init__(self) -> None:
        message = "A token in the Authorization header is not valid any more, or never was. Send a new one, or none."
        super().__init__(message, "INVALID_TOKEN")


class LimitError(ClientError):
    """A request takes more than one may: see `api.allowance`. The message says of what, and what to do."""


class TimeIsUpError(LimitError):
    def __init__(self) -> None:
        super().__init__(TIMEOUT, "TIMEOUT")


class AnswerTooLargeError(LimitError):
    def __init__(self, how: str) -> None:
        super().__init__(f"The answer {how}. Ask for fewer, or for less in each.", "ANSWER_TOO_LARGE")


class TooManySearchesError(LimitError):
    def __init__(self, most: int) -> None:
        message = f"One document may have {most} searches and facets. Ask for the others in a document of their own."
        super().__init__(message, "TOO_MANY_SEARCHES")
