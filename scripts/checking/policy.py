"""The headers that a site is to be served with, as the program writes them."""

import subprocess


def written(findings, root, host, *options):
    """What the program prints for a kind of host."""
    return subprocess.run([findings, "headers", "--for", host, "--root", root, *options],
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout


def always(findings, root):
    """The headers of every file: {name: value}."""
    headers = {}
    lines = written(findings, root, "netlify").splitlines()
    # After a heading and the pattern for every file, its fields are indented.
    for line in lines[2:]:
        if not line.startswith("  "):
            break
        name, _, value = line.strip().partition(": ")
        headers[name] = value
    return headers
