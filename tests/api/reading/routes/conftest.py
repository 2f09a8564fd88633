"""The only home of which site the routes are tried on: the small one."""

from tests.api.site.conftest import built_site, db, site

__all__ = ["built_site", "db", "site"]
