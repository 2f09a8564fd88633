"""The only home of other people's clients and tools, each against the running server."""

from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.demo.small_content import load, small_content
from tests.frontend_contract.npm import run


@pytest.fixture
def endpoint(commits: None, live_server: LiveServer, tmp_path: Path) -> str:
    """A server with at least one page of every type, one of them with every block."""
    load(tmp_path, small_content())
    return f"{live_server.url}/graphql/"


def test_node_clients_and_tools_get_on_with_the_server(endpoint: str) -> None:
    run("conformance", "npm", "--silent", "test", ENDPOINT=endpoint)
