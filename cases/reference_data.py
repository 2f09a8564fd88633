"""The only home of what others have numbered: the UN's goals and Finland's municipalities."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.per_language import PerLanguageField
from cms.publishing.fields import WordsField
from cms.publishing.version import raises_version


class Goal(models.Model):
    """A Sustainable Development Goal of the United Nations; titles and colours follow the UN."""

    number = models.PositiveSmallIntegerField(
        _("number"), primary_key=True, validators=[MinValueValidator(1), MaxValueValidator(17)]
    )
    title = PerLanguageField(verbose_name=_("title"))
    color = models.CharField(_("colour"), max_length=7)

    class Meta:
        ordering = ("number",)
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        triggers = raises_version()

    def __str__(self) -> str:
        return f"{self.number}. {self.title.get(get_language()) or self.title.get('en', '')}"


class Municipality(models.Model):
    """A municipality of the region, by Statistics Finland's code, with its leading zero."""

    code = models.CharField(_("code"), max_length=3, primary_key=True)
    name = PerLanguageField(verbose_name=_("name"))
    # Search finds a place by these too. A stemmer does not know that Helsingin is Helsinki's and Vihdissä in Vihti.
    inflections = models.JSONField(
        _("inflected forms"), default=dict, blank=True, help_text=_("Lists of forms by language code.")
    )
    words = WordsField(of=("name", "inflections"))
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(_("year of the population"), null=True, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    class Meta:
        ordering = ("name__fi",)
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        triggers = raises_version()

    def __str__(self) -> str:
        return self.name.get(get_language()) or self.name.get("fi", self.code)
