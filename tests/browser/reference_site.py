"""The only home of starting the reference site beside a CMS."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.frontend_contract.npm import CONTRACT, install

SITE = "reference_site"


@contextmanager
def reference_site_of(cms: str) -> Iterator[str]:
    """The origin of a site that shows what the CMS at `cms` has."""
    install(SITE)
    process = subprocess.Popen(
        [CONTRACT / "with-node", "node", "server.mjs"],
        cwd=CONTRACT / SITE,
        env={**os.environ, "CMS_URL": cms, "PORT": "0"},  # noqa: TID251 Node is found by it
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        said = process.stdout.readline()
        assert "http://" in said, said
        yield said.split()[-1].rstrip("/")
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()
