"""The only home of what a document mentions: every page, picture, file, snippet and row of reference data, by kind.

The kind is the model that is referred to, by its label: `media.image`, `cases.person`, `cases.casepage`;
`wagtailcore.page` where any page could have been chosen, and for links in texts. Whoever reads pages looks up what they
mention, and needs to know no block and no field by its name. What is in the body stands by itself: cards show none.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypedDict, cast

from django.db import models
from wagtail.images.models import AbstractImage
from wagtail.models import Page, TranslatableMixin

BODY = "body"  # the field that lists of pages are read without

Kinds = dict[str, list[Any]]  # translation keys of pages and snippets, and primary keys


class Mentions(TypedDict):
    head: Kinds  # all but the body
    body: Kinds
    pictures: list[str]  # own fields that hold one, in the model's order: what stands for the page, best first


def kind_of(model: type[models.Model]) -> str:
    return model._meta.label_lower


class Met:
    """The references met while a document is made, resolved all at once: one statement for each model."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._images: list[str] = []
        self._found: dict[bool, dict[str, set[Any]]] = {True: defaultdict(set), False: defaultdict(set)}
        self._wanted: dict[type[models.Model], dict[int, list[Callable[[str | None], None]]]] = defaultdict(
            lambda: defaultdict(list)
        )

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        """What is met until the end is in the field or the rows of this name."""
        self._path.append(name)
        yield
        self._path.pop()

    def put(self, model: type[models.Model], pk: Any, holder: Any, key: Any) -> None:
        """Set holder[key] to what means the row of `model` in every language; to None in the end, where it is gone."""
        holder[key] = pk
        if pk is None:
            return
        kind = self._found[self._path[0] == BODY][kind_of(model)]
        if not issubclass(model, TranslatableMixin):
            kind.add(pk)
            if issubclass(model, AbstractImage) and self._path == [key]:
                self._images.append(key)
            return

        def assign(translation_key: str | None) -> None:
            holder[key] = translation_key
            if translation_key is not None:
                kind.add(translation_key)

        self._wanted[Page if issubclass(model, Page) else model][pk].append(assign)

    def resolve(self) -> Mentions:
        for model, wanted in self._wanted.items():
            rows = cast(
                Iterable[tuple[int, uuid.UUID]],
                model._default_manager.filter(pk__in=wanted).values_list("pk", "translation_key"),
            )
            keys = dict(rows)
            for pk, assigns in wanted.items():
                for assign in assigns:
                    assign(str(keys[pk]) if pk in keys else None)
        head, body = (
            {kind: sorted(keys) for kind, keys in sorted(found.items()) if keys}
            for found in (self._found[False], self._found[True])
        )
        return {"head": head, "body": body, "pictures": self._images}
