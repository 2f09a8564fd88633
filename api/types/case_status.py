"""The only home of how far a case has come, in the schema."""

from enum import Enum

import strawberry


@strawberry.enum(description="How far a case has come.")
class CaseStatus(Enum):
    planned = strawberry.enum_value("planned", description="It has not begun.")
    ongoing = strawberry.enum_value("ongoing", description="It is under way.")
    completed = strawberry.enum_value("completed", description="It has ended as planned.")
    cancelled = strawberry.enum_value("cancelled", description="It was given up.")
