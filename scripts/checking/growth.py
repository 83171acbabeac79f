"""Inputs of a kind and a size, to see how time and memory grow with the size.

A kind is a function from a number to the files of a project, by their path; `COMMON` are the files that
each project has besides. `AT_LIMITS` has one for each limit of Sources/Diagnostics/Limits.swift that a
project can meet, `KINDS` those that are known to be dear to some program or other.
"""

import re

from checking.site import REPOSITORY

LIMITS = REPOSITORY / "Sources" / "Diagnostics" / "Limits.swift"


def limits():
    """The limits in the order of their file: name, meaning and number, by their headings."""
    groups, words = {}, []
    for line in LIMITS.read_text().splitlines():
        if heading := re.match(r"  // MARK: - (.+)", line):
            groups[heading[1]] = []
        elif comment := re.match(r"  /// (.+)", line):
            words.append(comment[1])
        elif limit := re.match(r"  public static let (\w+) = (.+)", line):
            number = eval(limit[2].replace("_", ""), {"__builtins__": {}})
            groups[list(groups)[-1]].append((limit[1], " ".join(words), number))
            words = []
    return groups


COMMON = {
    "content/site.yml": "title: T\nbase_url: https://example.org/\nlanguage: en-GB\npublisher: P\n",
    "content/organisations/board.md": "---\ntitle: Board\nkind: inspected-body\n---\n",
    "content/organisations/office.md": "---\ntitle: Office\nkind: inspectorate\n---\n",
    "content/frameworks/f.md":
        "---\ntitle: F\ninspectorate: office\ngrades:\n  - {id: good, title: Good}\n"
        "  - {id: poor, title: Poor}\naspects:\n  - {id: care, title: Care}\n---\n",
    "content/areas/north.md":
        "---\ntitle: North\nkind: region\norganisation: board\n---\n",
}
REPORT = ("title: R\nkind: inspection\npublisher: office\nframework: f\narea: north\n"
          "published: 2010-03-01\n")


def page(body="", fields=""):
    """A project whose page `p` has a body and fields."""
    return {"content/pages/p.md": f"---\ntitle: P\n{fields}---\n\n{body}\n"}


def report(body="", fields=""):
    """A project whose report `r` has a body and fields."""
    return {"content/reports/r.md": f"---\n{REPORT}{fields}---\n\n{body}\n"}


def template(text):
    """A project whose template of pages is a text."""
    return {"templates/page.mustache": text, **page("Text.")}


def lines(form, size, between="\n"):
    """A text made `size` times, with the number of each in it."""
    return between.join(form.replace("%d", str(n)) for n in range(size))


def records(form, size, folder="pages"):
    """As many records."""
    return {f"content/{folder}/x{n}.md": form.replace("%d", str(n)) for n in range(size)}


def nested_templates(size):
    """Templates that put in the next one each."""
    return {**{f"templates/t{n}.mustache": "{{> t%d}}" % (n + 1) for n in range(size)},
            f"templates/t{size}.mustache": "end", **template("{{> t0}}")}


def doubled_templates(size, text):
    """Templates that put in the next one twice, so that a text stands there about `size` times."""
    depth = max(1, (max(size, 2) - 1).bit_length())
    return {**{f"templates/t{n}.mustache": "{{> t%d}}{{> t%d}}" % (n + 1, n + 1) for n in range(depth)},
            f"templates/t{depth}.mustache": text, **template("{{> t0}}")}


AT_LIMITS = {
    "fileBytes": lambda n: page("A line of text.\n" * (n // 16 - 10)),
    "lineBytes": lambda n: page("word " * (n // 5 - 1)),
    "files": lambda n: records("", n - 10),
    "fieldDepth": lambda n: page(fields="note: " + "[" * n + "]" * n + "\n"),
    "fields": lambda n: {"content/organisations/o.md":
                         "---\ntitle: O\nkind: other\nalso_known_as:\n" + lines("  - Name %d", n - 20) + "\n---\n"},
    "aliasedValues": lambda n: page(fields="note: &a x\naliases: [" + "*a, " * n + "]\n"),
    "syntaxErrors": lambda n: page(fields=lines('k%d: "x', n) + "\n"),
    "blockDepth": lambda n: page("> " * n + "a"),
    "links": lambda n: page("[a](area:north)\n\n" * n),
    "notes": lambda n: page(lines("a[^%d]\n", n // 2) + "\n" + lines("[^%d]: n\n", n // 2)),
    "imageOpeners": lambda n: page("![" * n),
    "tableColumns": lambda n: page("a|" * n + "\n" + "-|" * n + "\n" + "a|" * n),
    "addedCells": lambda n: page("a|" * 1_000 + "\n" + "-|" * 1_000 + "\n" + "|a|\n" * (n // 1_000)),
    "boxLabelBytes": lambda n: page("> [!" + "A" * (n - 1) + "]\n> text"),
    "tagDepth": lambda n: template("{{#page}}" * n + "{{/page}}" * n),
    "tags": lambda n: template("{{page.title}}" * (n - 1)),
    "unfoldedDepth": lambda n: nested_templates(n - 60),
    "unfoldedSteps": lambda n: doubled_templates(n // 4, "{{page.title}}"),
    "unfoldedBytes": lambda n: doubled_templates(n // 4_000, "x" * 1_000),
    "nameBytes": lambda n: {f"content/pages/{'a' * min(n - 3, 251)}.md": "---\ntitle: P\n---\n"},
    "shownOfOneKind": lambda n: page(lines("[a](page:nope%d)\n", n)),
    "foundOfOneKind": lambda n: page(lines("[a](page:nope%d)\n", n)),
    "suggestedNames": lambda n: records("---\ntitle: P%d\n---\n", n) | page("[a](page:y1)\n"),
}

KINDS = {
    # Front matter.
    "unknown fields": (2_000, lambda n: page(fields=lines("key%d: 1", n) + "\n")),
    "a field again and again": (2_000, lambda n: page(fields="note: x\n" * n)),
    "entries with an unknown field": (1_000, lambda n: report(
        fields="judgements:\n" + lines("  - {aspect: care, grade: good, odd%d: 1}", n) + "\n")),
    "judgements of unknown aspects": (1_000, lambda n: report(
        fields="judgements:\n" + lines("  - {aspect: carr%d, grade: goof%d}", n) + "\n")),
    "recommendations": (1_000, lambda n: report(
        fields="recommendations:\n" + lines("  - {id: %d, text: T}", n) + "\n")),
    "waivers that waive nothing": (1_000, lambda n: page(fields="waivers:\n" + lines(
        "  - {check: quantifier, field: f%d, reason: R, by: B, date: 2020-01-01}", n) + "\n")),
    "aliases of a record": (1_000, lambda n: page(fields="aliases:\n" + lines("  - /old/%d/", n) + "\n")),
    "anchors": (2_000, lambda n: page(
        fields=lines("k%d: &a%d x", n) + "\n" + lines("l%d: *a%d", n) + "\n")),
    "anchors that are not there": (1_000, lambda n: page(
        fields=lines("k%d: &a%d x", n) + "\n" + lines("l%d: *b%d", n) + "\n")),
    "brackets in one another": (20_000, lambda n: page(fields="note: " + "[" * n + "\n")),
    "braces in one another": (20_000, lambda n: page(fields="note: " + "{a: " * n + "\n")),
    "dashes in one another": (20_000, lambda n: page(fields="note:\n " + "- " * n + "x\n")),
    "lines that are no fields": (2_000, lambda n: page(fields="@ x\n" * n)),
    "quotes without end": (2_000, lambda n: page(fields=lines('k%d: "x', n) + "\n")),
    "tags": (2_000, lambda n: page(fields=lines("k%d: !t x", n) + "\n")),
    "null bytes among the fields": (20_000, lambda n: page(fields="note: " + "\0" * n + "\n")),
    "escapes in quotes": (20_000, lambda n: page(fields='note: "' + "\\0" * n + '"\n')),
    "a long value": (100_000, lambda n: page(fields="note: " + "word " * n + "\n")),
    "a long key": (100_000, lambda n: page(fields="k" * n + ": x\n")),
    "markup in a value": (2_000, lambda n: page(fields="note: " + "*a* [b](page:nope) `c` " * n + "\n")),
    # Any text.
    "null bytes": (20_000, lambda n: page("\0" * n)),
    "bytes that are not UTF-8": (20_000, lambda n: page("\udce9 " * n)),
    "escapes by number": (10_000, lambda n: page("&#1; " * n)),
    "open directions": (10_000, lambda n: page("\u202e a " * n)),
    "empty lines": (200_000, lambda n: page("\n" * n)),
    "a long line": (200_000, lambda n: page("word " * n)),
    "carriage returns": (200_000, lambda n: page("\r" * n)),
    # Bodies.
    "links to unknown records": (2_000, lambda n: page(lines("[a](page:nope%d)\n", n))),
    "links to unknown records on one line": (2_000, lambda n: page(lines("[a](page:nope%d)", n, " "))),
    "links to unknown files": (2_000, lambda n: page(lines("[a](../pages/nope%d.md)\n", n))),
    "links to unknown anchors": (2_000, lambda n: page(lines("[a](#nope-%d)\n", n))),
    "links to unknown addresses": (2_000, lambda n: page(lines("[a](/nope/%d/)\n", n))),
    "links to unknown anchors elsewhere": (2_000, lambda n: {
        **page(lines("[a](../pages/q.md#nope-%d)\n", n)), "content/pages/q.md": "---\ntitle: Q\n---\n"}),
    "links that run code": (2_000, lambda n: page(lines("[a](javascript:a%d)\n", n))),
    "links to unknown paragraphs": (2_000, lambda n: report(lines("[a](para:%d)\n", n))),
    "links that lead somewhere": (5_000, lambda n: page("[a](area:north)\n\n" * n)),
    "unknown terms": (2_000, lambda n: page(lines("[a](term:nope%d)\n", n))),
    "shares": (2_000, lambda n: report(lines("[most](share:%d/3)\n", n))),
    "raw HTML on one line": (5_000, lambda n: page("<b>x</b>" * n)),
    "raw HTML": (5_000, lambda n: page("<div>\n\n" * n)),
    "notes": (2_000, lambda n: page(lines("a[^%d]\n", n) + "\n" + lines("[^%d]: n\n", n))),
    "notes that nobody cites": (2_000, lambda n: page(lines("[^%d]: n\n", n))),
    "notes that are not there": (2_000, lambda n: page(lines("a[^%d]\n", n))),
    "a note cited again and again": (2_000, lambda n: page("a[^1]\n\n" * n + "[^1]: n\n")),
    "a note again and again": (2_000, lambda n: page("a[^1]\n\n" + "[^1]: n\n\n" * n)),
    "headings": (5_000, lambda n: page("## Same\n\n" * n)),
    "headings too deep": (5_000, lambda n: page("#### Same\n\n" * n)),
    "headings like the ids of others": (2_000, lambda n: page(lines("## Same-%d\n\n## Same\n", n))),
    "numbered paragraphs": (2_000, lambda n: report(lines("%d. Text.\n\n<!-- -->\n", n + 1))),
    "numbers out of order": (2_000, lambda n: report("7. Text.\n\n## H\n\n" * n)),
    "columns of a table": (2_000, lambda n: page("a|" * n + "\n" + "-|" * n + "\n" + "a|" * n)),
    "rows of a table": (5_000, lambda n: page("|a|b|\n|-|-|\n" + "|a|b|\n" * n)),
    "rows that are short": (200, lambda n: page("a|" * n + "\n" + "-|" * n + "\n" + "|a|\n" * n)),
    "cells without a column": (2_000, lambda n: page("|a|\n|-|\n" + "|a|b|c|\n" * n)),
    "tables": (2_000, lambda n: page("|a|\n|-|\n|b|\n\n" * n)),
    "boxes": (2_000, lambda n: page("> [!NOTE]\n> a\n\n" * n)),
    "images": (2_000, lambda n: page(lines("![a](nope%d.png)\n", n))),
    "embeds that are not there": (2_000, lambda n: page(lines("![a](chart:nope%d)\n", n))),
    "brackets left open": (50_000, lambda n: page("[" * n)),
    "images left open": (20_000, lambda n: page("![" * n)),
    "links left open": (20_000, lambda n: page("[a](" * n)),
    "stars": (20_000, lambda n: page("*a **b " * n)),
    "underscores": (20_000, lambda n: page("_a __b " * n)),
    "stars in a row": (20_000, lambda n: page("*" * n + " a")),
    "underscores in a row": (20_000, lambda n: page("a " + "_" * n)),
    "marks of other dialects": (5_000, lambda n: page("{{ [[ ~~ == $$ ^[ {% [^a b] [x] (/y) " * n)),
    "backticks": (2_000, lambda n: page(" ".join("`" * (k % 900 + 1) for k in range(n)))),
    "quotes in one another": (50_000, lambda n: page(">" * n + " a")),
    "lists in one another": (20_000, lambda n: page("- " * n + "a")),
    "list items": (5_000, lambda n: page("- a\n" * n)),
    "definitions of links": (5_000, lambda n: page(lines("[r%d]: /a\n", n) + lines("[r%d]\n", n))),
    "autolinks": (5_000, lambda n: page(lines("<https://example.org/%d>", n, " "))),
    "plain addresses": (5_000, lambda n: page(lines("https://example.org/%d", n, " "))),
    "entities": (20_000, lambda n: page("&amp; &nbsp; &x; " * n)),
    "code": (20_000, lambda n: page("```\n" * n)),
    "words that are numbers": (5_000, lambda n: report(
        "seven of the nine files, most of them, 45 per cent " * n)),
    "addresses of mail": (2_000, lambda n: page(lines("a%d@example.org", n, " "))),
    "telephone numbers": (2_000, lambda n: page(lines("07700 90%d", n, " "))),
    # Templates.
    "sections without end": (5_000, lambda n: template("{{#a}}" * n)),
    "sections without end on lines": (5_000, lambda n: template("{{#a}}\n" * n)),
    "ends without a section": (5_000, lambda n: template("{{/a}}" * n)),
    "sections crossed": (2_000, lambda n: template(lines("{{#a%d}}", n, "") + lines("{{/a%d}}", n, ""))),
    "unknown names": (5_000, lambda n: template(lines("{{nope%d}}", n, ""))),
    "unknown partials": (2_000, lambda n: template(lines("{{> nope%d}}", n, ""))),
    "tags without end": (5_000, lambda n: template("{{a " * n)),
    "delimiters": (5_000, lambda n: template("{{=<% %>=}}<%={{ }}=%>" * n)),
    "sections": (5_000, lambda n: template("{{#title}}x{{/title}}" * n)),
    "blocks": (2_000, lambda n: template(lines("{{$b%d}}x{{/b%d}}", n, ""))),
    # Twenty are beyond the limit of steps already, and fewer would be held against a power of two.
    "templates that double": (20, lambda n: doubled_templates(1 << max(n, 20), "")),
    "templates that double a mistake": (20, lambda n: doubled_templates(1 << max(n, 20), "{{nope}}")),
    "angles in templates": (20_000, lambda n: template("<a <b " * n)),
    "attributes in templates": (5_000, lambda n: template("<p " + lines("a%d=x", n, " ") + ">")),
    # Many records.
    "pages": (100, lambda n: records("---\ntitle: P%d\n---\n", n)),
    "pages without a title": (200, lambda n: records("---\n---\n", n)),
    "pages with a broken link": (200, lambda n: records("---\ntitle: P%d\n---\n[a](page:y%d)\n", n)),
    "terms with a broken link": (200, lambda n: records(
        "---\ntitle: Term %d\ndefinition: D\n---\n[a](term:y%d)\n", n, "glossary")),
    "areas": (100, lambda n: records(
        "---\ntitle: Area %d\nkind: region\norganisation: board\n---\n", n, "areas")),
    "organisations": (100, lambda n: records(
        "---\ntitle: Body %d\nkind: inspected-body\n---\n", n, "organisations")),
    "reports": (100, lambda n: records(f"---\n{REPORT}---\nText of %d.\n", n, "reports")),
    "reports of unknown areas": (100, lambda n: records(
        f"---\n{REPORT}---\nText.\n".replace("area: north", "area: nroth%d"), n, "reports")),
    "names that differ in a letter": (200, lambda n: records(
        "---\ntitle: P\n---\n[Cafcas%d](org:board) met Board%d.\n", n)),
    "stray files": (500, lambda n: {f"content/stray{k}.txt": "" for k in range(n)}),
    "one alias of all": (200, lambda n: records("---\ntitle: P%d\naliases: [/old/]\n---\n", n)),
}
