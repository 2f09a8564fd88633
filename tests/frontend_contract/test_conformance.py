"""The only home of other people's clients and tools, each against the running server."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport
from jsonschema import Draft202012Validator
from pytest_django.live_server_helper import LiveServer

from api.types import PAGE_TYPES
from tests.demo.small_content import load, small_content
from tests.frontend_contract.npm import CONTRACT, run

MANIFEST: dict[str, str] = json.loads((CONTRACT / "manifest.json").read_text())


@pytest.fixture
def endpoint(commits: None, live_server: LiveServer, tmp_path: Path) -> str:
    """A server with at least one page of every type, one of them with every block."""
    load(tmp_path, small_content())
    return f"{live_server.url}/graphql/"


def test_node_clients_and_tools_get_on_with_the_server(endpoint: str) -> None:
    run("conformance", "npm", "--silent", "test", ENDPOINT=endpoint)


def test_gql_reads_every_page_and_rich_text_has_the_published_grammar(endpoint: str) -> None:
    grammar = Draft202012Validator(json.loads((CONTRACT / "rich-text.schema.json").read_text()))
    with Client(transport=RequestsHTTPTransport(url=endpoint), fetch_schema_from_transport=True) as session:
        sitemap = session.execute(document("sitemap"))["sitemap"]
        routes = [session.execute(document("route", path=node["page"]["path"]))["route"] for node in sitemap["nodes"]]
    assert {route["__typename"] for route in routes} == {"PageRoute"}
    trees = [tree for route in routes for tree in rich_texts(route)]
    assert trees
    assert [error.message for tree in trees for error in grammar.iter_errors(tree)] == []


def test_generated_typed_python_client_reads_every_page(endpoint: str, tmp_path: Path) -> None:
    folder = tmp_path / "client"
    folder.mkdir()
    reader = [Path(__file__).with_name("typed_client.py"), CONTRACT, folder, endpoint]
    apart = ["uv", "run", "--quiet", "--isolated", "--no-project", "--with", "ariadne-codegen==0.19.0"]
    read = subprocess.run(
        [sys.executable, "-m", *apart, "python", *reader], cwd=folder, check=False, capture_output=True, text=True
    )
    assert read.returncode == 0, read.stderr
    missing = {of.__name__ for of in PAGE_TYPES.values()} - {*read.stdout.splitlines()[-1].split()}
    assert missing == set(), "the server has what tests/demo/small_content.py says: add a page of these types there"


def document(name: str, **variables: Any) -> Any:
    """The manifest's document of an operation."""
    request = gql(next(text for text in MANIFEST.values() if text.startswith(f"query {name}(")))
    request.variable_values = variables
    return request


def rich_texts(value: Any) -> Iterator[dict[str, Any]]:
    """Every rich-text document in an answer."""
    if isinstance(value, dict):
        if value.get("type") == "document":
            yield value
        for inner in value.values():
            yield from rich_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from rich_texts(inner)
