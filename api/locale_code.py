"""The only home of the languages of the site as an enum of the schema."""

from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from django.conf import settings

if TYPE_CHECKING:

    class LocaleCode(Enum):
        """Made from settings.LANGUAGES when the schema is built."""

        en = "en"

else:
    LocaleCode = strawberry.enum(
        Enum(
            "LocaleCode",
            {
                code.replace("-", "_"): strawberry.enum_value(code, description=name)
                for code, name in settings.LANGUAGES
            },
        ),
        description="The languages of the site; a region is written sv_FI. `Locale.tag` holds the BCP 47 tag.",
    )
