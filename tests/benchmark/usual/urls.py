"""The only home of where the usual schema is served."""

from django.db import transaction
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from strawberry.django.views import GraphQLView

from tests.benchmark.usual.schema import schema

# Reading needs no transaction: the two statements fewer are in this schema's favour.
urlpatterns = [path("graphql/", transaction.non_atomic_requests(csrf_exempt(GraphQLView.as_view(schema=schema))))]
