"""The only home of when this server is not ready: while what it reads is not as it has it, or as it is set."""

from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.db import DEFAULT_DB_ALIAS, Error, transaction
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from cms.publishing.documents import FORMAT
from cms.publishing.drift import compare
from cms.publishing.index_upkeep import are_chains_written
from cms.publishing.models import PublishedDocument, SnippetDocument


@dataclass
class PublishedDocuments(HealthCheck):
    """Fails after a release that changed how documents are made, until `manage.py rebuild_published` has run."""

    async def run(self) -> None:
        try:
            outdated = await sync_to_async(_outdated)()
        except Error:
            raise ServiceUnavailable("They cannot be counted.") from None
        if outdated:
            raise ServiceUnavailable(f"{outdated} documents have another format. Run manage.py rebuild_published.")


@transaction.atomic  # a table that is yet to be made breaks no transaction around
def _outdated() -> int:
    tables = (PublishedDocument, SnippetDocument)
    return sum(documents.objects.exclude(format=FORMAT).count() for documents in tables)


@dataclass
class Definitions(HealthCheck):
    """Fails before the migrations of a release have run, and where what they defined has been changed since.

    A server is ready while a newer release has migrated its database: it is about to be replaced.
    """

    async def run(self) -> None:
        try:
            comparison = await sync_to_async(compare)(DEFAULT_DB_ALIAS)
        except Error:
            raise ServiceUnavailable("They cannot be compared.") from None
        if comparison.drifted:
            count = len(comparison.drifted)
            raise ServiceUnavailable(f"{count} are not as they were defined. Run manage.py migrate.")
        if comparison.is_older:
            raise ServiceUnavailable("The database is older than this server. Run manage.py migrate.")


@dataclass
class Fallbacks(HealthCheck):
    """Fails after a change of the languages or their fallbacks, until `manage.py migrate` has run."""

    async def run(self) -> None:
        try:
            is_written = await sync_to_async(are_chains_written)()
        except Error:
            raise ServiceUnavailable("They cannot be read.") from None
        if not is_written:
            raise ServiceUnavailable("The public index is of others than the settings say. Run manage.py migrate.")
