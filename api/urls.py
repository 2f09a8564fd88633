"""The only home of the public addresses: the GraphQL endpoint and pictures in other sizes."""

from django.urls import include, path

from api.views import graphql_view
from cms.media import serving

urlpatterns = [
    path("graphql/", graphql_view, name="graphql"),
    path("", include(serving)),
]
