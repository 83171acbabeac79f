"""What must hold of a page when a reader sets it otherwise: large text, wide spacing, a narrow window,
the system's own colours, no style sheet."""

# The size of plain text for somebody who asks for twice the usual.
LARGE_TEXT = 32
# The least that WCAG 2.2, success criterion 1.4.12, asks a page to bear.
SPACING = """* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}
p {margin-bottom: 2em !important}"""

# What stands outside the window and in no part that scrolls by itself.
OVERFLOW = """(() => {
  const width = document.documentElement.clientWidth;
  const scrolls = element => {
    for (let part = element; part && part !== document.body; part = part.parentElement) {
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(part).overflowX)) return true;
    }
    return false;
  };
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter(part => part.checkVisibility() && part.getBoundingClientRect().right > width + 1 && !scrolls(part))
    .slice(0, 5).map(part => part.outerHTML.slice(0, 100)).concat(['(the page scrolls sideways)']);
})()"""

# Words in cells that break after four letters or fewer, in a table of comparison anywhere; and
# paragraph signs parted from their number. Addresses may break where they must.
BROKEN_WORDS = """(() => {
  const range = document.createRange();
  const lines = () => new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
  const broken = [];
  for (const cell of document.querySelectorAll('main :is(td, th)')) {
    if (!cell.checkVisibility() || cell.closest('thead, caption')?.offsetWidth === 1) continue;
    const most = cell.closest('.comparison') ? 99 : 4;
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode;
      for (const word of text.data.matchAll(/(?<![^\\s(“‘])\\p{L}{5,}(?![^\\s)”’,.;:?])/gu)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (lines() < 2) continue;
        let first = 1;
        do range.setEnd(text, word.index + ++first); while (lines() < 2);
        if (first - 1 <= most) broken.push(word[0].slice(0, first - 1) + '/' + word[0].slice(first - 1));
      }
    }
  }
  for (const sign of document.querySelectorAll('main abbr[title="paragraph"]')) {
    if (!sign.checkVisibility() || !sign.nextSibling) continue;
    range.selectNode(sign);
    const top = range.getBoundingClientRect().bottom;
    range.setStart(sign.nextSibling, 0);
    range.setEnd(sign.nextSibling, sign.nextSibling.length ?? 0);
    if (range.getBoundingClientRect().top >= top) broken.push(sign.parentElement.textContent);
  }
  return broken.slice(0, 8);
})()"""

# Tables of judgements that do not fit their frame, so that a column is cut off; in large print they may.
CUT_JUDGEMENTS = """(() => [...document.querySelectorAll('.table-frame:has(> .judgements)')]
  .filter(frame => !frame.closest('.large-print') && frame.scrollWidth > frame.clientWidth + 2)
  .map(frame => `${frame.getAttribute('aria-label')}: ${frame.scrollWidth} in ${frame.clientWidth} px`)
)()"""

# Tables of comparison that scroll and do not say so, or say so and do not scroll.
SILENT_SCROLLS = """(() => [...document.querySelectorAll('.table-frame:has(> .comparison)')]
  .filter(frame => frame.checkVisibility()
    && (frame.scrollWidth > frame.clientWidth + 1) !== Boolean(frame.querySelector('.scrolls')?.checkVisibility()))
  .map(frame => `${frame.getAttribute('aria-label')}: ${frame.scrollWidth} in ${frame.clientWidth} px`)
)()"""

# Tables of comparison whose first column stays in place and leaves the others no room to come out from under it.
COVERED = """(() => [...document.querySelectorAll('.table-frame:has(> .comparison)')].filter(frame => {
  const head = frame.querySelector('tbody th');
  if (!frame.checkVisibility() || getComputedStyle(head).position !== 'sticky') return false;
  return frame.clientWidth - head.offsetWidth < 4 * parseFloat(getComputedStyle(head).fontSize);
}).map(frame => frame.getAttribute('aria-label')))()"""

# Buttons and fields without a border, and a menu whose current item looks like the others.
FAINT = """(() => {
  const edges = element => {
    const style = getComputedStyle(element), paper = getComputedStyle(document.body).backgroundColor;
    return ['Top', 'Right', 'Bottom', 'Left'].map(side =>
      style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1
        && style[`border${side}Color`] !== paper)
      .concat(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1);
  };
  const faint = [...document.querySelectorAll('button, input, select')]
    .filter(control => control.checkVisibility() && !edges(control).includes(true))
    .map(control => control.outerHTML.slice(0, 80));
  const current = document.querySelector('nav [aria-current="true"]');
  const other = current?.closest('nav').querySelector('a:not([aria-current])');
  if (other && String(edges(current)) === String(edges(other))) faint.push(current.outerHTML);
  return faint;
})()"""

# Drawings and marks that take more room than their own sizes say, once no style sheet holds them.
UNBOUND = """(() => {
  for (const sheet of document.styleSheets) sheet.disabled = true;
  return [...document.querySelectorAll('svg, img')].filter(drawing => {
    if (!drawing.checkVisibility() || drawing.parentElement.closest('svg')) return false;
    const box = drawing.getBoundingClientRect();
    const isSmall = drawing.matches('.mark, [aria-hidden]:not([width="100%"])');
    return box.width > (isSmall ? 200 : innerWidth) || (isSmall && box.height > 60)
      || (drawing.matches('svg') && !drawing.hasAttribute('height'));
  }).slice(0, 5).map(drawing => drawing.outerHTML.slice(0, 120));
})()"""


def strain(browser, address, tally, name):
    """Looks at one page in each of these ways."""
    def look(way, faults, questions, **settings):
        browser.emulate(scripts=False, **settings)
        browser.open(address)
        if way == "with wide spacing":
            # A reader's own sheet, which no policy of the page forbids.
            browser.evaluate(f"(sheet => {{ sheet.replaceSync({SPACING!r});"
                             " document.adoptedStyleSheets.push(sheet); })(new CSSStyleSheet())")
        for fault, question in zip(faults, questions):
            found = browser.evaluate(question)
            tally.check(not found, f"{name} {way}: {fault}: {found}")

    outside = ["wider than the window", "words broken"], [OVERFLOW, BROKEN_WORDS]
    look("with text twice as large at 390 px", *outside, width=390, text=LARGE_TEXT)
    look("with text twice as large at 320 px", ["wider than the window", "cells covered"], [OVERFLOW, COVERED],
         width=320, text=LARGE_TEXT)
    look("with wide spacing", *outside, width=320)
    look("in forced colours, then without a style sheet", ["no edge to be seen", "too large"], [FAINT, UNBOUND],
         forced=True)
