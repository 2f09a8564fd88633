"""The only home of who a site is: its name, who is behind it, and where else that can be met."""

from dataclasses import dataclass, field

from api.reading.languages import best
from api.reading.references import References, live
from api.reading.sites import site_id
from home.site_settings import SiteSettings


@dataclass(frozen=True)
class SiteIdentity:
    """Texts are empty where the editors said nothing."""

    name: str = ""
    organisation: str = ""
    profiles: list[str] = field(default_factory=list)


def site_identity(references: References) -> SiteIdentity:
    row = settings_row(references)
    if row is None:
        return SiteIdentity()
    return SiteIdentity(row.site_name, row.organisation, [link["value"]["url"] for link in row.social_links.raw_data])


def settings_row(references: References) -> SiteSettings | None:
    """The site's settings in the reader's language or its fallback; one statement for each answer."""
    if "settings row" not in references.memo:
        of_site = SiteSettings.objects.filter(site_id=site_id(references.reader.site))
        rows = live(of_site, references.reader).select_related("locale")
        found = best([(row.locale.language_code, row) for row in rows], references.reader)
        references.memo["settings row"] = found
    row: SiteSettings | None = references.memo["settings row"]
    return row
