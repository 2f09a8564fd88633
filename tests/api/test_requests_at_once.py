"""The only home of requests that are answered at the same time: none waits for what another one computes."""

import pkgutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from threading import Barrier
from typing import Any

import pytest

import api


def computed_once() -> Iterator[Any]:
    """Every property of the API's classes that an instance computes when it is first asked for it."""
    for found in pkgutil.walk_packages(api.__path__, "api."):
        module = import_module(found.name)
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__module__ == module.__name__:
                named = vars(kind).items()
                yield from (
                    pytest.param(kind, name, id=f"{kind.__name__}.{name}")
                    for name, value in named
                    if type(value).__name__ == "cached_property"
                )


@pytest.mark.parametrize(("kind", "name"), list(computed_once()))
def test_instances_compute_at_once(kind, name, monkeypatch):
    everyone = Barrier(2)
    monkeypatch.setattr(vars(kind)[name], "func", lambda _: everyone.wait(timeout=20))
    with ThreadPoolExecutor(2) as threads:
        # Whoever waits for the other to be done breaks the barrier, which raises for both.
        computed = threads.map(lambda instance: getattr(instance, name), (kind.__new__(kind), kind.__new__(kind)))
        assert sorted(computed) == [0, 1]
