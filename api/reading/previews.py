"""The only home of what a preview's token leads to: one draft among published pages."""

from api.client_errors import ClientError
from api.reading.languages import Reader
from api.reading.page import ReadPage, first, make_pages
from api.reading.references import References
from api.reading.rows.images import IMAGES
from api.reading.rows.row import Row
from api.reading.sites import SiteChoice
from cms.publishing.previews import PreviewError, find_preview


def preview_page(token: str) -> ReadPage | None:
    """The draft that `token` was made for. Raise ClientError, with the reason as its code, where there is none.

    The draft has references of its own: what is remembered there of a page must not reach the published page.
    """
    try:
        preview = find_preview(token)
    except PreviewError as error:
        raise ClientError(str(error), error.code) from None
    row = Row.of_columns(preview.row)
    place = (preview.site.hostname, preview.site.port)
    references = References(Reader(locale=row.locale, site=SiteChoice((place,))))
    references.load_people_and_media(images=row.parts_read()[0].get(IMAGES, ()))
    pages = make_pages([row], references)
    for page in pages:
        page.preview = str(preview.pk)
    return first(pages)
