"""The only home of the schema's composition: what can be asked, which types there are, what holds for every answer."""

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api import errors
from api.execution.executor import Executor
from api.execution.kept_documents import KeptDocuments
from api.mutations import Mutation
from api.queries import Query
from api.scalars import SCALARS
from api.types import PAGE_TYPES
from api.types.body import BLOCK_TYPES


class Schema(strawberry.Schema):
    def process_errors(self, found: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        for error in found:
            errors.finish(error, execution_context)


schema = Schema(
    query=Query,
    mutation=Mutation,
    types=[*PAGE_TYPES.values(), *BLOCK_TYPES.values()],
    config=StrawberryConfig(scalar_map=SCALARS),
    extensions=[KeptDocuments],
    execution_context_class=Executor,
)
