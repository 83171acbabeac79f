"""What a released program contains of others, and on what terms."""

import pathlib
import subprocess

# What is linked into the program on Linux: name, terms, where it comes from, where its terms lie.
PARTS = [
    ("Swift standard library, concurrency, dispatch and Foundation Essentials",
     "Apache License 2.0 with Runtime Library Exception", "https://www.swift.org",
     "{toolchain}/share/swift/LICENSE.txt"),
    ("swift-argument-parser", "Apache License 2.0 with Runtime Library Exception",
     "https://github.com/apple/swift-argument-parser", "{checkouts}/swift-argument-parser/LICENSE.txt"),
    ("FlyingFox (FlyingSocks)", "MIT", "https://github.com/swhitty/FlyingFox",
     "{checkouts}/FlyingFox/LICENSE"),
    ("cmark", "BSD 2-Clause, and MIT for parts", "https://github.com/commonmark/cmark",
     "/usr/share/doc/libcmark-dev/copyright"),
    ("libyaml", "MIT", "https://pyyaml.org/wiki/LibYAML", "/usr/share/doc/libyaml-dev/copyright"),
    ("GNU libstdc++ and libgcc", "GPL 3 with GCC Runtime Library Exception 3.1",
     "https://gcc.gnu.org", "/usr/share/doc/libstdc++6/copyright"),
    ("IANA time zone database (offsets from 2000 on)", "public domain",
     "https://www.iana.org/time-zones", None),
    ("Unicode Character Database (canonical mappings)", "Unicode License v3",
     "https://www.unicode.org", None),
]


def summary():
    """A line a part, for people who look for what is in it."""
    width = max(len(name) for name, *_ in PARTS)
    return "".join(f"{name:{width}}  {terms}\n" for name, terms, *_ in PARTS)


def listing(own, checkouts):
    """Our own terms, the parts, and the terms of each in full."""
    toolchain = pathlib.Path(subprocess.run(
        ["swiftc", "-print-target-info"], check=True, capture_output=True, text=True)
        .stdout.split('"runtimeResourcePath": "')[1].split('"')[0]).parent.parent
    text = "findings contains, beside its own code:\n\n" + summary()
    text += "\nThe terms in full, its own first.\n"
    sources = [("findings", own)] + [
        (name, pathlib.Path(place.format(toolchain=toolchain, checkouts=checkouts)))
        for name, _, _, place in PARTS if place is not None]
    for name, path in sources:
        if not path.is_file():
            raise SystemExit(f"release: {path}, the terms of {name}, is not there")
        text += f"\n{'=' * 78}\n{name}\n{'=' * 78}\n\n{path.read_text().rstrip()}\n"
    return text
