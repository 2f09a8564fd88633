"""The only home of case pages and their index."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable

from cases.focus_areas import FocusAreaSelect
from cases.organisations import Organisation, Person
from cases.reference_data import Goal, Municipality
from cms.blocks import AmountBlock, BodyBlock, CharBlock, KeyFigureBlock, NameBlock, refuse
from cms.coordinates import DegreesField
from cms.drafts import AsTypedField, InlinePanel
from cms.pages import BasePage, LeadImagePage
from cms.partial_date import PartialDateField, is_before
from cms.publishing.documents import Document
from cms.publishing.publication import Facets

__all__ = ["CaseIndexPage", "CasePage", "Goal", "Municipality", "Organisation", "Person"]


class FundingBlock(blocks.StructBlock):
    programme = CharBlock(
        label=_("Programme"), max_length=120, help_text=_("As this language calls it: ERDF, Horizon Europe.")
    )
    amount = AmountBlock(label=_("Amount"), required=False, min_value=0, max_digits=14, decimal_places=2)
    currency = blocks.ChoiceBlock(
        label=_("Currency"), required=False, choices=[("EUR", "EUR"), ("SEK", "SEK"), ("USD", "USD")]
    )
    project_code = NameBlock(label=_("Project code"), required=False, max_length=60)
    statement = blocks.TextBlock(
        label=_("Funding statement"), required=False, rows=2, help_text=_("The sentence that the funder asks for.")
    )

    def clean(self, value: dict[str, Any]) -> dict[str, Any]:
        result: dict[str, Any] = super().clean(value)
        if result["amount"] is not None and not result["currency"]:
            raise refuse(currency=_("Say in which currency the amount is."))
        return result

    class Meta:
        icon = "form"
        label = _("Funding")


class LinkBlock(blocks.StructBlock):
    title = CharBlock(label=_("Text"), max_length=200)
    url = blocks.URLBlock(label=_("Web address"))

    class Meta:
        icon = "link-external"
        label = _("Link")


class CaseIndexPage(BasePage):
    page_description = _("The cases; each of them is a page below it.")

    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["cases.CasePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of cases")
        verbose_name_plural = _("lists of cases")


class CasePage(LeadImagePage):
    page_description = _("An example of what is done in the region.")

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planned")
        ONGOING = "ongoing", _("Ongoing")
        COMPLETED = "completed", _("Completed")
        CANCELLED = "cancelled", _("Cancelled")

    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ONGOING)
    start_date = PartialDateField(_("start"))
    end_date = PartialDateField(_("end"))
    technology_readiness_level = models.PositiveSmallIntegerField(
        _("technology readiness level"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
        help_text=_("1 to 9 on the EU's scale; only for technology."),
    )
    key_figures = StreamField([("figure", KeyFigureBlock())], blank=True, verbose_name=_("key figures"), max_num=12)
    funding = StreamField([("funding", FundingBlock())], blank=True, verbose_name=_("funding"), max_num=20)
    links = StreamField([("link", LinkBlock())], blank=True, verbose_name=_("links"), max_num=20)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels: ClassVar[list[Panel]] = [
        *BasePage.content_panels,
        LeadImagePage.lead_image_panel,
        FieldPanel("body"),
        FieldPanel("key_figures"),
        FieldPanel("links"),
        InlinePanel("related", label=_("Related case"), heading=_("Also take a look at these"), max_num=12),
    ]
    facts_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                FieldPanel("technology_readiness_level"),
            ],
            pgettext_lazy("of a case", "Status"),
        ),
        InlinePanel("priorities", label=_("Priority"), heading=_("Priorities, the main one first")),
        InlinePanel(
            "focus_areas",
            label=_("Focus area"),
            heading=_("Focus areas"),
            help_text=_("The focus areas of the priorities that are published."),
        ),
        InlinePanel("goals", label=_("Goal"), heading=_("UN Sustainable Development Goals"), max_num=17),
        InlinePanel(
            "municipalities", label=_("Municipality"), heading=_("Municipalities; none means the whole region")
        ),
        InlinePanel(
            "locations",
            label=_("Place"),
            heading=_("Places on the map"),
            help_text=_("In degrees: Helsinki is at 60.17, 24.94. A decimal comma is understood too."),
        ),
    ]
    partner_panels: ClassVar[list[Panel]] = [
        InlinePanel("partners", label=_("Partner"), heading=_("Partners")),
        InlinePanel("contacts", label=_("Contact"), heading=_("Contacts"), max_num=12),
        FieldPanel("funding"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(facts_panels, heading=_("Facts")),
            ObjectList(partner_panels, heading=_("Partners and funding")),
            ObjectList(BasePage.promote_panels, heading=_("Promote")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    parent_page_types: ClassVar = ["cases.CaseIndexPage"]
    subpage_types: ClassVar = []

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")

    @classmethod
    def facets(cls, document: Document) -> Facets:
        facets = {
            "priorities": [row["priority"] for row in document["priorities"] if row["priority"]],
            "focus_areas": [row["code"] for row in document["focus_areas"]],
            "goals": [row["goal"] for row in document["goals"]],
            "municipalities": [row["municipality"] for row in document["municipalities"]],
            "status": [document["status"]],
            "organisations": [row["organisation"] for row in document["partners"] if row["organisation"]],
            "funding": [block["value"]["programme"] for block in document["funding"]],
        }
        # Each value once: an organisation may lead a case and pay for it, and is counted as one.
        return {
            **super().facets(document),
            **{name: list(dict.fromkeys(values)) for name, values in facets.items()},
            "first_year": _year(document["start_date"] or document["end_date"]),
            "last_year": _year(document["end_date"]),
            "locations": [[row["latitude"], row["longitude"]] for row in document["locations"]],
        }

    def clean(self) -> None:
        super().clean()
        if self.start_date and self.end_date and is_before(self.end_date, self.start_date):
            raise ValidationError({"end_date": _("The end is before the start.")})


def _year(date: str | None) -> list[str | int | list[float]]:
    """The year of a partial date, as a facet."""
    return [int(date[:4])] if date else []


class CaseRow(Orderable):
    """A row below a case; its `page` is declared by each kind, with the name that the case knows it by.

    A draft may have a row in which nothing is chosen yet.
    """

    class Meta(Orderable.Meta):
        abstract = True


class CasePriority(CaseRow):
    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="priorities")
    priority = models.ForeignKey(
        "home.PriorityPage", on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("priority")
    )

    panels: ClassVar = [PageChooserPanel("priority")]


class CaseFocusArea(CaseRow):
    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="focus_areas")
    code = models.CharField(_("focus area"), max_length=60)

    panels: ClassVar = [FieldPanel("code", widget=FocusAreaSelect)]


class CaseGoal(CaseRow):
    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("goal"))

    panels: ClassVar = [FieldPanel("goal")]


class CaseMunicipality(CaseRow):
    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="municipalities")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("municipality")
    )

    panels: ClassVar = [FieldPanel("municipality")]


class CaseLocation(CaseRow):
    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="locations")
    latitude = DegreesField(_("latitude"), most=90)
    longitude = DegreesField(_("longitude"), most=180)
    as_typed = AsTypedField()

    panels: ClassVar = [FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])]


class CasePartner(CaseRow):
    class Role(models.TextChoices):
        LEAD = "lead", _("Lead")
        PARTNER = "partner", _("Partner")
        FUNDER = "funder", _("Funder")

    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.PARTNER)

    panels: ClassVar = [FieldRowPanel([FieldPanel("organisation"), FieldPanel("role")])]


class CaseContact(CaseRow):
    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("person"))

    panels: ClassVar = [FieldPanel("person")]


class RelatedCase(CaseRow):
    page = ParentalKey(CasePage, on_delete=models.CASCADE, related_name="related")
    case = models.ForeignKey(CasePage, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("case"))

    panels: ClassVar = [PageChooserPanel("case")]
