"""The only home of what holds across modules: a page type is in all of its places, and a module says what it is for."""

import ast
import inspect
import json
import re
from collections import defaultdict
from dataclasses import fields
from pathlib import Path

import polib
import pytest
from django.utils.translation import override
from graphql import NoDeprecatedCustomRule, parse, validate
from strawberry.utils.str_converters import to_camel_case
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from api.contract.consumers import operations_of, uses_of
from api.reading.lists.case_conditions import CaseConditions
from api.reading.lists.case_filters import CONDITIONS
from api.types import PAGE_TYPES
from api.types.body import BLOCK_TYPES
from api.types.case_lists import CaseFilter, conditions
from cms.blocks import BodyBlock, IllustratedBlock
from cms.demo import content, formats, media, pages
from cms.demo.blocks import References, body
from cms.demo.pages import model_of
from cms.media.models import Image
from cms.pages import BasePage
from cms.publishing import sql
from cms.publishing.documents import FORMAT
from cms.publishing.snippets import snippet_models
from tests import factories
from tests.api import test_what_is_read as what_is_read
from tests.api.everything import SCHEMA, TYPES
from tests.api.site import small_site
from tests.demo import small_content
from tests.publishing import shapes

ROOT = Path(__file__).parents[1]
PACKAGES = ("api", "cases", "cms", "home")  # tests say what they claim
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if "migrations" not in path.parts and path.read_text().strip()
)

CONTRACT = ROOT / "frontend_contract"
OPERATIONS = "\n".join(path.read_text() for path in (CONTRACT / "operations").rglob("*.graphql"))
FRAGMENTS = re.findall(r"^fragment (\w+) on (\w+) \{(.*?)^\}", OPERATIONS, re.MULTILINE | re.DOTALL)
OPERATION_NAMES = operations_of(parse(OPERATIONS)).keys()
USED = set().union(*uses_of(parse(OPERATIONS), SCHEMA).values())
VARIABLES = json.loads((CONTRACT / "operations" / "variables.json").read_text())
CONFORMANCE = (CONTRACT / "conformance" / "server.mjs").read_text()
SITE = CONTRACT / "reference_site" / "src"
SCREENS = (SITE / "screens" / "index.mjs").read_text()
PARTS = (SITE / "blocks.mjs").read_text()
KINDS = (SITE / "searching.mjs").read_text()
ADDRESSES = (SITE / "list-address.mjs").read_text()
FACETS = dict(re.findall(r'\{ name: "(\w+)", condition: "(\w+)"', ADDRESSES.split("ARTICLE_FACETS")[0]))
ENTRIES = (SITE / "screens" / "case-index.mjs").read_text()
WORDS = {path.name: path.read_text() for path in (SITE / "texts").glob("??.mjs")}
DEMO = content.read(content.FOLDER)
DOCUMENTS_TEST = (ROOT / "tests/publishing/test_documents.py").read_text()
BLOCKS_TEST = (ROOT / "tests/api/site/test_blocks.py").read_text()
FILTERS_TEST = (ROOT / "tests/api/reading/lists/test_case_filters.py").read_text()
ASKING = [
    *(CONTRACT / "operations").rglob("*.graphql"),
    *(path for path in (CONTRACT / "snippets").iterdir() if path.suffix in (".mjs", ".ts", ".tsx")),
    *(ROOT / "docs").glob("*.md"),
    *(folder / "README.md" for folder in (ROOT, CONTRACT)),
]
DEMO_GUIDE = (content.FOLDER / "README.md").read_text()
for _, _, picture in media.images(DEMO):  # as the loader puts rows there
    picture["image"] = 0
for entry, _, download in media.downloads(DEMO):
    download["document"] = dict.fromkeys(entry.languages, 0)
EVERYONE = References(*(defaultdict(int) for _ in fields(References)))
DEMO_BODIES = [
    block
    for entry in DEMO.pages()
    for block in json.loads(body(entry, entry.in_language(content.ORIGINAL).get("body", []), EVERYONE))
]
SITE_NAME = SITE.relative_to(ROOT)
OF_FILES = {"languages", "first_published", "later"}  # keys that are no field of the page
NEED_A_TOKEN = {"preview", "unlockPage"}  # nor has the small demo a page behind a password
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
        model.page_description,
        *(field.verbose_name for field in own if "verbose_name" in field.deconstruct()[3]),
        *(field.help_text for field in own),
    ]
    app = model._meta.app_label
    form = model.get_edit_handler().get_form_class()
    pictures = [field.name for field in own if field.related_model is Image]
    described = {place.image for place in model.image_places}
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
            model in parent.allowed_subpage_models()
            for parent in page_types()
            if parent._meta.label in model.parent_page_types
        )
        or Page._meta.label in model.parent_page_types,
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
    stored = [one["value"] for one in DEMO_BODIES if one["type"] == name]
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
        what = "Stored documents lack this until FORMAT in cms/publishing/documents.py is one higher"
        assert not lacking, "\n  ".join([f"{what}:", *lacking])
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


def migrations_of(app):
    return "".join(path.read_text() for path in (ROOT / app / "migrations").glob("0*.py"))


def is_part_of(whole, name):
    """Whether a fragment on the type is spread in the fragment that has all of them."""
    [inside] = [body for fragment, _, body in FRAGMENTS if fragment == whole]
    return any(re.search(rf"\.\.\.{fragment}\b", inside) for fragment, on, _ in FRAGMENTS if on == name)


def places_in_demo(name, entries):
    """Where the demo's loader has to know a page type, by its files."""
    kinds = {entry.kind for entry in entries}
    loaded = {(entry.kind, entry.code) for entry in pages.in_tree_order(DEMO)}
    return {
        f"cms/demo/content: no file becomes a {name} (PAGE_KINDS in content.py, model_of in pages.py)": bool(entries),
        **{f"cms/demo/formats.py: FORMATS has no {kind!r}": kind in formats.FORMATS for kind in kinds},
        **{f"cms/demo/content/README.md: says nothing of “{kind}”": f"`{kind}" in DEMO_GUIDE for kind in kinds},
        **{
            f"cms/demo/pages.py: in_tree_order leaves out {entry.file}": (entry.kind, entry.code) in loaded
            for entry in entries
        },
        **{
            f"cms/demo/pages.py: neither fields() nor rows() takes {key!r} of {entry.kind}/": False
            for entry in entries
            for key in untaken(entry)
        },
    }


def untaken(entry):
    """The keys of a file that no field and no row of its page is made from."""
    made = {*pages.fields(entry, content.ORIGINAL, EVERYONE), *pages.rows(entry, EVERYONE)}
    return [key for key in entry.data if key not in OF_FILES and not {key, f"{key}_id"} & made]


def in_demo(folder):
    return {model_of(entry) for entry in pages.in_tree_order(content.read(folder))}


def small_demo(folder):
    small_content.write(folder, small_content.small_content())
    return folder


def blocks_of(function):
    """The blocks that a body of the factories has, by its text: making one needs a database."""
    return set(re.findall(r"^        (\w+)=", inspect.getsource(getattr(factories, function)), re.MULTILINE))


def children_of(block):
    """The blocks right inside a block, by their names there."""
    return {"": block.child_block} if isinstance(block, blocks.ListBlock) else getattr(block, "child_blocks", {})


def labels_of(block):
    """What editors read of a block and of all that is in it."""
    own = [block.meta.label, getattr(getattr(block, "field", None), "help_text", "")]
    return [*own, *(label for child in children_of(block).values() for label in labels_of(child))]


def pictures_without_a_place(block):
    """The pictures in a block, and in all that is in it, which nobody would have to describe."""
    places = {place.image for place in block.image_places} if isinstance(block, IllustratedBlock) else set()
    for name, child in children_of(block).items():
        if isinstance(child, ImageChooserBlock) and name not in places:
            yield f"{type(block).__name__} is no IllustratedBlock whose image_places has {name!r}"
        yield from pictures_without_a_place(child)


def is_stored_form(block, value):
    """Whether a value is of the form that a block is stored in; what is optional may be missing."""
    if isinstance(block, blocks.StructBlock):
        return value.keys() <= block.child_blocks.keys() and all(
            is_stored_form(block.child_blocks[name], inner) for name, inner in value.items()
        )
    if isinstance(block, blocks.ListBlock):
        return all(
            isinstance(item, dict)
            and item.keys() == {"type", "id", "value"}
            and is_stored_form(block.child_block, item["value"])
            for item in value
        )
    if isinstance(block, blocks.ChooserBlock):
        return value is None or isinstance(value, int)
    return not (isinstance(block, blocks.RichTextBlock) and "<a page=" in value)


def fields_in_their_places(name):
    """Where the fields of a type of the schema have to be, and those of what it is made of; a block's are its own."""
    parts = [*what_is_read.parts_below(TYPES[name], {"Block"})] if name in TYPES else []
    return {
        **{
            f"tests/api/test_what_is_read.py: neither READ nor UNREAD has {text} of {part.name}": False
            for part in parts
            for text in what_is_read.texts_not_known(part)
        },
        **{
            f"frontend_contract/operations: nothing asks for {part.name}.{field}": f"{part.name}.{field}" in USED
            for part in parts
            if part.name != "RichText"  # it says the same in several ways
            for field in what_is_read.fields(part)
        },
    }


def asked_in(path):
    """What a file asks the API for: a document itself, or a text in it that is one."""
    text = path.read_text()
    if path.suffix == ".graphql":
        return [text]
    inside = re.findall(r"```graphql\n(.*?)```" if path.suffix == ".md" else r"`(.*?)`", text, re.DOTALL)
    return [document for document in inside if re.match(r"\s*(query\b|\{)", document)]


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
