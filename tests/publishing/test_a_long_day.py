"""The only home of one long sequence of editors' actions, after whose last the content version once rose for a draft.

`test_visibility` draws its steps anew each time; these are the ones that it failed with once, when it searched longest
(`make soak`). They are kept whole, and each is judged as the search judges it: a page that was an alias, whose original
and neighbours went offline, moved or were deleted in turn, is what short examples do not have.
"""

from collections.abc import Callable, Iterable
from inspect import signature
from typing import Any

import pytest
from hypothesis import strategies as st

from tests.publishing.test_visibility import Editors

Step = tuple[Callable[..., None], dict[str, Any], list[Any]]

ALL = {"title", "slug", "text", "status", "image", "partner"}
PARTNER = "the partner"  # its key is another one each time

# What is done, and what was drawn for it: pages by what `SmallSite.pick` calls them, pictures by their place.
DAY: list[Step] = [
    (Editors.change_an_image, {}, [1]),
    (Editors.lift_the_restriction, {}, []),
    (Editors.change_an_image, {}, [0]),
    (Editors.change_an_image, {}, [0]),
    (Editors.restrict, {}, ["home 8 (fi)"]),
    (Editors.change_an_image, {}, [1]),
    (Editors.delete, {}, ["case 7 (en)"]),
    (Editors.submit_for_translation, {"language": "fi"}, ["priority 5 (en)"]),
    (Editors.delete, {}, ["priority 5 (en)"]),
    (Editors.unpublish_in_bulk, {}, ["priority 8 (fi)", "index 9 (fi)"]),
    (Editors.make_an_alias, {"language": "fi"}, ["index 3 (en)"]),
    (Editors.translate, {"language": "fi", "publish": False}, ["priority 4 (en)"]),
    (Editors.restrict, {}, ["strategy 7 (fi)"]),
    (Editors.schedule, {"names": ALL}, ["index 2 (en)"]),
    (Editors.schedule, {"names": {*ALL, "priorities"}}, ["case 5 (en)", None, PARTNER, (), 0, "completed"]),
    (Editors.unpublish_in_bulk, {}, ["priority 4 (en)", "priority 8 (fi)"]),
    (Editors.submit_for_translation, {"language": "sv"}, ["case 5 (en)"]),
    (Editors.lift_the_restriction, {}, ["home 6 (fi)"]),
    (Editors.lift_the_restriction, {}, ["strategy 7 (fi)"]),
    (Editors.rebuild, {}, []),
    (Editors.move, {}, ["case 5 (en)", "index 3 (en)"]),
    (Editors.publish_what_is_newest, {}, ["case 14 (sv)"]),
    (Editors.schedule, {"names": ALL}, ["priority 4 (en)"]),
    (Editors.publish_what_is_newest, {}, ["strategy 1 (en)"]),
    (Editors.submit_for_translation, {"language": "sv"}, ["case 5 (en)"]),
    (Editors.rebuild, {}, []),
    (Editors.autosave_over_the_latest_revision, {"names": {"status", "title", "image"}}, ["case 14 (sv)"]),
    (Editors.delete_an_organisation, {}, []),
    (Editors.unpublish_in_bulk, {}, ["index 3 (en)", "index 3 (en)"]),
    (Editors.make_an_alias, {"language": "fi"}, []),
    (Editors.delete, {}, ["priority 4 (en)"]),
    (Editors.schedule, {"names": {*ALL, "priorities"}}, ["case 12 (sv)"]),
    (Editors.translate, {"language": "sv", "publish": False}, ["strategy 1 (en)"]),
    (Editors.change_an_image, {}, [0]),
    (Editors.make_an_alias, {"language": "sv"}, ["index 3 (en)"]),
    (Editors.restrict, {}, ["home 5 (fi)"]),
    (Editors.delete_an_organisation, {}, []),
    (Editors.lift_the_restriction, {}, ["home 5 (fi)"]),
    (Editors.lift_the_restriction, {}, []),
    (Editors.delete_an_organisation, {}, []),
    (Editors.save_a_draft, {"names": {"image", "priorities", "partner", "slug", "title"}}, ["index 2 (en)"]),
    (Editors.delete, {}, ["case 12 (sv)"]),
    (Editors.unpublish_in_bulk, {}, ["home 5 (fi)", "case 8 (fi)"]),
    (Editors.delete_an_organisation, {}, []),
    (Editors.delete_an_organisation, {}, []),
    (Editors.save_a_draft, {"names": {"image"}}, ["strategy 12 (sv)"]),
    (Editors.make_an_alias, {"language": "fi"}, []),
    (Editors.purge_revisions, {}, []),
    (Editors.lift_the_restriction, {}, []),
    (Editors.make_an_alias, {"language": "sv"}, ["case 4 (en)"]),
    (Editors.unpublish_in_bulk, {}, ["index 2 (en)", "index 2 (en)"]),
    (Editors.publish_what_is_newest, {}, ["case 8 (fi)"]),
    (Editors.move, {}, ["case 8 (fi)", "index 9 (fi)"]),
    (Editors.update_in_bulk, {"live": False, "raw": True}, ["case 4 (en)"]),
    (Editors.submit_for_translation, {"language": "fi"}, ["case 4 (en)"]),
    (Editors.submit_for_translation, {"language": "fi"}, ["index 3 (en)"]),
    (Editors.delete, {}, ["index 3 (en)"]),
    (Editors.move, {}, ["case 6 (fi)", "index 5 (fi)"]),
    (Editors.translate, {"language": "fi", "publish": False}, ["home 0 (en)"]),
]


class Drawn:
    """What an action draws, in the order in which it asks."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = [*values]

    def draw(self, strategy: st.SearchStrategy[Any], label: str | None = None) -> Any:
        return self.values.pop(0)


def take(editors: Editors, step: Step) -> None:
    act, given, drawn = step
    data = Drawn(next(iter(editors.expected.partners)) if value is PARTNER else value for value in drawn)
    act(editors, **given, **({"data": data} if "data" in signature(act).parameters else {}))
    assert data.values == []


@pytest.mark.usefixtures("commits")
def test_a_long_day_of_editors_ends_with_a_draft_that_leaves_the_version() -> None:
    editors = Editors()
    editors.build()
    for step in DAY:
        take(editors, step)
    editors.teardown()
