"""A register with hostile text in every field, made by its schemas, and its harmless twin."""

import json
import pathlib
import re
import shutil

import yaml

# What a text could do to whoever reads it carelessly: end an element, an attribute, a comment, a
# section of character data or a script, start another, run a template, a formula or a program, add a
# line to a calendar, and turn round what follows it.
HOSTILE = ("\"'><script>alert(1)</script><img src=x onerror=alert(1)>--></title></textarea></style>"
           "</svg>]]>&amp;&lt;&#39;{{title}}{{{body}}}<!--`\\u003c\\\\ javascript:alert(1)"
           "\nBEGIN:VEVENT\n=1+1 %0d%0a \u2067\u05e9\u05dc\u2069 end")
# Fields whose text is a name elsewhere, or must be of a form that the schema cannot say.
NAMES = {"check", "grade", "heading", "language", "overall", "to", "aliases", "field", "paragraphs", "role", "visible_roles"}
HYPHENATED = {"kind", "rule"}


def benign(text):
    """The text with a digit in place of each sign that could mean something; digits have no capitals."""
    return re.sub(r"[^\w\s]|[\u05d0-\u05ea]", "7", text)


def markdown(text):
    """Markdown that stands for a text, whatever is in it."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


class Register:
    """Content in a folder with the places of its texts."""

    def __init__(self, site, schemas):
        self.site = pathlib.Path(site)
        self.schemas = {path.name.split(".")[0]: json.loads(path.read_text("utf-8"))
                        for path in pathlib.Path(schemas).glob("*.schema.json")}
        content = self.site / "content"
        self.paths = sorted(path.relative_to(content).as_posix() for path in content.rglob("*")
                            if path.suffix in (".md", ".yml"))
        self.count = 0
        self.marks = {}

    def write_marked(self, folder, change):
        """Writes the register with a mark and the hostile text, changed, at the end of each text, and a sign
        that begins a formula at its start."""
        self.count = 0
        self.marks = {}

        def marked(kind, value, place):
            self.count += 1
            mark = f"zq{self.count}q"
            self.marks[mark] = place
            # Kinds are words joined by hyphens, which readers see as spaces.
            text = HOSTILE.replace("-", "") if place.rsplit(":", 1)[-1] in HYPHENATED else HOSTILE
            first, last = change("="), f" {mark}{change(text)}"
            if kind == "text":
                return first + value + last
            return markdown(first) + value + markdown(last)
        self._write(folder, {"text", "markdown"}, marked, lambda path: self._body(path, change))

    def write(self, folder, kinds, change, bodies):
        """Writes the register with each text of the given kinds changed; gives how many a file."""
        changed = {}

        def counted(kind, value, place):
            path = "content/" + place.split(":")[0]
            changed[path] = changed.get(path, 0) + 1
            return change(value)
        self._write(folder, kinds, counted, lambda path: "")
        return changed

    def _write(self, folder, kinds, change, body):
        folder = pathlib.Path(folder)
        shutil.copytree(self.site / "content", folder / "content")
        if (self.site / "templates").is_dir():
            shutil.copytree(self.site / "templates", folder / "templates")
        for path in self.paths:
            file = folder / "content" / path
            text = file.read_text("utf-8")
            schema = self.schemas[path.split("/")[0].removesuffix(".yml")]
            if path.endswith(".yml"):
                fields = yaml.load(text, yaml.CBaseLoader)
                file.write_text(self._dump(fields, schema, kinds, change, path), "utf-8")
                continue
            _, front, rest = re.split(r"^---\s*$", text, maxsplit=2, flags=re.M)
            fields = yaml.load(front, yaml.CBaseLoader) or {}
            front = self._dump(fields, schema, kinds, change, path)
            # Of a text that is withheld nothing is to be seen.
            is_withheld = ("withhold" in fields.get("withdrawal", {})
                           or fields.get("form") == "restricted" and not fields["restricted"].get("part"))
            file.write_text(f"---\n{front}---{rest.rstrip()}\n{'' if is_withheld else body(path)}", "utf-8")

    def _dump(self, fields, schema, kinds, change, path):
        # A contents list repeats the headings, which get one more.
        fields.pop("contents", None)
        fields = self._changed(fields, schema, schema, kinds, change, path)
        return yaml.safe_dump(fields, sort_keys=False, width=1_000_000)

    def _changed(self, value, schema, root, kinds, change, place):
        while "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        branches = [schema, *schema.get("anyOf", [])]
        while any("$ref" in branch for branch in branches):
            branches = [root["$defs"][b["$ref"].rsplit("/", 1)[1]] if "$ref" in b else b for b in branches]
        if isinstance(value, dict):
            known, other = {}, None
            for branch in branches:
                known |= branch.get("properties", {})
                other = branch.get("additionalProperties") or other
            return {name: self._changed(inner, known.get(name, other or {}), root, kinds, change,
                                        f"{place}:{name}")
                    for name, inner in value.items()}
        if isinstance(value, list):
            items = next((branch["items"] for branch in branches if "items" in branch), {})
            return [self._changed(inner, items, root, kinds, change, place) for inner in value]
        kind = self._kind(value, branches)
        if kind not in kinds or place.rsplit(":", 1)[-1] in NAMES:
            return value
        return change(kind, value, place)

    @staticmethod
    def _kind(value, branches):
        """Whether a value is `text`, `markdown` or an `address`; none for all that has a form."""
        if any(value == branch.get("const") or value in branch.get("enum", []) for branch in branches):
            return None
        for branch in branches:
            if "https://example.org/report" in branch.get("examples", []):
                return "address"
            if branch.get("minLength") == 1 and "pattern" not in branch and "enum" not in branch:
                is_markdown = branch.get("contentMediaType") == "text/markdown"
                return "markdown" if is_markdown else "text"
        return None

    def _body(self, path, change):
        """Hostile text in each kind of Markdown that shows text, to follow the body of a file."""
        parts = []
        for part in ("heading", "paragraph", "link", "title", "cell", "note", "item", "quote"):
            self.count += 1
            self.marks[f"zq{self.count}q"] = f"{path}:body:{part}"
            parts.append(markdown(f"zq{self.count}q{change(HOSTILE)}").replace("\n", " "))
        heading, paragraph, link, title, cell, note, item, quote = parts
        self.count += 2
        span, block = f"zq{self.count - 1}q", f"zq{self.count}q"
        self.marks |= {span: f"{path}:body:code", block: f"{path}:body:code block"}
        raw = change(HOSTILE.replace("\n", " ").replace("`", ""))
        return f"""
## Marked {heading}

A paragraph {paragraph} and [a link {link}](https://example.org/ "{title}").[^hostile]

| Name | Value |
|---|---|
| {cell} | 1 |

- {item}

> {quote}

Code: ``{span}{raw}``

~~~
{block}{change(HOSTILE)}
~~~

[^hostile]: {note}
"""
