"""The only home of reading every page with a typed Python client that ariadne-codegen makes of the contract.

Run by a test in an environment of its own, as ariadne-codegen wants another graphql-core than the server has.
"""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

contract, folder, endpoint = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
operations = folder / "operations"
operations.mkdir()
for path in (contract / "operations").rglob("*.graphql"):
    shutil.copy(path, operations)
places = {"schema_path": contract / "schema.graphql", "queries_path": operations, "target_package_path": folder}
lines = [f'{name} = "{value}"' for name, value in places.items()]
(folder / "pyproject.toml").write_text("\n".join(["[tool.ariadne-codegen]", "async_client = false", *lines]))
subprocess.run([Path(sys.executable).with_name("ariadne-codegen")], cwd=folder, check=True)
sys.path.insert(0, str(folder))

with importlib.import_module("graphql_client").Client(url=endpoint) as client:
    paths = {node.page.path for node in client.sitemap().sitemap.nodes}
    pages = [client.route(path=path).route.page for path in sorted(paths)]
assert {page.path for page in pages} == paths
print(*{page.typename__ for page in pages})  # noqa: T201  # what the test reads: which page types it read
