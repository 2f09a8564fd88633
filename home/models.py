"""The only home of the page types around the cases: home, strategy, priorities, articles and content pages."""

from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel, Panel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField

from cms.alternative_texts import DECORATIVE, DECORATIVE_HELP, Place
from cms.blocks import RICH_TEXT_FEATURES, BodyBlock, CharBlock, CodeBlock
from cms.drafts import InlinePanel
from cms.pages import BasePage, LeadImagePage
from cms.publishing.documents import Document
from cms.publishing.publication import Facets
from home.site_settings import SiteSettings

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "ContentPage",
    "HomePage",
    "PriorityPage",
    "SiteSettings",
    "StrategyPage",
]

COLOR = RegexValidator(r"^#[0-9A-Fa-f]{6}$", _("Write the colour as # and six characters: #1B7F5C."))

COLOR_PANEL = FieldPanel("color", widget=forms.TextInput(attrs={"type": "color"}))


class FocusAreaBlock(blocks.StructBlock):
    code = CodeBlock(
        label=pgettext_lazy("of a focus area", "Code"),
        help_text=_("The same in every language. Do not change it later: cases and other websites use it."),
    )
    name = CharBlock(label=_("Name"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=3)

    unread: ClassVar = {"code"}

    class Meta:
        icon = "tag"
        label = _("Focus area")


class HomePage(BasePage):
    page_description = _("Where the site begins.")

    hero_image = models.ForeignKey(
        "media.Image", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("hero image")
    )
    hero_image_alt = models.CharField(
        _("alternative text of the hero image"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows here. Empty: the image's own text is used."),
    )
    hero_image_decorative = models.BooleanField(DECORATIVE, default=False, help_text=DECORATIVE_HELP)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_image", heading=_("Image")),
                FieldPanel("hero_image_alt", heading=_("Alternative text")),
                FieldPanel("hero_image_decorative"),
            ],
            _("Hero image"),
        ),
        FieldPanel("body"),
        InlinePanel("featured_cases", label=_("Featured case"), heading=_("Featured cases"), max_num=12),
    ]

    image_places: ClassVar = [
        *BasePage.image_places,
        Place("hero_image", "hero_image_decorative", "hero_image_alt"),
    ]

    # One for each site; the other languages' home pages are made by translating it.
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = [
        "home.StrategyPage",
        "cases.CaseIndexPage",
        "home.ArticleIndexPage",
        "home.ContentPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class FeaturedCase(Orderable):
    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured_cases")
    case = models.ForeignKey(
        "cases.CasePage", on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("case")
    )

    panels: ClassVar = [PageChooserPanel("case")]


class StrategyPage(BasePage):
    page_description = _("What the region aims at in a period, with its priorities below it.")

    start_year = models.PositiveIntegerField(
        _("first year"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2200)]
    )
    end_year = models.PositiveIntegerField(
        _("last year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2200)],
        help_text=_("Leave empty if the strategy has no end date."),
    )
    main_theme = models.CharField(_("main theme"), max_length=255, blank=True)
    main_theme_text = RichTextField(_("text of the main theme"), blank=True, features=RICH_TEXT_FEATURES)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    predecessor = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("predecessor"),
        help_text=_("The strategy that this one followed."),
    )

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldRowPanel([FieldPanel("start_year"), FieldPanel("end_year")])], _("Period")),
        MultiFieldPanel([FieldPanel("main_theme"), FieldPanel("main_theme_text")], _("Main theme")),
        FieldPanel("body"),
        PageChooserPanel("predecessor"),
    ]

    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["home.PriorityPage", "home.ContentPage"]

    read_fields = ("main_theme",)

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")

    @classmethod
    def facets(cls, document: Document) -> Facets:
        predecessor = document["predecessor"]
        return {**super().facets(document), "predecessor": [predecessor] if predecessor else []}

    def clean(self) -> None:
        super().clean()
        if self.start_year and self.end_year and self.end_year < self.start_year:
            raise ValidationError({"end_year": _("The last year is before the first.")})
        if self.predecessor_id and self.predecessor_id == self.pk:
            raise ValidationError({"predecessor": _("A strategy cannot be its own predecessor.")})


class PriorityPage(BasePage):
    page_description = _("One of a strategy's priorities, with its focus areas.")

    code = models.SlugField(
        _("code"),
        max_length=60,
        help_text=_("The same in every language: climate-neutrality. Do not change it later: other websites use it."),
    )
    label = models.CharField(_("short name"), max_length=60, blank=True, help_text=_("For badges. Empty: the title."))
    color = models.CharField(
        _("colour"),
        max_length=7,
        default="#0B5FA5",
        validators=[COLOR],
        help_text=_("Text on it is black or white, whichever reads better."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    focus_areas = StreamField([("focus_area", FocusAreaBlock())], blank=True, verbose_name=_("focus areas"), max_num=20)
    successor = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("successor"),
        help_text=_("The priority that took this one's place in a later strategy."),
    )

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("code"), FieldRowPanel([FieldPanel("label"), COLOR_PANEL])], _("Identity")),
        FieldPanel("body"),
        FieldPanel("focus_areas"),
        InlinePanel("contacts", label=_("Contact"), heading=_("Contacts"), max_num=12),
        PageChooserPanel("successor"),
    ]

    override_translatable_fields: ClassVar = [
        SynchronizedField("code", overridable=False),
        SynchronizedField("color", overridable=False),
    ]

    parent_page_types: ClassVar = ["home.StrategyPage"]
    subpage_types: ClassVar = ["home.ContentPage"]

    read_fields = ("label",)

    class Meta:
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")

    @classmethod
    def facets(cls, document: Document) -> Facets:
        areas = [block["value"]["code"] for block in document["focus_areas"]]
        return {**super().facets(document), "code": [document["code"]], "focus_areas": areas}

    def clean(self) -> None:
        super().clean()
        others = PriorityPage.objects.exclude(translation_key=self.translation_key)
        if self.code and others.filter(code=self.code).exists():
            raise ValidationError({"code": _("Another priority has this code.")})
        areas = [block.value["code"] for block in self.focus_areas]
        if twice := next((code for code in areas if areas.count(code) > 1), None):
            raise ValidationError({"focus_areas": _("Two focus areas have the code %(code)s.") % {"code": twice}})
        if self.successor_id and self.successor_id == self.pk:
            raise ValidationError({"successor": _("A priority cannot be its own successor.")})


class PriorityContact(Orderable):
    page = ParentalKey(PriorityPage, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        "cases.Person", on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("person")
    )

    panels: ClassVar = [FieldPanel("person")]


class ArticleIndexPage(BasePage):
    page_description = _("The news and stories; each of them is a page below it.")

    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["home.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of articles")
        verbose_name_plural = _("lists of articles")


class ArticlePage(LeadImagePage):
    page_description = _("A piece of news or a story.")

    date = models.DateField(
        _("date"), null=True, blank=True, help_text=_("Empty: the day of first publication is shown.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        FieldPanel("date"),
        LeadImagePage.lead_image_panel,
        FieldPanel("body"),
        InlinePanel("priorities", label=_("Priority"), heading=_("Priorities")),
        InlinePanel("contacts", label=_("Contact"), heading=_("Contacts"), max_num=12),
        InlinePanel("related", label=_("Related article"), heading=_("Also take a look at these"), max_num=12),
    ]

    parent_page_types: ClassVar = ["home.ArticleIndexPage"]
    subpage_types: ClassVar = []

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @classmethod
    def facets(cls, document: Document) -> Facets:
        return {
            **super().facets(document),
            "priorities": [row["priority"] for row in document["priorities"] if row["priority"]],
            "years": [int(document["date"][:4])] if document["date"] else [],
        }


class ArticlePriority(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="priorities")
    priority = models.ForeignKey(
        PriorityPage, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("priority")
    )

    panels: ClassVar = [PageChooserPanel("priority")]


class ArticleContact(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        "cases.Person", on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("person")
    )

    panels: ClassVar = [FieldPanel("person")]


class RelatedArticle(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related")
    article = models.ForeignKey(
        ArticlePage, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("article")
    )

    panels: ClassVar = [PageChooserPanel("article")]


class ContentPage(BasePage):
    page_description = _("Any other page: about us, accessibility, instructions.")

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels: ClassVar[list[Panel]] = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types: ClassVar = ["home.HomePage", "home.ContentPage", "home.StrategyPage", "home.PriorityPage"]
    subpage_types: ClassVar = ["home.ContentPage"]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
