"""The only home of the places where a page type, a block and a field have to be, read once for all tests.

Those of the contract, the reference site, the documents, the tests themselves, the demo and the translations.
"""

import inspect
import json
import re
from collections import defaultdict
from dataclasses import fields
from pathlib import Path

import polib
from django.utils.translation import override
from graphql import parse
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from api.contract.consumers import operations_of, uses_of
from cms.blocks import IllustratedBlock
from cms.demo import content, formats, media, pages
from cms.demo.blocks import References, body
from cms.demo.pages import model_of
from cms.pages import BasePage
from tests import factories
from tests.api import test_what_is_read as what_is_read
from tests.api.everything import SCHEMA, TYPES
from tests.demo import small_content

ROOT = Path(__file__).parents[1]
CONTRACT = ROOT / "frontend_contract"
OPERATIONS = "\n".join(path.read_text() for path in (CONTRACT / "operations").rglob("*.graphql"))
FRAGMENTS = re.findall(r"^fragment (\w+) on (\w+) \{(.*?)^\}", OPERATIONS, re.MULTILINE | re.DOTALL)
OPERATION_NAMES = operations_of(parse(OPERATIONS)).keys()
USED = set().union(*uses_of(parse(OPERATIONS), SCHEMA).values())
VARIABLES = json.loads((CONTRACT / "operations" / "variables.json").read_text())
CONFORMANCE = (CONTRACT / "conformance" / "server.mjs").read_text()
SITE = CONTRACT / "reference_site" / "src"
SITE_NAME = SITE.relative_to(ROOT)
SCREENS = (SITE / "screens" / "index.mjs").read_text()
PARTS = (SITE / "blocks.mjs").read_text()
KINDS = (SITE / "searching.mjs").read_text()
ADDRESSES = (SITE / "list-address.mjs").read_text()
FACETS = dict(re.findall(r'\{ name: "(\w+)", condition: "(\w+)"', ADDRESSES.split("ARTICLE_FACETS")[0]))
ENTRIES = (SITE / "screens" / "case-index.mjs").read_text()
WORDS = {path.name: path.read_text() for path in (SITE / "texts").glob("??.mjs")}
DOCUMENTS_TEST = (ROOT / "tests/publishing/test_documents.py").read_text()
BLOCKS_TEST = (ROOT / "tests/api/site/test_blocks.py").read_text()
FILTERS_TEST = (ROOT / "tests/api/reading/lists/test_case_filters.py").read_text()
ASKING = [
    *(CONTRACT / "operations").rglob("*.graphql"),
    *(path for path in (CONTRACT / "snippets").iterdir() if path.suffix in (".mjs", ".ts", ".tsx")),
    *(ROOT / "docs").glob("*.md"),
    *(folder / "README.md" for folder in (ROOT, CONTRACT)),
]
DEMO = content.read(content.FOLDER)
DEMO_GUIDE = (content.FOLDER / "README.md").read_text()
for _, _, picture in media.images(DEMO):  # as the loader puts rows there
    picture["image"] = 0
for entry, _, download in media.downloads(DEMO):
    download["document"] = dict.fromkeys(entry.languages, 0)
EVERYONE = References(*(defaultdict(int) for _ in fields(References)))
OF_FILES = {"languages", "first_published", "later"}  # keys that are no field of the page
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


def stored_in_demo(name):
    """What the loader makes of the demo's blocks of a type, in all bodies."""
    written = [
        (entry, block)
        for entry in DEMO.pages()
        for block in entry.in_language(content.ORIGINAL).get("body", [])
        if name in block
    ]
    return [json.loads(body(entry, [block], EVERYONE))[0]["value"] for entry, block in written]


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
