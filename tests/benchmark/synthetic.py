"""The only home of many cases for measuring: copies of the demo's cases with other names, facts and dates.

Publishing thousands through Wagtail takes an hour. Here all that publication writes is copied into the tables: the page
and what is below it, its revision and document, the admin's indexes. What a case has from the demo's was derived when
that was published; a test publishes such cases again, and nothing changes.
"""

import random
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F, Field, Model, QuerySet
from modelcluster.models import get_all_child_relations
from psycopg import sql
from wagtail.models import COMMENTS_RELATION_NAME, Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry
from wagtail_localize.strings import StringValue

from cases.models import CasePage, Municipality
from cms.demo.content import ORIGINAL
from cms.publishing.collation import sort_key
from cms.publishing.models import PathHistory, PublishedDocument, PublishedPage
from cms.publishing.publication import search_words
from cms.publishing.texts import blocks, digest, segments

MADE = "synthetic"  # begins the slug of every page made here
MOST_AT_ONCE = 200
OWN_TEXTS = ("title", "slug")  # what every case says in its own way
LANGUAGES = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
CHILDREN = {
    relation.get_accessor_name(): relation.related_model
    for relation in get_all_child_relations(CasePage)
    if relation.get_accessor_name() != COMMENTS_RELATION_NAME
}

Content = dict[str, Any]


class SyntheticError(Exception):
    """What keeps cases from being made, in words for whoever asked for them."""


class Template:
    """One of the demo's cases in one language, with what of it is the same in every case made after it."""

    def __init__(self, page: CasePage, stored: PublishedDocument) -> None:
        self.page = page
        self.stored = stored
        self.language = page.locale.language_code
        self.columns = {field.attname: getattr(page, field.attname) for field in CasePage._meta.concrete_fields}
        published = page.with_content_json(stored.revision_content)
        self.blocks = blocks(published)
        texts = segments(published)
        self.segments = [segment for segment in texts if segment[0] not in OWN_TEXTS]
        self.attributes = {path: attributes for path, _, attributes in texts if path in OWN_TEXTS}
        references = ReferenceIndex.objects.filter(
            object_id=str(page.pk), content_type__model=CasePage._meta.model_name
        )
        self.references = [row for row in references if row.content_path.split(".")[0] not in CHILDREN]

    def digest(self, **own: str) -> str:
        """Of the texts that translators get, with these in place of the template's."""
        texts = [(path, StringValue.from_plaintext(own[path]).data, self.attributes[path]) for path in OWN_TEXTS]
        return digest([*self.segments, *texts], self.blocks)


class Synthetic:
    """Makes cases, the same ones every time: `seed` and its number are all that chance knows of a case."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        self.templates = _templates()
        self.priorities = list(
            PublishedPage.objects.filter(type="home.prioritypage", locale=ORIGINAL)
            .order_by("tree_path")
            .values_list("id", "translation_key")
        )
        self.municipalities = list(Municipality.objects.order_by("code").values_list("code", "name"))

    def present(self) -> int:
        return _made().filter(locale__language_code=ORIGINAL).count()

    def make(self, number: int) -> Iterator[int]:
        """Let there be `number` cases in each language; yields how many were made or removed each time."""
        present = self.present()
        for start in range(number, present, MOST_AT_ONCE):
            some = range(start, min(start + MOST_AT_ONCE, present))
            with transaction.atomic():
                _remove(some)
            yield len(some)
        for start in range(present, number, MOST_AT_ONCE):
            some = range(start, min(start + MOST_AT_ONCE, number))
            with transaction.atomic():
                self._make(some)
            yield len(some)

    def _make(self, numbers: range) -> None:
        ids, places = _Ids(len(numbers) * len(LANGUAGES)), _Places()
        cases = [case for number in numbers for case in self._versions(number, ids, places)]
        _copy(Page, (case.page for case in cases))
        _copy(CasePage, (case.page for case in cases))
        for name, model in CHILDREN.items():
            _copy(model, (row for case in cases for row in case.children(name)))
        _copy(Revision, (case.revision() for case in cases))
        _copy(PublishedDocument, (case.document() for case in cases))
        _copy(ReferenceIndex, (reference for case in cases for reference in case.references(ids)))
        get_search_backend().add_bulk(CasePage, [case.page for case in cases])
        places.count_children()

    def _versions(self, number: int, ids: "_Ids", places: "_Places") -> Iterator["_Case"]:
        """A case in each language."""
        chance = random.Random(f"{self.seed} {number}")  # noqa: S311  # nothing is kept secret with it
        versions, facts = chance.choice(self.templates), self._facts(number, chance)
        key = uuid.UUID(int=chance.getrandbits(128), version=4)
        for language in LANGUAGES:
            yield _Case(versions[language], facts, key, ids, places)

    def _facts(self, number: int, chance: random.Random) -> Content:
        """What one case has in every language."""
        start = chance.randint(2012, 2026)
        code, name = chance.choice(self.municipalities)
        priorities = chance.sample(self.priorities, k=min(2, len(self.priorities)))
        goals = chance.sample(range(1, 18), k=3)
        north, east = round(60.1 + chance.random() / 2, 4), round(24.1 + 2 * chance.random(), 4)
        return {
            "number": number + 1,
            "name": name,
            "fields": {
                "status": chance.choice(CasePage.Status.values),
                "start_date": str(start),
                "end_date": str(start + chance.randint(1, 5)),
            },
            "rows": {
                "priorities": [{"priority": pk} for pk, _ in priorities],
                "goals": [{"goal": goal} for goal in goals],
                "municipalities": [{"municipality": code}],
                "locations": [{"latitude": north, "longitude": east, "as_typed": {}}],
            },
            "document": {
                "priorities": [{"priority": str(key)} for _, key in priorities],
                "goals": [{"goal": goal} for goal in goals],
                "municipalities": [{"municipality": code}],
                "locations": [{"latitude": north, "longitude": east}],
            },
            "mentions": {
                "home.prioritypage": sorted(str(key) for _, key in priorities),
                "cases.goal": sorted(goals),
                "cases.municipality": [code],
            },
        }


class _Case:
    """A case in one language as it is once it is published: what of it is in which table."""

    def __init__(self, template: Template, facts: Content, key: uuid.UUID, ids: "_Ids", places: "_Places") -> None:
        original, number, name = template.page, facts["number"], facts["name"]
        slug = f"{MADE}-{number}"
        title = f"{original.title} {number}, {name.get(template.language) or name['fi']}"
        published = original.first_published_at - timedelta(days=number % 3650, minutes=number)
        url_path = f"{original.url_path.rstrip('/').rpartition('/')[0]}/{slug}/"
        pk, revision = ids.next(Page), ids.next(Revision)
        same = {
            "path": places.below(original),
            "title": title,
            "draft_title": title,
            "slug": slug,
            "url_path": url_path,
        }
        self.template, self.facts = template, facts
        self.page = CasePage(
            **{
                **template.columns,
                **same,
                **facts["fields"],
                "id": pk,
                "page_ptr_id": pk,
                "translation_key": key,
                "first_published_at": published,
                "last_published_at": published,
                "latest_revision_created_at": published,
                "live_revision_id": revision,
                "latest_revision_id": revision,
                "live": True,
                "has_unpublished_changes": False,
            }
        )
        self.rows = {
            name: [
                {**row, "pk": ids.next(model), "page": pk, "sort_order": place}
                for place, row in enumerate(facts["rows"].get(name, template.stored.revision_content.get(name) or []))
            ]
            for name, model in CHILDREN.items()
        }
        self.content = {
            **template.stored.revision_content,
            **same,
            **facts["fields"],
            **self.rows,
            "pk": pk,
            "translation_key": str(key),
        }

    def children(self, name: str) -> Iterator[Model]:
        fields = {field.name: field.attname for field in CHILDREN[name]._meta.concrete_fields}
        for row in self.rows[name]:
            yield CHILDREN[name](**{fields.get(key, key): value for key, value in row.items()})

    def revision(self) -> Revision:
        return Revision(
            pk=self.page.live_revision_id,
            content_type=ContentType.objects.get_for_model(CasePage),
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=str(self.page.pk),
            created_at=self.page.first_published_at,
            content=self.content,
            object_str=self.page.title,
        )

    def document(self) -> PublishedDocument:
        """What is derived from that revision; what the facts do not change is as it was derived for the template."""
        title, stored = self.page.title, self.template.stored
        document = {**stored.document, "title": title, **self.facts["fields"], **self.facts["document"]}
        return PublishedDocument(
            **{
                **{field.attname: getattr(stored, field.attname) for field in _own_fields(PublishedDocument)},
                "page_id": self.page.pk,
                "revision_id": self.page.live_revision_id,
                "revision_content": self.content,
                "source_digest": "",  # wagtail-localize knows nothing of it
                "title": title,
                "document": document,
                "mentions": {**stored.mentions, "head": {**stored.mentions["head"], **self.facts["mentions"]}},
                "facets": CasePage.facets(document),
                "text_digest": self.template.digest(title=title, slug=self.page.slug),
                "sort_title": sort_key(title, self.template.language),
                "listed_at": self.page.first_published_at,
                "search_text": {**stored.search_text, "A": title},
                "search_words": {**stored.search_words, **search_words({"A": title})},
            }
        )

    def references(self, ids: "_Ids") -> Iterator[ReferenceIndex]:
        """Wagtail's index of who refers to what: the template's, and those of the rows below the page."""
        for row in self.template.references:
            yield self._reference(ids, row.to_content_type_id, row.to_object_id, row.model_path, row.content_path)
        for name, model in CHILDREN.items():
            for field in model._meta.concrete_fields:
                if not field.is_relation or field.name == "page":
                    continue
                parents = field.related_model._meta.get_parent_list()
                content_type = ContentType.objects.get_for_model(parents[-1] if parents else field.related_model)
                for row in (row for row in self.rows[name] if row[field.name] is not None):
                    paths = f"{name}.item.{field.name}", f"{name}.{row['pk']}.{field.name}"
                    yield self._reference(ids, content_type.pk, str(row[field.name]), *paths)

    def _reference(self, ids: "_Ids", content_type: int, pk: str, model_path: str, content_path: str) -> ReferenceIndex:
        return ReferenceIndex(
            pk=ids.next(ReferenceIndex),
            content_type=ContentType.objects.get_for_model(CasePage),
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=str(self.page.pk),
            to_content_type_id=content_type,
            to_object_id=pk,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),  # noqa: SLF001  # Wagtail has no other
        )


class _Ids:
    """Ids that PostgreSQL has given away, for each table as many at once as there are pages."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.known: dict[type[Model], Iterator[int]] = {}

    def next(self, model: type[Model]) -> int:
        if (pk := next(self.known.get(model, iter(())), None)) is None:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                    [model._meta.db_table, model._meta.pk.column, self.number],
                )
                self.known[model] = iter([pk for (pk,) in cursor.fetchall()])
            pk = next(self.known[model])
        return pk


class _Places:
    """Places in the tree, the next one below each list of cases."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}
        self.taken: dict[str, int] = {}

    def below(self, original: CasePage) -> str:
        parent = original.path[: -Page.steplen]
        if parent not in self.last:
            last = Page.objects.filter(path__startswith=parent, depth=original.depth).order_by("-path").first()
            self.last[parent] = int(last.path[-Page.steplen :], 36)
        self.last[parent] += 1
        self.taken[parent] = self.taken.get(parent, 0) + 1
        path: str = Page._get_path(parent, original.depth, self.last[parent])  # noqa: SLF001  # treebeard has no other
        return path

    def count_children(self) -> None:
        for parent, number in self.taken.items():
            Page.objects.filter(path=parent).update(numchild=F("numchild") + number)


def _own_fields(model: type[Model]) -> list[Field[Any, Any]]:
    """Those of this model's own table that PostgreSQL does not work out itself."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def _copy(model: type[Model], rows: Iterable[Model]) -> None:
    """Insert rows as they are, into this model's own table alone."""
    fields = _own_fields(model)
    names = sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), names)
    # Beforehand: while it copies, the connection answers nothing else, and waits for ever.
    values = [[field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields] for row in rows]
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for value in values:
            copy.write_row(value)


def _templates() -> list[dict[str, Template]]:
    """The demo's cases that are there in every language, by language."""
    found: dict[str, dict[str, Template]] = {}
    public = PublishedPage.objects.filter(type=CasePage._meta.label_lower).values("id")
    documents = PublishedDocument.objects.filter(pk__in=public).exclude(page__slug__startswith=f"{MADE}-")
    pages = CasePage.objects.select_related("locale").in_bulk(documents.values_list("pk", flat=True))
    for document in documents.order_by("pk"):
        template = Template(pages[document.pk], document)
        found.setdefault(str(template.page.translation_key), {})[template.language] = template
    complete = [versions for versions in found.values() if versions.keys() == set(LANGUAGES)]
    if not complete:
        raise SyntheticError("No case is published in every language. Load the demo first: manage.py load_demo")
    return complete


def _made() -> QuerySet[Page]:
    return Page.objects.filter(slug__startswith=f"{MADE}-")


def _remove(numbers: range) -> None:
    """Take cases away with all that was made of them; through Wagtail it would take as long as publishing them."""
    pages = list(_made().filter(slug__in=[f"{MADE}-{number + 1}" for number in numbers]))
    ids, names = [page.pk for page in pages], [str(page.pk) for page in pages]
    kind = {"base_content_type": ContentType.objects.get_for_model(Page), "object_id__in": names}
    _places_left(pages)
    for rows in (
        *(model._default_manager.filter(page__in=ids) for model in CHILDREN.values()),
        PublishedDocument.objects.filter(page__in=ids),
        PathHistory.objects.filter(translation_key__in={page.translation_key for page in pages}),
        PageLogEntry.objects.filter(page__in=ids),
        ReferenceIndex.objects.filter(**kind),
        IndexEntry.objects.filter(content_type=ContentType.objects.get_for_model(CasePage), object_id__in=names),
        # A page names its revisions.
        Page.objects.filter(pk__in=ids),
        Revision.objects.filter(**kind),
    ):
        if rows.model is Page:
            with connection.cursor() as cursor:
                table = sql.Identifier(CasePage._meta.db_table)
                cursor.execute(sql.SQL("DELETE FROM {} WHERE page_ptr_id = ANY (%s)").format(table), [ids])
        rows._raw_delete(rows.db)  # noqa: SLF001  # Django's deletion asks every table for what refers to the rows


def _places_left(pages: list[Page]) -> None:
    for parent, number in Counter(page.path[: -Page.steplen] for page in pages).items():
        Page.objects.filter(path=parent).update(numchild=F("numchild") - number)
