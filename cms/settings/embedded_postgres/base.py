"""The only home of the Django backend that joins the embedded server before it connects (Django asks for this name)."""

import atexit
from typing import Any

from django.db import connection

from cms.settings.embedded_postgres.server import server
from cms.settings.postgres import base


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        server.join()
        return super().get_new_connection(conn_params)


@atexit.register
def close_pool() -> None:
    """A pool that outlives its server complains."""
    connection.close_pool()
