"""A static server on loopback that shows a built site under its base path, as a host would."""

import contextlib
import http.server
import threading
import urllib.parse


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the files of one site; whatever is not there gets its 404 page."""

    site = None
    headers_of_all = {}
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        "": "application/octet-stream", ".webp": "image/webp", ".mjs": "text/javascript",
        ".wasm": "application/wasm", ".ics": "text/calendar"}

    def do_GET(self):
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        base = self.site.base_path
        name = path[len(base):] if path.startswith(base) else None
        if name is not None and (name == "" or name.endswith("/")):
            name += "index.html"
        status = 200 if name in self.site.files else 404
        body = b""
        name = name if status == 200 else "404.html"
        if name in self.site.files:
            body = self.site.files[name].read_bytes()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.answer(status, name, body)

    def answer(self, status, name, body):
        """Sends a file, to a browser that may have gone on already."""
        self.send_response(status)
        kind = self.guess_type(name)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Length", str(len(body)))
        for field, value in self.headers_of_all.items():
            self.send_header(field, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing of each request."""


@contextlib.contextmanager
def served(site, headers=None):
    """Serves a site while the block runs, every file with these headers; gives the address of its home page."""
    handler = type("Handler", (_Handler,), {"site": site, "headers_of_all": headers or {}})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{site.base_path}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
