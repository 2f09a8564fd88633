"""The only home of what the API does when the project starts."""

from django.apps import AppConfig
from django.core.checks import register

from api.contract.checks import check_manifest


class ApiConfig(AppConfig):
    name = "api"

    def ready(self) -> None:
        register(check_manifest, "api")
