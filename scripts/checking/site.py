"""A built site in a folder: its files, its pages and the address it was built for."""

import pathlib
import re
import sys
import urllib.parse

from checking.pages import Page

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent


class Site:
    """The files of a built site by their path from its root, with `/` between the parts."""

    def __init__(self, folder, base_url=None):
        self.folder = pathlib.Path(folder)
        self.files = {
            path.relative_to(self.folder).as_posix(): path
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.relative_to(self.folder).as_posix().startswith(".")
        }
        if "index.html" not in self.files:
            sys.exit(f"there is no built site in {self.folder}; run make site first")
        self.pages = {
            name: Page(path.read_text(encoding="utf-8"))
            for name, path in self.files.items() if name.endswith(".html")
        }
        self.base_url = base_url or self.pages["index.html"].canonical
        if not self.base_url:
            sys.exit("the home page names no canonical address; say --base-url")
        self.base_path = urllib.parse.urlsplit(self.base_url).path or "/"

    def address(self, name):
        """The whole address at which a file is to be found."""
        if name == "index.html" or name.endswith("/index.html"):
            name = name[:-len("index.html")]
        return self.base_url + name

    def one_of_each_kind(self):
        """One page of every kind, told by the shape of its address: `areas/ID/` is one kind, and of
        each kind the page with the most bytes stands for all. Pages that only lead on to another
        address are left out. Gives {shape: file}."""
        chosen = {}
        for name, page in self.pages.items():
            if page.is_moved:
                continue
            shape = self.shape(name)
            known = chosen.get(shape)
            size = self.files[name].stat().st_size
            if known is None or size > self.files[known].stat().st_size:
                chosen[shape] = name
        return dict(sorted(chosen.items()))

    def shape(self, name):
        """The path of a page with what differs between pages of one kind left out."""
        parts = name.removesuffix("index.html").split("/")
        collections = {"areas", "reports", "frameworks", "organisations", "responses", "pages",
                       "aspects", "recommendations", "coverage", "glossary"}
        shown = [
            "ID" if place and parts[place - 1] in collections and part and part not in collections
            else part for place, part in enumerate(parts)
        ]
        return re.sub(r"ID/(ID|print|text)", r"ID/\1", "/".join(shown)) or "home"
