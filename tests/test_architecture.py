"""The only home of what holds across modules: a page type is in all of its places, and a module says what it is for."""

import ast
import inspect
import json
import re
from pathlib import Path

import polib
import pytest
from django.utils.translation import override
from wagtail.models import Page

from api.contract import manifest
from api.types import PAGE_TYPES
from api.types.body import BLOCK_TYPES
from cms.blocks import BodyBlock
from cms.demo import content
from cms.demo.pages import model_of
from cms.pages import BasePage
from cms.publishing import sql
from cms.publishing.snippets import snippet_models
from tests import factories
from tests.api.site import small_site
from tests.demo import small_content

ROOT = Path(__file__).parents[1]
PACKAGES = ("api", "cases", "cms", "home")  # tests say what they claim
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if "migrations" not in path.parts and path.read_text().strip()
)

CONTRACT = ROOT / "frontend_contract"
OPERATIONS = [path.read_text() for path in (CONTRACT / "operations").rglob("*.graphql")]
VARIABLES = json.loads((CONTRACT / "operations" / "variables.json").read_text())
SCREENS = (CONTRACT / "reference_site" / "src" / "screens" / "index.mjs").read_text()
PARTS = (CONTRACT / "reference_site" / "src" / "blocks.mjs").read_text()
TRANSLATED = {
    language: {
        entry.msgid
        for entry in polib.pofile(ROOT / "locale" / language / "LC_MESSAGES" / "django.po").translated_entries()
    }
    for language in ("fi", "sv")
}


def page_types(base: type[BasePage] = BasePage) -> list[type[BasePage]]:
    """Every page type that editors can make."""
    found = [model for subclass in base.__subclasses__() for model in (subclass, *page_types(subclass))]
    return [model for model in found if not model._meta.abstract]


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_page_type_is_in_all_of_its_places(model, tmp_path):
    name, label = model.__name__, model._meta.label_lower
    own = [field for field in model._meta.local_fields if not field.auto_created and not field.primary_key]
    labels = [
        model._meta.verbose_name,
        model._meta.verbose_name_plural,
        getattr(model, "page_description", ""),
        *(field.verbose_name for field in own if "verbose_name" in field.deconstruct()[3]),
    ]
    app = model._meta.app_label
    places = {
        f"{app}/migrations: none makes {name} (manage.py makemigrations)": f'name="{name}",' in migrations_of(app),
        f"no page type, nor the root, may have one below it: name {name} in some subpage_types": any(
            model in parent.allowed_subpage_models() for parent in [Page, *page_types()]
        ),
        f"api/types/__init__.py: PAGE_TYPES has no {label!r}": label in PAGE_TYPES,
        f"api/types: the type for {label} is not called {name}": getattr(PAGE_TYPES.get(label), "__name__", "") == name,
        f"tests/factories.py: there is no {name}Factory": hasattr(factories, f"{name}Factory"),
        f"tests/api/site/small_site.py: PATHS has no {name}": name in small_site.PATHS,
        f"frontend_contract/operations: no document says “... on {name}”, by itself or in a fragment": is_asked_for(
            name
        ),
        f"frontend_contract/reference_site/src/screens/index.mjs: SCREENS has no {name}": f"  {name}: " in SCREENS,
        f"cms/demo/content: no file becomes a {name} (cms/demo/pages.py: model_of)": model in in_demo(content.FOLDER),
        f"tests/demo/small_content.py: nothing becomes a {name}": model in in_demo(small_demo(tmp_path)),
        **labels_in_both_languages(labels),
    }
    assert_all(places, f"{name} is not yet everywhere where a page type is (docs/extending.md, “A page type”)")


@pytest.mark.parametrize("name", BodyBlock().child_blocks)
def test_block_is_in_all_of_its_places(name):
    block = BodyBlock().child_blocks[name]
    called = type(block).__name__
    places = {
        f"api/types/body.py: BLOCK_TYPES has no {name!r}": name in BLOCK_TYPES,
        f"api/types/blocks.py: the type for {name} is not called {called}": (
            getattr(BLOCK_TYPES.get(name), "__name__", "") == called
        ),
        f"tests/factories.py: full_body has no {name!r}": name in blocks_of("full_body"),
        f"tests/factories.py: empty_body has no {name!r}": name in blocks_of("empty_body"),
        f"frontend_contract/operations/fragments: no fragment “on {called}”": is_asked_for(called),
        f"frontend_contract/reference_site/src/blocks.mjs: BLOCKS has no {called}": re.search(
            rf"^  {called}[:,(]", PARTS, re.MULTILINE
        ),
        f"tests/demo/small_content.py: BODY has no {name!r}": any(name in part for part in small_content.BODY),
        **labels_in_both_languages([block.label]),
    }
    assert_all(places, f"{name} is not yet everywhere where a block is (docs/extending.md, “A block”)")


@pytest.mark.parametrize("model", snippet_models(), ids=lambda model: model.__name__)
def test_snippet_is_in_the_definition_of_public(model):
    label, table = model._meta.label_lower, model._meta.db_table
    newest = {name: sql.text(name, sql.numbers(name)[-1]) for name in ("publishedsnippet", "snippet_gone")}
    places = {
        f"cms/publishing/sql/{name}: its next number names {label!r} and {table}": (
            f"'{label}'" in text and re.search(rf"\b{table}\b", text)
        )
        for name, text in newest.items()
    }
    assert_all(
        places, f"{model.__name__} is not yet public when it is published (docs/extending.md, “A kind of snippet”)"
    )


@pytest.mark.parametrize("operation", manifest.by_operation())
def test_operation_is_asked_with_something_in_every_language(operation):
    given = VARIABLES.get(operation, {})
    assert {*given} == {"en", "fi", "sv"}, f"frontend_contract/operations/variables.json: {operation} has {[*given]}"


def test_api_has_no_page_type_without_a_model():
    assert PAGE_TYPES.keys() <= {model._meta.label_lower for model in page_types()}


def test_api_has_no_block_without_a_block():
    assert BLOCK_TYPES.keys() <= BodyBlock().child_blocks.keys()


def assert_all(places, what):
    """All that is missing in one message, whatever pytest would cut."""
    missing = [place for place, there in places.items() if not there]
    if missing:
        pytest.fail("\n  ".join([f"{what}:", *missing]), pytrace=False)


def migrations_of(app):
    return "".join(path.read_text() for path in (ROOT / app / "migrations").glob("0*.py"))


def is_asked_for(name):
    return any(re.search(rf"\bon {name}\b", text) for text in OPERATIONS)


def in_demo(folder):
    return {model_of(entry) for entry in content.read(folder).pages()}


def small_demo(folder):
    small_content.write(folder, small_content.small_content())
    return folder


def blocks_of(function):
    """The blocks that a body of the factories has, by its text: making one needs a database."""
    return set(re.findall(r"^        (\w+)=", inspect.getsource(getattr(factories, function)), re.MULTILINE))


def labels_in_both_languages(labels):
    with override("en"):
        texts = [str(label) for label in labels if label]
    return {
        f"locale/{language}/LC_MESSAGES/django.po: no translation of “{text}” (make messages)": text in known
        for language, known in TRANSLATED.items()
        for text in texts
    }


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
