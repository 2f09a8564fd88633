"""The only home of the public addresses: the GraphQL endpoint, files for frontends and pictures in other sizes."""

from django.urls import include, path

from api.files.feeds import feed
from api.files.sitemaps import robots, sitemap_index, sitemap_part
from api.views import graphql_view
from cms.media import serving

# A redirect from the second to the first would lose what is posted.
GRAPHQL = ("/graphql/", "/graphql")

urlpatterns = [
    path("graphql/", graphql_view, name="graphql"),
    path("graphql", graphql_view),
    path("sitemap.xml", sitemap_index),
    path("sitemap-<int:number>.xml", sitemap_part),
    path("robots.txt", robots),
    path("feeds/<str:locale>.atom", feed),
    path("", include(serving)),
]
