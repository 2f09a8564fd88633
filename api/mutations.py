"""The only home of what visitors may send."""

from datetime import datetime
from typing import Annotated

import strawberry

from api.context import ApiInfo
from api.unlocking import TooManyTriesError, unlock


@strawberry.type(description="What the visitor can mend.")
class UserError:
    code: str = strawberry.field(description="For programs: WRONG_PASSWORD or RATE_LIMITED. Further ones may come.")
    field: list[str] = strawberry.field(description="The input's field that it is about; empty where it is none.")
    message: str = strawberry.field(description="For developers, in English.")


@strawberry.input(description="A page behind a password.")
class UnlockPageInput:
    path: str = strawberry.field(description="The path for which `route` answered PasswordRoute.")
    password: str = strawberry.field(description="What the visitor entered.")
    site: str | None = strawberry.field(default=None, description="As in `route`.")


@strawberry.type(description="A token, or what is wrong.")
class UnlockPagePayload:
    token: str | None = strawberry.field(
        description="To be sent as `Authorization: Bearer`. It opens what the password protects, and what the token "
        "opens that this request was sent with (that no longer than before). Null where the password is wrong."
    )
    expires_at: datetime | None = strawberry.field(description="When the token expires; null where there is none.")
    errors: list[UserError] = strawberry.field(description="Empty where there is a token.")


@strawberry.type(description="What can be sent.")
class Mutation:
    @strawberry.mutation(
        description="Exchange a page's password for a token. A wrong password, an unknown path and a page without a "
        "password are the same error."
    )
    def unlock_page(
        self,
        info: ApiInfo,
        input: Annotated[UnlockPageInput, strawberry.argument(description="Which page, and its password.")],
    ) -> UnlockPagePayload:
        try:
            token = unlock(input.path, input.password, input.site, info.context)
        except TooManyTriesError:
            return _refused("RATE_LIMITED", [], "Too many tries. Wait a minute.")
        if token is None:
            return _refused("WRONG_PASSWORD", ["input", "password"], "The password opens no page at this path.")
        return UnlockPagePayload(token=token.text, expires_at=token.expires_at, errors=[])


def _refused(code: str, field: list[str], message: str) -> UnlockPagePayload:
    return UnlockPagePayload(token=None, expires_at=None, errors=[UserError(code=code, field=field, message=message)])
