"""The only home of when this server is not ready to answer: while what is published waits to be derived again."""

from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.db import Error
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from cms.publishing.documents import FORMAT
from cms.publishing.index_upkeep import are_chains_written
from cms.publishing.models import PublishedDocument


@dataclass
class PublishedDocuments(HealthCheck):
    """Fails after a release that changed how documents are made, until `manage.py rebuild_published` has run."""

    async def run(self) -> None:
        try:
            outdated = await sync_to_async(PublishedDocument.objects.exclude(format=FORMAT).count)()
        except Error:
            raise ServiceUnavailable("They cannot be counted.") from None
        if outdated:
            raise ServiceUnavailable(f"{outdated} documents have another format. Run manage.py rebuild_published.")


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
