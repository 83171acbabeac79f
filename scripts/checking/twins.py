"""Two sites of which one holds hostile text where the other holds harmless text: are they of one form?"""

import csv
import json
import re
import urllib.parse
import xml.etree.ElementTree

import html5lib
import icalendar

from checking.hostile import HOSTILE, benign

# Attributes whose value is an address, and those that hold or name an id.
ADDRESSES = {"href", "src", "action", "formaction", "poster", "cite", "data", "srcset", "ping"}
IDS = {"id", "for", "headers", "name", "list"}
XML_NAMESPACE = "{http://www.w3.org/1999/xhtml}"
MARK = re.compile("zq[0-9]+q")


class Comparison:
    """What two sites have in common, and where the marked texts were seen whole."""

    def __init__(self, marks, tally):
        self.marks = marks
        self.tally = tally
        self.seen = set()

    def same(self, place, hostile, other, what):
        self.tally.check(hostile == other, f"{place}: {what}: {hostile!r} where the twin has {other!r}")

    def text(self, place, hostile, other):
        """Texts that differ in nothing but what the twin has digits for."""
        self.same(place, words(benign(hostile)), words(benign(other)), "text")
        self.look(hostile)

    def look(self, text):
        """Notes the marks in a text behind which everything came through as it was written."""
        plain = words(text)
        for found in MARK.finditer(plain):
            behind = plain[found.end():]
            if any(behind.startswith(form) for form in FORMS):
                self.seen.add(found[0])

    # Pages.

    def page(self, place, hostile, other):
        trees = [html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=True)
                 for text in (hostile, other)]
        self.element(place, *trees)

    def element(self, place, hostile, other):
        if not callable(hostile.tag) and not callable(other.tag):
            self.same(place, hostile.tag, other.tag, "element")
        else:
            self.same(place, callable(hostile.tag), callable(other.tag), "comment")
        name = str(hostile.tag).removeprefix(XML_NAMESPACE)
        place = f"{place}/{name}"
        self.same(place, sorted(hostile.keys()), sorted(other.keys()), "attributes")
        for attribute in hostile.keys():
            self.attribute(place, attribute, hostile.get(attribute), other.get(attribute) or "")
        kind = hostile.get("type", "")
        if name == "script" and "json" in kind:
            self.value(place, json.loads(hostile.text), json.loads(other.text))
        elif name in ("script", "style"):
            self.same(place, words(benign(hostile.text or "")), words(benign(other.text or "")), "code")
        else:
            self.text(place, hostile.text or "", other.text or "")
        self.text(place, hostile.tail or "", other.tail or "")
        self.same(place, len(hostile), len(other), "number of elements")
        for inner, twin in zip(hostile, other):
            self.element(place, inner, twin)

    def attribute(self, place, name, hostile, other):
        place = f"{place}@{name}"
        if name in ADDRESSES or name.endswith("}href"):
            parts = [urllib.parse.urlsplit(value) for value in (hostile, other)]
            self.same(place, parts[0][:3], parts[1][:3], "address")
        elif name.startswith("on") or name in ("style", "srcdoc"):
            self.same(place, hostile, other, "code")
        elif name in IDS or name.startswith("aria-"):
            # An id may be made of a heading; that each leads somewhere, check-links says.
            self.same(place, bool(hostile), bool(other), "id")
            if " " in other and name == "aria-label":
                self.text(place, hostile, other)
        else:
            self.text(place, hostile, other)

    def plain(self, place, hostile, other):
        """Plain text, with headings in capitals."""
        self.same(place, words(benign(hostile)).casefold(), words(benign(other)).casefold(), "text")
        self.look(hostile)

    # Data.

    def value(self, place, hostile, other):
        self.same(place, type(hostile), type(other), "type")
        if isinstance(hostile, dict):
            self.same(place, list(hostile), list(other), "names")
            for name in hostile:
                self.value(f"{place}.{name}", hostile[name], other.get(name))
        elif isinstance(hostile, list):
            self.same(place, len(hostile), len(other or []), "number of items")
            for inner, twin in zip(hostile, other or []):
                self.value(f"{place}[]", inner, twin)
        elif isinstance(hostile, str) and not hostile.startswith("http"):
            self.text(place, hostile, other)
        else:
            self.same(place, address(hostile), address(other), "value")

    def table(self, place, hostile, other):
        rows = [list(csv.reader(text.splitlines(keepends=True), strict=True)) for text in (hostile, other)]
        for row in rows[0]:
            for cell in row:
                self.tally.check(cell[:1] not in tuple("=+@\t\r") and not re.match(r"-[^0-9]", cell),
                                 f"{place}: a cell that a spreadsheet takes for a formula: {cell[:40]!r}")
        self.value(place, [[re.sub("^'=", "=", cell) for cell in row] for row in rows[0]], rows[1])

    def feed(self, place, hostile, other):
        trees = [xml.etree.ElementTree.fromstring(text) for text in (hostile, other)]
        self.node(place, *trees)

    def node(self, place, hostile, other):
        place = f"{place}/{hostile.tag.rsplit('}', 1)[-1]}"
        self.same(place, hostile.tag, other.tag, "element")
        self.same(place, sorted(hostile.keys()), sorted(other.keys()), "attributes")
        for name in hostile.keys():
            self.attribute(place, name, hostile.get(name), other.get(name) or "")
        if hostile.get("type") == "html":
            self.page(place, hostile.text or "", other.text or "")
        elif (hostile.text or "").startswith("http"):
            self.same(place, address(hostile.text), address(other.text), "address")
        else:
            self.text(place, hostile.text or "", other.text or "")
        self.same(place, len(hostile), len(other), "number of elements")
        for inner, twin in zip(hostile, other):
            self.node(place, inner, twin)

    def calendar(self, place, hostile, other):
        events = [list(icalendar.Calendar.from_ical(text).walk()) for text in (hostile, other)]
        self.same(place, [event.name for event in events[0]], [event.name for event in events[1]], "parts")
        for event, twin in zip(*events):
            self.same(place, list(event), list(twin), "properties")
            for name, value in event.property_items(recursive=False):
                if name in twin and name not in ("BEGIN", "END"):
                    self.calendar_value(f"{place}.{name}", value, twin[name])

    def calendar_value(self, place, value, twin):
        texts = [part.to_ical().decode() for part in (value, twin) if hasattr(part, "to_ical")]
        if isinstance(value, str) and isinstance(twin, str):
            # The reader leaves the escapes in names that it does not know to be text.
            if place.endswith("NAME"):
                value = re.sub(r"\\(.)", lambda found: " " if found[1] == "n" else found[1], value)
            self.text(place, str(value), str(twin).replace("\\n", " "))
        elif len(texts) == 2:
            self.same(place, address(texts[0]), address(texts[1]), "value")

    def citation(self, place, hostile, other):
        """BibTeX: the same entries and fields, and braces that match."""
        for text in (hostile, other):
            bare = re.sub(r"\\.", "", text, flags=re.S)
            depth = 0
            for sign in bare:
                depth += {"{": 1, "}": -1}.get(sign, 0)
                self.tally.check(depth >= 0, f"{place}: a brace that closes nothing") if depth < 0 else None
            self.tally.check(depth == 0, f"{place}: a brace that is left open")
        fields = [re.findall(r"^(@\w+|  \w+) *[={]", text, re.M) for text in (hostile, other)]
        self.same(place, *fields, "fields")


def words(text):
    """A text with its white space as one space each; the closing of a direction counts for nothing."""
    return " ".join(text.split())


def address(value):
    """An address without its fragment, or any other value."""
    return value.split("#")[0] if isinstance(value, str) else value


# What no page shows in one piece: names of people in other roles, and wordings word by word beside
# others; and of terms and accounts, where their facts come from.
NOT_SHOWN = ("answer_scales:title", "people:name", "variants:text", "keeper.md:source:title",
             "gazette-2019.md:source:note")
# What a file of a record that is not released says in a copy for reviewers.
WITHHELD = "Not in a copy for reviewers.\n"
# How the hostile text may come out whole: as it is, in code, or as a kind.
FORMS = [words(HOSTILE.replace(sign, "")) for sign in (" " * 9, "`", "-")]


def compare(hostile, other, marks, tally):
    """Holds every file of a hostile site against that of its twin."""
    comparison = Comparison(marks, tally)
    sites = [{path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
             for folder in (hostile, other)]
    names = [{re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in site} for site in sites]
    tally.check(names[0] == names[1], f"files: {sorted(names[0] ^ names[1])[:5]}")
    readers = {".html": comparison.page, ".csv": comparison.table, ".xml": comparison.feed,
               ".ics": comparison.calendar, ".bib": comparison.citation, ".txt": comparison.plain,
               ".json": lambda place, *texts: comparison.value(place, *map(json.loads, texts))}
    for name in sorted(set(sites[0]) & set(sites[1])):
        reader = readers.get(pathlib_suffix(name))
        if reader is None or name.startswith(("assets/", "files/", ".")):
            continue
        texts = [site[name].read_bytes().decode("utf-8") for site in sites]
        if texts == [WITHHELD, WITHHELD]:
            continue
        tally.check("\0" not in texts[0], f"{name}: a null byte")
        reader(name, *texts)
    unseen = {mark: place for mark, place in marks.items() if mark not in comparison.seen}
    print(f"{len(sites[0])} files, {len(comparison.seen)} of {len(marks)} texts seen whole")
    for mark, place in unseen.items():
        tally.check(place.endswith(NOT_SHOWN), f"{place}: the text {mark} is nowhere to be seen as it was written")


def pathlib_suffix(name):
    return name[name.rfind("."):] if "." in name else ""
