"""The only home of deprecation: the date in its reason, and the log of who still asks for what is deprecated.

A reason begins `Until 2027-06-30: `, the last day on which the field, argument, input field or enum value is promised.
"""

import logging
import re
from datetime import date
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode
from graphql.validation import NoDeprecatedCustomRule

logger = logging.getLogger("api.deprecated")

REASON = re.compile(r"Until (\d{4}-\d{2}-\d{2}): ")


def promised_until(reason: str | None) -> date | None:
    """The last day that a reason promises; None where it names none."""
    named = REASON.match(reason or "")
    try:
        return date.fromisoformat(named[1]) if named else None
    except ValueError:
        return None


class DeprecatedUse(NoDeprecatedCustomRule):
    """Logs what a document asks for that is deprecated: once for each document, as its validation is remembered."""

    def report_error(self, error: GraphQLError) -> None:
        logger.info("%s Asked for by: %s.", error.message, ", ".join(self._operations()) or "an unnamed operation")

    def _operations(self) -> list[Any]:
        definitions = self.context.document.definitions
        return [node.name.value for node in definitions if isinstance(node, OperationDefinitionNode) and node.name]
