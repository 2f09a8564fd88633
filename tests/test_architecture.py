"""The only home of what holds across modules: a page type is in all of its places, and a module says what it is for."""

import ast
from pathlib import Path

import pytest

from api.types import PAGE_TYPES
from api.types.body import BLOCK_TYPES
from cms.blocks import BodyBlock
from cms.pages import BasePage
from tests import factories

ROOT = Path(__file__).parents[1]
PACKAGES = ("api", "cases", "cms", "home")  # tests say what they claim
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if "migrations" not in path.parts and path.read_text().strip()
)


def page_types(base: type[BasePage] = BasePage) -> list[type[BasePage]]:
    """Every page type that editors can make."""
    found = [model for subclass in base.__subclasses__() for model in (subclass, *page_types(subclass))]
    return [model for model in found if not model._meta.abstract]


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_page_type_is_in_all_of_its_places(model):
    name, label = model.__name__, model._meta.label_lower
    tests = [path.read_text() for path in (ROOT / "tests" / "api").rglob("test_*.py")]
    places = {
        f"api.types.PAGE_TYPES has no {label!r}": label in PAGE_TYPES,
        f"the API type for {label} is not called {name}": label not in PAGE_TYPES or PAGE_TYPES[label].__name__ == name,
        f"tests.factories has no {name}Factory": hasattr(factories, f"{name}Factory"),
        f"no test below tests/api asks for a {name}": any(name in text for text in tests),
    }
    assert [missing for missing, there in places.items() if not there] == []


def test_api_has_no_page_type_without_a_model():
    assert PAGE_TYPES.keys() == {model._meta.label_lower for model in page_types()}


@pytest.mark.parametrize("name", BodyBlock().child_blocks)
def test_block_has_an_api_type_of_its_name(name):
    assert name in BLOCK_TYPES, f"api.types.body.BLOCK_TYPES has no {name!r}"
    assert BLOCK_TYPES[name].__name__ == type(BodyBlock().child_blocks[name]).__name__


def test_api_has_no_block_without_a_block():
    assert BLOCK_TYPES.keys() == BodyBlock().child_blocks.keys()


def test_restricted_pages_are_read_where_access_is_decided_and_nowhere_else():
    written = [*MODULES, *ROOT.glob("api/reading/sql/*.sql")]
    names = ("RestrictedPage", "publishing_restrictedpage")
    readers = {str(path.relative_to(ROOT)) for path in written if any(name in path.read_text() for name in names)}
    assert readers == {
        "api/reading/rows/pictures.py",
        "api/reading/private/pages.py",
        "api/reading/sql/known_of_paths.sql",
        "cms/publishing/models.py",
    }


def test_the_public_index_is_asked_in_one_place():
    readers = {str(path.relative_to(ROOT)) for path in MODULES if "PublicIndex" in path.read_text()}
    assert readers == {"cms/publishing/models.py", "cms/publishing/public_index.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_says_what_it_is_the_only_home_of(path):
    docstring = ast.get_docstring(ast.parse(path.read_text())) or ""
    assert docstring.startswith("The only home of"), docstring[:60]
    assert docstring.splitlines()[0].endswith((".", ":")), docstring.splitlines()[0]
