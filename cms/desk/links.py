"""The only home of links that editors write as addresses: one to a page of the site becomes a link to the page.

So it leads to the reader's language and follows the page when that is moved. What is no page of the site stays as it is
written.
"""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.admin.rich_text.converters.contentstate import link_entity
from wagtail.admin.rich_text.converters.html_to_contentstate import ExternalLinkElementHandler, PageLinkElementHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from cms.drafts import is_storable
from cms.publishing.places import page_at

PASTED = r"^(https?:|ftp:|mailto:|tel:|/|#|\?|undefined$)"


def register(features: FeatureRegistry) -> None:
    features.register_converter_rule(
        "contentstate",
        "link",
        {
            "from_database_format": {
                "a[href]": ExternalLinkElementHandler("LINK"),
                'a[linktype="page"]': PageLinkElementHandler("LINK"),
            },
            "to_database_format": {"entity_decorators": {"LINK": link}},
        },
    )
    # Wagtail takes links to telephones and paths out of what is pasted.
    features.plugins_by_editor["draftail"]["link"].data["allowlist"]["href"] = PASTED


def link(props: dict[str, Any]) -> Any:
    address = props.get("url") or ""
    page = None if props.get("id") is not None else _page_at(address)
    return link_entity({**props, "url": address, **({"id": page.pk} if page else {})})


def _page_at(address: str) -> Page | None:
    """The page that an address leads visitors or editors to. PostgreSQL cannot be asked for just any letters."""
    return (page_at(address) or _edited_at(address)) if is_storable(unquote(address)) else None


def _edited_at(address: str) -> Page | None:
    """The page whose form in the admin has this address, which visitors cannot open."""
    if not address.startswith(settings.WAGTAILADMIN_BASE_URL):
        return None
    try:
        form = resolve(urlsplit(address).path)
    except (Resolver404, ValueError):
        return None
    return (
        Page.objects.filter(pk=form.kwargs["page_id"]).first() if form.view_name == "wagtailadmin_pages:edit" else None
    )
