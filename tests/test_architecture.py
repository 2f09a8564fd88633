"""The only home of what holds across modules: a page type is in all of its places, and a module says what it is for."""

import ast
import inspect
import json
import re
from dataclasses import fields

import pytest
from graphql import NoDeprecatedCustomRule, parse, validate
from strawberry.utils.str_converters import to_camel_case
from wagtail.models import Page

from api.reading.lists.case_conditions import CaseConditions
from api.reading.lists.case_filters import CONDITIONS
from api.types import PAGE_TYPES
from api.types.body import BLOCK_TYPES
from api.types.case_lists import CaseFilter, conditions
from cms.blocks import BodyBlock
from cms.demo import formats
from cms.demo.pages import model_of
from cms.media.models import Image
from cms.publishing import sql
from cms.publishing.documents import FORMAT
from cms.publishing.snippets import snippet_models
from tests import factories
from tests.api.everything import SCHEMA, TYPES
from tests.api.site import small_site
from tests.demo import small_content
from tests.places import (
    ADDRESSES,
    ASKING,
    BLOCKS_TEST,
    CONFORMANCE,
    DEMO,
    DEMO_GUIDE,
    DOCUMENTS_TEST,
    ENTRIES,
    FACETS,
    FILTERS_TEST,
    KINDS,
    OPERATION_NAMES,
    PARTS,
    ROOT,
    SCREENS,
    SITE_NAME,
    VARIABLES,
    WORDS,
    asked_in,
    blocks_of,
    fields_in_their_places,
    in_demo,
    is_part_of,
    is_stored_form,
    labels_in_both_languages,
    labels_of,
    migrations_of,
    page_types,
    pictures_without_a_place,
    places_in_demo,
    small_demo,
    stored_in_demo,
)
from tests.publishing import shapes

PACKAGES = ("api", "cases", "cms", "home")  # tests say what they claim
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if "migrations" not in path.parts and path.read_text().strip()
)

NEED_A_TOKEN = {"preview", "unlockPage"}  # nor has the small demo a page behind a password


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_page_type_is_in_all_of_its_places(model, tmp_path):
    name, label = model.__name__, model._meta.label_lower
    own = [field for field in model._meta.local_fields if not field.auto_created and not field.primary_key]
    labels = [
        model._meta.verbose_name,
        model._meta.verbose_name_plural,
        model.page_description,
        *(field.verbose_name for field in own if "verbose_name" in field.deconstruct()[3]),
        *(field.help_text for field in own),
    ]
    app = model._meta.app_label
    form = model.get_edit_handler().get_form_class()
    pictures = [field.name for field in own if field.related_model is Image]
    described = {place.image for place in model.image_places}
    stands_below = getattr(model, "parent_page_types", ())
    places = {
        f"{app}/migrations: none makes {name} (manage.py makemigrations)": f'name="{name}",' in migrations_of(app),
        f"{app}/models.py: {name} has no page_description": model.page_description,
        **{
            f"{app}/models.py: no panel of {name} has {field.name}": field.name in form.base_fields
            for field in own
            if field.editable
        },
        **{f"{app}/models.py: image_places of {name} has no {one}": one in described for one in pictures},
        f"{app}/models.py: no type in parent_page_types of {name} has it in its subpage_types": any(
            model in parent.allowed_subpage_models() for parent in page_types() if parent._meta.label in stands_below
        )
        or Page._meta.label in stands_below,
        f"api/types/__init__.py: PAGE_TYPES has no {label!r}": label in PAGE_TYPES,
        f"api/types: the type for {label} is not called {name}": getattr(PAGE_TYPES.get(label), "__name__", "") == name,
        **fields_in_their_places(name),
        f"tests/factories.py: there is no {name}Factory": hasattr(factories, f"{name}Factory"),
        f"tests/api/site/small_site.py: PATHS has no {name}": name in small_site.PATHS,
        f"frontend_contract/operations: no fragment “on {name}” that AnyPage has": is_part_of("AnyPage", name),
        f"{SITE_NAME}/screens/index.mjs: SCREENS has no {name}": f"  {name}: " in SCREENS,
        f"{SITE_NAME}/searching.mjs: no kind of KINDS has {name}": f'"{name}"' in KINDS,
        **{f"{SITE_NAME}/texts/{file}: types has no {name}": f"  {name}: " in said for file, said in WORDS.items()},
        **places_in_demo(name, [entry for entry in DEMO.pages() if model_of(entry) is model]),
        f"tests/demo/small_content.py: nothing becomes a {name}": model in in_demo(small_demo(tmp_path)),
        **labels_in_both_languages(labels),
    }
    assert_all(places, f"{name} is not yet everywhere where a page type is (docs/extending.md, “A page type”)")


@pytest.mark.parametrize("name", BodyBlock().child_blocks)
def test_block_is_in_all_of_its_places(name):
    block = BodyBlock().child_blocks[name]
    called = type(block).__name__
    stored = stored_in_demo(name)
    apps = {model._meta.app_label for model in page_types() if hasattr(model, "body")}
    places = {
        **{
            f"{app}/migrations: no body has {name!r} (manage.py makemigrations)": f'("{name}",' in migrations_of(app)
            for app in apps
        },
        **{f"cms/blocks.py: {picture}": False for picture in pictures_without_a_place(block)},
        f"api/types/body.py: BLOCK_TYPES has no {name!r}": name in BLOCK_TYPES,
        f"api/types/blocks.py: the type for {name} is not called {called}": (
            getattr(BLOCK_TYPES.get(name), "__name__", "") == called
        ),
        **fields_in_their_places(called),
        f"tests/factories.py: full_body has no {name!r}": name in blocks_of("full_body"),
        f"tests/factories.py: empty_body has no {name!r}": name in blocks_of("empty_body"),
        f"tests/publishing/test_documents.py: nothing says what {name!r} becomes": f'"{name}"' in DOCUMENTS_TEST,
        f"tests/api/site/test_blocks.py: nothing says what readers get of {called}": f'"{called}"' in BLOCKS_TEST,
        f"frontend_contract/operations/fragments: no fragment “on {called}” that Blocks has": is_part_of(
            "Blocks", called
        ),
        f"{SITE_NAME}/blocks.mjs: BLOCKS has no {called}": re.search(rf"^  {called}[:,(]", PARTS, re.MULTILINE),
        f"cms/demo/formats.py: BLOCKS has no {name!r}": name in formats.BLOCKS,
        f"cms/demo/blocks.py: what BLOCKS makes of {name!r} is not what the block stores": all(
            is_stored_form(block, value) for value in stored
        ),
        f"cms/demo/content: no page has a {name!r} in its body": bool(stored),
        f"cms/demo/content/README.md: says nothing of “- {name}:”": f"\n- {name}: " in DEMO_GUIDE,
        f"tests/demo/small_content.py: BODY has no {name!r}": any(name in part for part in small_content.BODY),
        **labels_in_both_languages(labels_of(block)),
    }
    assert_all(places, f"{name} is not yet everywhere where a block is (docs/extending.md, “A block”)")


@pytest.mark.parametrize("name", [field.name for field in fields(CaseFilter)])
def test_condition_on_cases_is_in_all_of_its_places(name):
    places = {
        f"api/reading/lists/case_conditions.py: CaseConditions has no {name}": name
        in {field.name for field in fields(CaseConditions)},
        f"api/types/case_lists.py: conditions() does not pass {name} on, so it would narrow nothing": (
            f"{name}=" in inspect.getsource(conditions)
        ),
        f"api/reading/lists/case_filters.py: CONDITIONS has no {name!r}": name in CONDITIONS or name == "search",
        f"tests/api/reading/lists/test_case_filters.py: nothing says what {to_camel_case(name)} finds": name == "search"
        or re.search(rf"\b{to_camel_case(name)}\b", FILTERS_TEST),
    }
    assert_all(
        places, f"{name} is not yet everywhere where a filter is (docs/extending.md, “A filter of the case list”)"
    )


@pytest.mark.parametrize("name", FACETS)
def test_what_visitors_narrow_cases_by_is_in_all_of_its_places(name):
    is_single = re.search(rf'\{{ name: "{name}"[^\n]*single: true', ADDRESSES)
    places = {
        f"{SITE_NAME}/list-address.mjs: {name} asks for {FACETS[name]}, which CaseFilter has not": FACETS[name]
        in TYPES["CaseFilter"].fields,
        f"{SITE_NAME}/screens/case-index.mjs: ENTRIES has no {name}": f"\n  {name}: (" in ENTRIES,
        **{
            f"{SITE_NAME}/texts/{file}: facets has no {name}": re.search(rf"  facets: \{{[^}}]*\b{name}: ", said)
            for file, said in WORDS.items()
        },
        **{
            f"{SITE_NAME}/texts/{file}: any has no {name}": re.search(rf"  any: \{{[^}}]*\b{name}: ", said)
            for file, said in WORDS.items()
            if is_single
        },
    }
    assert_all(places, f"Visitors cannot yet narrow cases by {name} (docs/extending.md, “A filter of the case list”)")


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


def test_format_is_raised_where_stored_documents_would_lack_what_is_read():
    recorded = json.loads(shapes.RECORD.read_text())
    lacking = [f"{kind}: {name}" for kind, names in shapes.later(recorded["shapes"]).items() for name in names]
    if recorded["format"] == FORMAT:
        what = "FORMAT in cms/publishing/documents.py has to be one higher, as stored documents lack this"
        assert not lacking, "\n  ".join([f"{what} (docs/extending.md, “A further field”):", *lacking])
    assert recorded["format"] == FORMAT, f"Write down what documents hold from FORMAT {FORMAT} on: {shapes.WRITE}"


@pytest.mark.parametrize("operation", OPERATION_NAMES)
def test_operation_is_asked_with_something_in_every_language(operation):
    given = VARIABLES.get(operation, {})
    assert {*given} == {"en", "fi", "sv"}, f"frontend_contract/operations/variables.json: {operation} has {[*given]}"


@pytest.mark.parametrize("operation", sorted(OPERATION_NAMES - NEED_A_TOKEN))
def test_operation_is_asked_in_the_conformance_tests(operation):
    document = f"{operation[0].upper()}{operation[1:]}Document"
    assert f'"{document}"' in CONFORMANCE, f"frontend_contract/conformance/server.mjs: nothing asks {document}"


def test_nobody_is_told_to_ask_for_what_is_deprecated():
    """By an operation, a fragment, a snippet or a document of ours."""
    found = [
        f"{path.relative_to(ROOT)}: {error.message}"
        for path in ASKING
        for text in asked_in(path)
        for error in validate(SCHEMA, parse(text), [NoDeprecatedCustomRule])
    ]
    assert not found, "\n".join(["Ask for the new name (docs/extending.md, “A field's new name”):", *found])


def test_api_has_no_page_type_without_a_model():
    assert PAGE_TYPES.keys() <= {model._meta.label_lower for model in page_types()}


def test_api_has_no_block_without_a_block():
    assert BLOCK_TYPES.keys() <= BodyBlock().child_blocks.keys()


def assert_all(places, what):
    """All that is missing in one message, whatever pytest would cut."""
    missing = [place for place, there in places.items() if not there]
    if missing:
        pytest.fail("\n  ".join([f"{what}:", *missing]), pytrace=False)


def test_restricted_pages_are_read_where_access_is_decided_and_nowhere_else():
    written = [*MODULES, *ROOT.glob("api/reading/sql/*.sql")]
    names = ("RestrictedPage", "publishing_restrictedpage")
    readers = {str(path.relative_to(ROOT)) for path in written if any(name in path.read_text() for name in names)}
    assert readers == {
        "api/reading/private/pages.py",
        "api/reading/sql/known_of_paths.sql",
        "cms/publishing/models.py",
    }


def test_the_public_index_is_asked_in_one_place():
    names = ("PublicIndex", "IndexCount")
    readers = {str(path.relative_to(ROOT)) for path in MODULES if any(name in path.read_text() for name in names)}
    assert readers == {"cms/publishing/models.py", "cms/publishing/public_index.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_says_what_it_is_the_only_home_of(path):
    docstring = ast.get_docstring(ast.parse(path.read_text())) or ""
    assert docstring.startswith("The only home of"), docstring[:60]
    assert docstring.splitlines()[0].endswith((".", ":")), docstring.splitlines()[0]
