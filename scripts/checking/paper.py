"""What a page must be like on paper: nothing cut off, and no sheet that is all but empty."""

import base64
import re
import zlib

from checking.strain import OVERFLOW

# The width of the text on A4 between the margins that the style sheet sets, in pixels.
PAPER_WIDTH = 631
# What a sheet holds at least beside the line in its margin: a few words.
LEAST_GLYPHS = 40
# The line in the margin: the number of the sheet.
MARGIN_WORDS = "100 of 100"


def glyphs_by_sheet(pdf):
    """How many letters and signs are set on each page of a PDF that Chromium wrote."""
    sheets = []
    for number in re.findall(rb"<<\s*/Type\s*/Page\s.*?/Contents (\d+) 0 R", pdf, re.S):
        head = re.search(rb"(?<!\d)%b 0 obj\s*<<[^>]*?/Length (\d+)[^>]*>>\s*stream\r?\n" % number, pdf)
        stream = zlib.decompress(pdf[head.end():head.end() + int(head[1])])
        sheets.append(sum(len(text) // 4 for text in re.findall(rb"<([0-9A-Fa-f]+)>", stream)))
    return sheets


def on_paper(browser, address, tally, name):
    """Prints one page and looks at its sheets."""
    browser.emulate(width=PAPER_WIDTH, media="print", scripts=False)
    browser.open(address)
    cut = browser.evaluate(OVERFLOW)
    tally.check(not cut, f"{name} on paper: cut off: {cut}")
    browser.emulate(scripts=False)
    browser.open(address)
    printed = browser.call("Page.printToPDF", preferCSSPageSize=True)
    sheets = glyphs_by_sheet(base64.b64decode(printed["data"]))
    least = len(MARGIN_WORDS) + LEAST_GLYPHS
    tally.check(sheets and min(sheets) >= least,
                f"{name} on paper: one of {len(sheets)} sheets has {min(sheets, default=0)} letters;"
                f" {least} at least")
