"""The only home of the rule that `redirects` lists what `route` redirects: every path known of any small site, no other."""

import json

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from cms.publishing.models import PathHistory
from tests.api.reading.routes.test_paths_beside import LANGUAGES, bare_site, change, changes, planted, trees

__all__ = ["bare_site"]

ROUTE = "route(path: {path}) {{ __typename ... on RedirectRoute {{ location permanent }} }}"
old_paths = st.sampled_from(["/old", "/older", "/en/same", "/fi/same", "/sv/other/same", "/old?a=1", "/?a=1", "/en"])
links = old_paths | st.sampled_from(
    ["/sv/same/#part", "/files/a.pdf", "https://elsewhere.example/", "//elsewhere.example/"]
)
redirects = st.lists(st.tuples(old_paths, links, st.none() | st.integers(0, 9), st.booleans()), max_size=5)
restrictions = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["password", "login"])), max_size=2)


def known_paths():
    """What was public once, in every language, and what editors redirect; with a slash at the end and without."""
    below = set(PathHistory.objects.values_list("path", flat=True))
    old = set(Redirect.objects.values_list("old_path", flat=True))
    return sorted(
        {f"/{language}/{path}" for path in below for language in LANGUAGES} | old | {f"{path}/" for path in old}
    )


def routes(ask, paths):
    """What each path leads to; a document may have sixty aliases."""
    found = {}
    for start in range(0, len(paths), 50):
        part = paths[start : start + 50]
        fields = " ".join(f"r{n}: {ROUTE.format(path=json.dumps(path))}" for n, path in enumerate(part))
        found |= dict(zip(part, ask(f"{{ {fields} }}").values(), strict=True))
    return found


@settings(suppress_health_check=[*HealthCheck], deadline=None, max_examples=15)
@given(tree=trees, changed=changes, redirected=redirects, restricted=restrictions)
def test_list_and_route_say_the_same_of_every_path_that_is_known(ask, bare_site, tree, changed, redirected, restricted):
    with transaction.atomic():
        made = planted(tree)
        for arguments in changed:
            change(made, *arguments)
        pages = [page for versions in made for page in versions.values()]
        for old_path, link, number, permanent in redirected:
            to = link if number is None else Page.objects.get(pk=pages[number % len(pages)].pk)
            Redirect.add_redirect(old_path, to, is_permanent=permanent)
        for number, kind in restricted:
            page = pages[number % len(pages)]
            PageViewRestriction.objects.create(page_id=page.pk, restriction_type=kind, password="x")
        paths = known_paths()
        found = {
            path.rstrip("/"): (answer["location"], answer["permanent"])
            for path, answer in routes(ask, paths).items()
            if answer["__typename"] == "RedirectRoute" and path.partition("?")[0] != "/"
        }
        nodes = ask("{ redirects(first: 100) { nodes { path location permanent } } }")["redirects"]["nodes"]
        assert {node["path"].rstrip("/"): (node["location"], node["permanent"]) for node in nodes} == found
        transaction.set_rollback(True)
