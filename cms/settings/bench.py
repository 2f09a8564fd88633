"""The only home of the settings for `make bench`: production's server, with development's PostgreSQL and a database."""

from cms.settings.base import WORKER_THREADS, database, pool
from cms.settings.dev import *
from cms.settings.dev import BASE_DIR, INSTALLED_APPS, database_server, env

DEBUG = False
GRAPHIQL = False
ALLOWED_HOSTS = ["localhost"]
INSTALLED_APPS = [*INSTALLED_APPS, "tests.benchmark"]
MEDIA_ROOT = BASE_DIR / "var" / "bench-media"

BENCH = {**database_server(), "NAME": env.str("BENCH_DATABASE", f"{database_server()['NAME']}_bench")}
# PostgreSQL says how long it planned only where it is asked to.
DATABASES = {"default": database(BENCH, "-c pg_stat_statements.track_planning=on", pool=pool(WORKER_THREADS))}

# One client asks all the time.
UNLOCK_RATE_BY_ADDRESS = UNLOCK_RATE_BY_PATH = "1000000/m"
