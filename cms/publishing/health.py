"""The only home of when this server is not ready to answer: while documents wait to be derived again."""

from dataclasses import dataclass

from asgiref.sync import sync_to_async
from health_check.base import HealthCheck
from health_check.exceptions import ServiceUnavailable

from cms.publishing.documents import FORMAT
from cms.publishing.models import PublishedDocument


@dataclass
class PublishedDocuments(HealthCheck):
    """Fails after a release that changed how documents are made, until `manage.py rebuild_published` has run."""

    async def run(self) -> None:
        outdated = await sync_to_async(PublishedDocument.objects.exclude(format=FORMAT).count)()
        if outdated:
            raise ServiceUnavailable(f"{outdated} documents have another format. Run manage.py rebuild_published.")
