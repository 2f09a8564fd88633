"""The only home of what all page types share."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel, PublishingPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Revision, Site

from cms.publishing import tree
from cms.publishing.documents import Document
from cms.publishing.locks import lock_versions
from cms.publishing.places import place_of
from cms.publishing.previews import redirect_to_frontend
from cms.publishing.publication import Facets, Texts
from cms.translation.drafts import is_localize_draft


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
        MultiFieldPanel([FieldPanel("card_image"), FieldPanel("card_image_alt")], _("For cards and sharing")),
    ]
    settings_panels: ClassVar[list[Panel]] = [PublishingPanel()]

    copy_form_class = DraftCopyForm

    class Meta:
        abstract = True

    @classmethod
    def facets(cls, document: Document) -> Facets:
        """What pages of this type are filtered and counted by, from a document: plain data."""
        return {}

    def search_text(self) -> Texts:
        """The texts that the page is found by: the title before the ingress (B), and that before all others (C)."""
        return {"A": self.title, "B": self.ingress, "C": "\n".join(self.texts())}

    def texts(self) -> list[str]:
        """What is written in the page's StreamFields and rich texts, in the order of the fields."""
        fields = [field for field in self._meta.concrete_fields if isinstance(field, StreamField | RichTextField)]
        return [text for field in fields for text in field.get_searchable_content(field.value_from_object(self))]

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

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            tree.take_place(self)  # its neighbours are asked for their slugs
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        update_fields = kwargs.get("update_fields")
        if update_fields is None and is_localize_draft(self):
            return
        with tree.in_its_place(self, update_fields):
            super().save(*args, **kwargs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish in one transaction: the page's row and its document change together, or not at all."""
        with transaction.atomic():
            lock_versions(self)
            super().publish(revision, *args, **kwargs)
