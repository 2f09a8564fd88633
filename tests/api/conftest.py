"""The only home of how the API's tests ask: over HTTP, as a frontend does."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

Answer = dict[str, Any]
Ask = Callable[..., Answer]


@pytest.fixture
def ask_raw(client: Client) -> Ask:
    """Post a query and return the whole answer, with its errors."""

    def post(query: str, **variables: Any) -> Answer:
        body = json.dumps({"query": query, "variables": variables})
        answer: Answer = client.post("/graphql/", body, content_type="application/json").json()
        return answer

    return post


@pytest.fixture
def ask(ask_raw: Ask) -> Ask:
    """Post a query and return its data; any error fails the test."""

    def post(query: str, **variables: Any) -> Answer:
        answer = ask_raw(query, **variables)
        assert "errors" not in answer, answer["errors"]
        data: Answer = answer["data"]
        return data

    return post


@pytest.fixture
def ask_error(ask_raw: Ask) -> Callable[..., tuple[str, str]]:
    """Post a query that has one error, and return that error's code and message."""

    def post(query: str, **variables: Any) -> tuple[str, str]:
        answer = ask_raw(query, **variables)
        assert "errors" in answer, answer
        [error] = answer["errors"]
        return error["extensions"]["code"], error["message"]

    return post


@pytest.fixture
def statements(ask: Ask) -> Callable[..., list[str]]:
    """Post a query and return the SQL statements that it took."""

    def post(query: str, **variables: Any) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            ask(query, **variables)
        return [entry["sql"] for entry in captured]

    return post
