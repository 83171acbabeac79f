"""What one HTML page holds that a check of links needs, read without the program under test."""

import html.parser
import re

# Attributes that hold one address.
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href",
             "background", "manifest"}
# Attributes that hold the ids of other elements, separated by spaces.
ID_LISTS = {"for", "headers", "form", "list", "aria-labelledby", "aria-describedby",
            "aria-controls", "aria-owns", "aria-details", "aria-flowto", "aria-activedescendant",
            "aria-errormessage", "popovertarget", "commandfor"}
CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)""")


class Page(html.parser.HTMLParser):
    """The ids of a page, the addresses it names, the ids it refers to and the hashes it promises, each with
    its line."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids = {}
        self.repeated = []
        self.addresses = []
        self.references = []
        self.integrities = []
        self.canonical = None
        self.base = None
        self.is_moved = False
        self.is_in_style = False
        self.feed(text)
        self.close()

    @property
    def line(self):
        return self.getpos()[0]

    def handle_starttag(self, tag, attributes):
        self.is_in_style = tag == "style"
        named = {name: value or "" for name, value in attributes}
        if tag == "base":
            self.base = named.get("href")
        if tag == "link" and "canonical" in named.get("rel", "").split():
            self.canonical = named.get("href")
        if tag == "meta" and named.get("http-equiv", "").lower() == "refresh":
            self.is_moved = True
            self.add(named.get("content", "").partition("=")[2].strip("'\""))
        if tag == "meta" and named.get("property") in ("og:image", "og:url"):
            self.add(named.get("content", ""))
        if "integrity" in named:
            self.integrities.append((named.get("href") or named.get("src", ""), named["integrity"], self.line))
        for name, value in named.items():
            self.read(tag, name, value)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.is_in_style = False

    def handle_endtag(self, tag):
        self.is_in_style = False

    def handle_data(self, data):
        if self.is_in_style:
            self.add_css(data)

    def read(self, tag, name, value):
        """Takes in one attribute."""
        if name == "id" or (name == "name" and tag == "a"):
            if value in self.ids and name == "id":
                self.repeated.append((value, self.line))
            self.ids.setdefault(value, self.line)
        elif name in ADDRESSES and not (tag == "data" or (tag == "form" and not value)):
            self.add(value)
        elif name in ("srcset", "imagesrcset"):
            for candidate in value.split(","):
                self.add((candidate.split() or [""])[0])
        elif name == "ping":
            for address in value.split():
                self.add(address)
        elif name in ID_LISTS:
            self.references += [(name, word, self.line) for word in value.split()]
        elif "url(" in value:
            self.add_css(value)

    def add(self, address):
        self.addresses.append((address.strip(), self.line))

    def add_css(self, text):
        for address in css_addresses(text):
            self.add(address)


def css_addresses(text):
    """The addresses that a style sheet, or a part of one, names."""
    return [next(part for part in match if part) for match in CSS_ADDRESS.findall(text)
            if any(match)]
