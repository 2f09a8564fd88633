"""The only home of taking over the texts of a PO file: each is kept or told of, and the file never fails.

wagtail-localize failed at a file without its own header and at long titles, and told of nothing that it left out.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import polib
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views import edit_translation as views

from cms.translation.saved_texts import save_text
from cms.translation.typed_texts import Kinds, from_exchange_format

ID = "X-WagtailLocalize-TranslationID"
COLUMNS = ("translation_of", "context", "data")
MOST_TOLD = 10  # of the texts with problems, one by one


@dataclass
class Report:
    saved: int = 0
    unchanged: int = 0
    empty: int = 0
    unknown: list[str] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)  # texts and what is wrong with them


def take_over_every_text() -> None:
    """Let wagtail-localize's upload end here."""
    views.upload_pofile = upload_pofile


@require_POST
def upload_pofile(request: HttpRequest, translation_id: int) -> HttpResponse:
    translation = get_object_or_404(Translation, id=translation_id)
    if not views.user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    po = _read(request.FILES["file"].read()) if "file" in request.FILES else None
    if po is None:
        messages.error(request, _("Please upload a valid PO file."))
    elif po.metadata.get(ID, str(translation.uuid)) != str(translation.uuid):
        messages.error(request, _("Cannot import PO file that was created for a different translation."))
    else:
        _tell(request, take_over(translation, po, request.user))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _read(content: bytes) -> polib.POFile | None:
    # A text would be taken for the name of a file.
    with tempfile.NamedTemporaryFile(suffix=".po") as file:
        file.write(content)
        file.flush()
        try:
            return polib.pofile(file.name)
        except (OSError, ValueError, LookupError, AttributeError, TypeError):  # whatever it stumbles over
            return None


def take_over(translation: Translation, po: Iterable[polib.POEntry], user: Any) -> Report:
    """Save every text of the file that is one of the page's; the file need not be whole, nor in order."""
    kinds, report = Kinds(translation.source), Report()
    segments = {
        (segment.string.data, segment.context.path): segment
        for segment in translation.source.stringsegment_set.select_related("string", "context")
    }
    before = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale, has_error=False
    )
    known = {(string, context): data for string, context, data in before.values_list(*COLUMNS)}
    for entry in po:
        if entry.obsolete:
            continue
        segment = segments.get((entry.msgid, entry.msgctxt))
        if segment is None:
            report.unknown.append(entry.msgid)
        elif not entry.msgstr:
            report.empty += 1
        else:
            kind = kinds.of(segment)
            kept = kind.kept(from_exchange_format(entry.msgstr, kind), segment, translation)
            if known.get((segment.string_id, segment.context_id)) == kept.data:
                report.unchanged += 1
                continue
            save_text(translation, segment, kept, user, tool="PO File")
            report.saved += 1
            if kept.problem:
                report.wrong.append((entry.msgid, kept.problem))
    return report


def _tell(request: HttpRequest, report: Report) -> None:
    told = _("PO file: %(saved)s texts saved, %(unchanged)s unchanged, %(empty)s not translated in the file.") % {
        "saved": report.saved,
        "unchanged": report.unchanged,
        "empty": report.empty,
    }
    messages.success(request, told)
    problems = [
        *[f"{_shortened(text)}: {problem}" for text, problem in report.wrong],
        *[_("%(text)s: not a text of this page as it is now") % {"text": _shortened(text)} for text in report.unknown],
    ]
    for problem in problems[:MOST_TOLD]:
        messages.warning(request, problem)
    if more := len(problems[MOST_TOLD:]):
        messages.warning(request, _("And %(number)s more texts with problems.") % {"number": more})


def _shortened(text: str) -> str:
    return f"“{Truncator(text).chars(60)}”"
