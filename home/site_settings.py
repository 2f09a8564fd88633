"""The only home of what a site has once: its names, contact, menus, footer and alerts, in each language."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Site
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.blocks import RICH_TEXT_FEATURES, CharBlock, ParagraphBlock, refuse
from cms.snippets import BaseSnippet


class MenuLinkBlock(blocks.StructBlock):
    label = CharBlock(label=_("Text"), required=False, max_length=80, help_text=_("Empty: the page's title."))
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    href = blocks.URLBlock(
        label=_("Web address"), required=False, help_text=_("Only where there is no page to choose.")
    )

    def clean(self, value: dict[str, Any]) -> dict[str, Any]:
        result: dict[str, Any] = super().clean(value)
        if bool(result["page"]) == bool(result["href"]):
            raise refuse(page=_("Choose a page or give a web address: one of them, not both."))
        if result["href"] and not result["label"]:
            raise refuse(label=_("Say what the link should read."))
        return result

    class Meta:
        icon = "link"
        label = _("Link")


class MenuItemBlock(MenuLinkBlock):
    children = blocks.ListBlock(MenuLinkBlock(), label=_("Below it"), default=[], max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Menu entry")


class SocialLinkBlock(blocks.StructBlock):
    title = CharBlock(label=_("Name"), max_length=80)
    url = blocks.URLBlock(label=_("Web address"))

    class Meta:
        icon = "link-external"
        label = _("Link")


class SiteSettings(BaseSnippet):
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+", verbose_name=_("site"))
    site_name = models.CharField(_("name of the site"), max_length=120)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    social_links = StreamField([("link", SocialLinkBlock())], blank=True, verbose_name=_("social media"))
    footer_text = RichTextField(_("footer text"), blank=True, features=RICH_TEXT_FEATURES)
    alerts = StreamField(
        [("alert", ParagraphBlock())],
        blank=True,
        verbose_name=_("alerts"),
        max_num=5,
        help_text=_("Short notices at the top of every page."),
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accessibility statement"),
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("privacy notice"),
    )
    header = StreamField([("item", MenuItemBlock())], blank=True, verbose_name=_("main menu"), max_num=12)
    footer = StreamField([("item", MenuItemBlock())], blank=True, verbose_name=_("footer menu"), max_num=24)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("site"),
                    FieldPanel("site_name"),
                    FieldPanel("organisation"),
                    FieldPanel("contact_email"),
                    FieldPanel("social_links"),
                    FieldPanel("alerts"),
                ],
                heading=_("Site"),
            ),
            ObjectList([FieldPanel("header")], heading=_("Main menu")),
            ObjectList(
                [
                    FieldPanel("footer_text"),
                    FieldPanel("footer"),
                    MultiFieldPanel(
                        [PageChooserPanel("accessibility_page"), PageChooserPanel("privacy_page")], _("Legal pages")
                    ),
                ],
                heading=_("Footer"),
            ),
        ]
    )

    translatable_fields: ClassVar = [
        SynchronizedField("site", overridable=False),
        TranslatableField("site_name"),
        TranslatableField("organisation"),
        SynchronizedField("contact_email"),
        TranslatableField("social_links"),
        TranslatableField("footer_text"),
        TranslatableField("alerts"),
        SynchronizedField("accessibility_page"),
        SynchronizedField("privacy_page"),
        TranslatableField("header"),
        TranslatableField("footer"),
    ]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("menus and site texts")
        verbose_name_plural = _("menus and site texts")
        constraints = (models.UniqueConstraint(fields=("site", "locale"), name="one_settings_per_site_and_language"),)

    def __str__(self) -> str:
        return self.site_name

    def clean(self) -> None:
        super().clean()
        others = SiteSettings.objects.filter(site=self.site_id, locale=self.locale_id).exclude(pk=self.pk)
        if self.site_id and others.exists():
            raise ValidationError(
                {"site": _("This site has its menus and texts in this language already. Edit those.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """All of one site are versions of one another, also one that was not made by translating."""
        if self._state.adding and (version := SiteSettings.objects.filter(site=self.site_id).first()):
            self.translation_key = version.translation_key
        super().save(*args, **kwargs)
