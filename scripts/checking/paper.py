"""What a page must be like on paper: nothing cut off, no sheet that is all but empty, and no heading at the end of one."""

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
# The sizes of letters, in pixels, that headings have and no other text.
HEADING_SIZES = """(() => {
  const sizes = names => [...document.querySelectorAll(names)]
    .map(element => parseFloat(getComputedStyle(element).fontSize));
  const others = new Set(sizes("p, li, dt, dd, th, td, b, span, summary"));
  return sizes("h2, h3, h4").filter(size => !others.has(size));
})()"""


class Sheet:
    """What is drawn on a page of a PDF that Chromium wrote."""

    def __init__(self, pdf, page):
        number = re.search(rb"/Contents (\d+) 0 R", page)[1]
        head = re.search(rb"(?<!\d)%b 0 obj\s*<<[^>]*?/Length (\d+)[^>]*>>\s*stream\r?\n" % number, pdf)
        self.drawn = zlib.decompress(pdf[head.end():head.end() + int(head[1])])
        # A font that may not be embedded is drawn letter by letter, and its letters have numbers of one byte.
        self.drawn_fonts = {
            name for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", page)
            if re.search(rb"(?<!\d)%b 0 obj\s*<<\s*/Type\s*/Font\s*/Subtype\s*/Type3" % number, pdf)}

    def glyphs(self):
        """How many letters and signs are set."""
        count, digits = 0, 4
        for font, text in re.findall(rb"/(F\d+) [0-9.]+ Tf|<([0-9A-Fa-f]+)>", self.drawn):
            if font:
                digits = 2 if font in self.drawn_fonts else 4
            count += len(text) // digits
        return count

    def last_size(self):
        """How large the letters are, in pixels, that are set last."""
        return float(re.findall(rb"([0-9.]+) Tf", self.drawn)[-1])


def sheets_of(pdf):
    """The pages of a PDF in turn."""
    return [Sheet(pdf, page) for page in re.findall(rb"<<\s*/Type\s*/Page\s.*?/Contents \d+ 0 R", pdf, re.S)]


def on_paper(browser, address, tally, name):
    """Prints one page and looks at its sheets."""
    browser.emulate(width=PAPER_WIDTH, media="print", scripts=False)
    browser.open(address)
    cut = browser.evaluate(OVERFLOW)
    tally.check(not cut, f"{name} on paper: cut off: {cut}")
    headings = browser.evaluate(HEADING_SIZES)
    browser.emulate(scripts=False)
    browser.open(address)
    printed = browser.call("Page.printToPDF", preferCSSPageSize=True)
    sheets = sheets_of(base64.b64decode(printed["data"]))
    fewest = min((sheet.glyphs() for sheet in sheets), default=0)
    least = len(MARGIN_WORDS) + LEAST_GLYPHS
    tally.check(fewest >= least,
                f"{name} on paper: one of {len(sheets)} sheets has {fewest} letters; {least} at least")
    for place, sheet in enumerate(sheets[:-1]):
        size = sheet.last_size()
        tally.check(all(abs(size - heading) > 0.05 for heading in headings),
                    f"{name} on paper: sheet {place + 1} of {len(sheets)} ends with a heading")
