"""The only home of what all page types share."""

from collections.abc import Collection, Iterator
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel, PublishingPanel
from wagtail.models import Page, Revision, Site

from cms.alternative_texts import DECORATIVE, DECORATIVE_HELP, Place
from cms.dangling import without_dangling
from cms.drafts import AsTypedField, DraftPageForm, refuse_unfinished
from cms.publishing import tree
from cms.publishing.documents import Content, Document
from cms.publishing.locks import lock_versions
from cms.publishing.page_texts import page_texts
from cms.publishing.places import place_of
from cms.publishing.previews import redirect_to_frontend
from cms.publishing.publication import Facets, Texts
from cms.rows import written_at_once

# What Wagtail sets by itself, and the database guards. The language is not here: it is part of what must be unique.
SET_BY_WAGTAIL = ("content_type", "owner", "locked_by", "latest_revision", "live_revision", "alias_of")


class DraftCopyForm(CopyForm):
    """Offers neither to publish the copy nor an alias: a copy is always a draft, and an alias is never content."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)


class BasePage(Page):
    """Title, ingress and card image; publication in one transaction; paths for a decoupled frontend."""

    ingress = models.TextField(
        _("ingress"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences: shown first, on cards and in search results."),
    )
    card_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("card image"),
        help_text=_("For cards and sharing. Empty: the page's main picture."),
    )
    card_image_alt = models.CharField(
        _("alternative text of the card image"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows here. Empty: the image's own text is used."),
    )
    card_image_decorative = models.BooleanField(DECORATIVE, default=False, help_text=DECORATIVE_HELP)

    as_typed = AsTypedField()
    noindex = models.BooleanField(
        _("hide from search engines"),
        default=False,
        help_text=_("Everyone with the address can still read the page; it is also left out of the sitemap."),
    )

    content_panels: ClassVar[list[Panel]] = [*Page.content_panels, FieldPanel("ingress")]
    promote_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("noindex"),
            ],
            _("For search engines"),
        ),
        MultiFieldPanel(
            [FieldPanel("card_image"), FieldPanel("card_image_alt"), FieldPanel("card_image_decorative")],
            _("For cards and sharing"),
        ),
    ]
    settings_panels: ClassVar[list[Panel]] = [PublishingPanel()]

    base_form_class = DraftPageForm
    copy_form_class = DraftCopyForm
    image_places: ClassVar[list[Place]] = [Place("card_image", "card_image_decorative", "card_image_alt")]

    slug: str  # Wagtail's
    read_fields: ClassVar[tuple[str, ...]] = ()  # further columns that are read on the page: it is found by them

    class Meta:
        abstract = True

    @classmethod
    def facets(cls, document: Document) -> Facets:
        """What pages of this type are filtered, counted and found by, from a document: plain data."""
        return {"people": list(dict.fromkeys(_people(document)))}

    def search_text(self) -> Texts:
        """The texts that the page is found by: the title before the ingress (B), and that before all others (C)."""
        return {"A": self.title, "B": self.ingress, "C": "\n".join(page_texts(self, self.read_fields))}

    @property
    def private_page_options(self) -> list[str]:
        """Those that the sites can serve, and the one that the page has already, so that its form can be saved."""
        present = self.view_restrictions.values_list("restriction_type", flat=True) if self.pk else []
        return list(dict.fromkeys([*settings.PRIVATE_PAGE_OPTIONS, *present]))

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Where visitors read the page once it is published; None where it is on no site."""
        place = place_of(self)
        return (place.site.pk, place.origin, place.path) if place else None

    def get_url(self, request: HttpRequest | None = None, current_site: Site | None = None) -> str | None:
        """Absolute: the admin's host serves no pages."""
        return self.get_full_url(request)

    url = property(get_url)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return redirect_to_frontend(self, request)

    @classmethod
    def from_serializable_data(cls, data: Content, check_fks: bool = True, strict_fks: bool = False) -> Self | None:  # noqa: FBT001, FBT002  # as there
        if check_fks and not strict_fks:
            data, check_fks = without_dangling(cls, data), False
        page: Self | None = super().from_serializable_data(data, check_fks=check_fks, strict_fks=strict_fks)
        return page

    def full_clean(self, exclude: Collection[str] | None = None, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None and not tree.is_in_its_place(self):
            tree.take_place(self)  # its neighbours are asked for their slugs
        super().full_clean({*(exclude or ()), *SET_BY_WAGTAIL}, *args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        update_fields = kwargs.get("update_fields")
        if not self.slug and self.path and not slugify(self.title, allow_unicode=True):
            # Wagtail makes none of a title without letters, and of two pages without one only the first can be saved.
            self.slug = self._get_autogenerated_slug(slugify(self._meta.verbose_name_raw))
        with tree.in_its_place(self, update_fields), written_at_once(self, update_fields):
            super().save(*args, **kwargs)

    def publish(self, revision: Revision, user: Any = None, *args: Any, **kwargs: Any) -> None:
        """Publish in one transaction: the page's row and its document change together, or not at all.

        What a person publishes is checked, whatever the way; what the clock publishes was, when it was scheduled.
        """
        if user is not None:
            refuse_unfinished(revision.as_object())
        with transaction.atomic():
            lock_versions(self)
            super().publish(revision, user, *args, **kwargs)


class LeadImagePage(BasePage):
    """A page that opens with a picture."""

    lead_image = models.ForeignKey(
        "media.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("lead image")
    )
    lead_image_alt = models.CharField(
        _("alternative text of the lead image"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows here. Empty: the image's own text is used."),
    )
    lead_image_decorative = models.BooleanField(DECORATIVE, default=False, help_text=DECORATIVE_HELP)

    lead_image_panel: ClassVar[Panel] = MultiFieldPanel(
        [
            FieldPanel("lead_image", heading=_("Image")),
            FieldPanel("lead_image_alt", heading=_("Alternative text")),
            FieldPanel("lead_image_decorative"),
        ],
        _("Lead image"),
    )

    image_places: ClassVar[list[Place]] = [
        *BasePage.image_places,
        Place("lead_image", "lead_image_decorative", "lead_image_alt"),
    ]

    class Meta:
        abstract = True


def _people(document: Document) -> Iterator[str]:
    """The people whom a page shows: its contacts, and those in its body."""
    yield from (row["person"] for row in document.get("contacts", []) if row["person"])
    contacts = (block for block in document.get("body", []) if block["type"] == "contacts")
    yield from (person for block in contacts for person in block["value"]["people"] if person)
