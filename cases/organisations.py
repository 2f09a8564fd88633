"""The only home of organisations and people as editors keep them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.alternative_texts import DECORATIVE, DECORATIVE_HELP, Place
from cms.publishing.fields import WordsField
from cms.snippets import BaseSnippet


class Organisation(BaseSnippet):
    class Sector(models.TextChoices):
        COMPANY = "company", _("Company")
        PUBLIC = "public", _("Public sector")
        RESEARCH = "research", _("Research and education")
        CIVIC = "civic", _("Citizens and associations")

    name = models.CharField(_("name"), max_length=200)
    words = WordsField(of=("name",))
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "media.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    logo_decorative = models.BooleanField(DECORATIVE, default=False, help_text=DECORATIVE_HELP)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector, default=Sector.COMPANY)

    image_places: ClassVar = [Place("logo", "logo_decorative")]

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("website"),
        FieldPanel("logo"),
        FieldPanel("logo_decorative"),
        FieldPanel("sector"),
    ]

    translatable_fields: ClassVar = [
        TranslatableField("name"),
        SynchronizedField("website"),
        SynchronizedField("logo"),
        SynchronizedField("logo_decorative"),
        SynchronizedField("sector", overridable=False),
    ]

    class Meta(BaseSnippet.Meta):
        ordering = ("name",)
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name


class Person(BaseSnippet):
    name = models.CharField(_("name"), max_length=200)
    words = WordsField(of=("name",))
    job_title = models.CharField(_("job title"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("A role's address, where there is one."))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    responsibilities = models.TextField(_("responsibilities"), blank=True, max_length=500)
    image = models.ForeignKey(
        "media.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )
    image_decorative = models.BooleanField(DECORATIVE, default=False, help_text=DECORATIVE_HELP)

    image_places: ClassVar = [Place("image", "image_decorative")]

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("job_title"),
        FieldPanel("email"),
        FieldPanel("phone"),
        FieldPanel("responsibilities"),
        FieldPanel("image"),
        FieldPanel("image_decorative"),
    ]

    translatable_fields: ClassVar = [
        SynchronizedField("name", overridable=False),
        TranslatableField("job_title"),
        SynchronizedField("email"),
        SynchronizedField("phone"),
        TranslatableField("responsibilities"),
        SynchronizedField("image"),
        SynchronizedField("image_decorative"),
    ]

    class Meta(BaseSnippet.Meta):
        ordering = ("name",)
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name
