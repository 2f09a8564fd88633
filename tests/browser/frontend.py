"""The only home of a frontend of one page: it shows the draft of its token as docs/frontends.md describes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = """<!doctype html>
<html lang="en"><title>Frontend</title><main style="height: 3000px"><h1></h1></main>
<script>
  const token = new URLSearchParams(location.search).get("token");
  const query = "query ($token: String!) { preview(token: $token) { title } }";
  const headers = {"Content-Type": "application/json"};
  const origin = location.origin;
  const tell = (message) => window.parent.postMessage({wagtail: {...message, origin}}, "CMS");
  addEventListener("message", ({data: {wagtail}}) => {
    if (wagtail?.type === "w-preview:get-scroll-position") {
      tell({type: "w-preview:set-scroll-position", x: scrollX, y: scrollY});
    } else if (wagtail?.type === "w-preview:set-scroll-position") {
      scrollTo({left: wagtail.x, top: wagtail.y, behavior: "instant"});
    }
  });
  fetch("CMS/graphql/", {method: "POST", headers, body: JSON.stringify({query, variables: {token}})})
    .then((response) => response.json())
    .then(({data, errors}) => {
      document.querySelector("h1").textContent = data?.preview?.title ?? errors[0].extensions.code;
      if (window.parent !== window) tell({type: "w-preview:request-scroll"});
    });
</script></html>"""


@contextmanager
def frontend_of(cms: str) -> Iterator[str]:
    """The origin of a frontend that asks the CMS at `cms`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", f"frame-ancestors {cms}")
            self.end_headers()
            self.wfile.write(PAGE.replace("CMS", cms).encode())

        def log_message(self, *args: object) -> None:
            """Say nothing on the tests' terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
