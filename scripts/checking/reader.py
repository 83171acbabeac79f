"""A reader at a browser, who sees what is on the page and clicks, types and presses keys."""

import json
import pathlib
import time

PATIENCE_SECONDS = 20

# The first link, button or summary that can be seen and whose words begin so.
FIND = """((words) => {
  const parts = [...document.querySelectorAll('a[href], button, summary')];
  const seen = parts.filter(part => part.checkVisibility({visibilityProperty: true})
    && part.getBoundingClientRect().width > 1);
  const said = part => part.textContent.replace(/\\s+/g, ' ').trim();
  const found = seen.find(part => said(part) === words) ?? seen.find(part => said(part).startsWith(words));
  if (!found) return null;
  found.scrollIntoView({block: 'center'});
  const box = found.getClientRects()[0];
  return [box.left + box.width / 2, box.top + box.height / 2, found.href ?? ''];
})"""
# The first field that can be seen.
FIELD = """(() => {
  const field = [...document.querySelectorAll('form[role=search] input')].find(part => part.checkVisibility());
  if (!field) return null;
  field.scrollIntoView({block: 'center'});
  const box = field.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
})()"""


class Lost(Exception):
    """What the reader wanted and did not find."""


class Reader:
    """Goes through a site and counts the steps: each click, each field typed into, each key."""

    def __init__(self, browser, home, width=1280, height=900):
        self.browser = browser
        self.steps = 0
        browser.emulate(width=width, height=height)
        browser.open(home)

    def holds(self, expression):
        """Whether an expression comes to hold in the page."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            try:
                if self.browser.evaluate(f"document.readyState === 'complete' && Boolean({expression})"):
                    return True
            except RuntimeError:
                # The page is just giving way to the next.
                pass
            time.sleep(0.05)
        return False

    def expect(self, words, expression):
        """Goes on once what stands on the page is what was wanted."""
        if not self.holds(expression):
            raise Lost(f"{words}; the page is {self.browser.evaluate('location.href')}")

    def _point(self, place):
        for kind in ("mousePressed", "mouseReleased"):
            self.browser.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left",
                              clickCount=1)

    def click(self, words):
        """Clicks what says these words, else what begins with them, once it is there, and waits until it has led on."""
        question = f"{FIND}({json.dumps(words)})"
        self.expect(f"there is no '{words}' to click", question)
        place = self.browser.evaluate(question)
        self._point(place)
        if place[2]:
            self.expect(f"'{words}' does not lead on", f"location.href === {json.dumps(place[2])}")
        self.steps += 1

    def save(self, words, folder):
        """Clicks what begins with these words and waits for the file that it saves; gives its text."""
        self.browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
        question = f"{FIND}({json.dumps(words)})"
        self.expect(f"there is no '{words}' to click", question)
        self._point(self.browser.evaluate(question))
        self.steps += 1
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            saved = [path for path in pathlib.Path(folder).iterdir() if path.suffix == ".csv"]
            if saved:
                return saved[0].read_text(encoding="utf-8-sig")
            time.sleep(0.1)
        raise Lost(f"'{words}' saves no file")

    def look_for(self, words):
        """Types into the search field and sends it: two steps and a key."""
        self.expect("there is no field for search", FIELD)
        self._point(self.browser.evaluate(FIELD))
        self.browser.call("Input.insertText", text=words)
        self.browser.press("Enter", "Enter", 13)
        self.expect("the words lead to no search", "location.pathname.endsWith('/search/')")
        self.steps += 3

    def key(self, name, number):
        """Presses a key."""
        self.browser.press(name, name, number)
        self.steps += 1

    def tab_to(self, words, expression, most):
        """Presses Tab until the focus is where an expression holds; gives how often."""
        for count in range(1, most + 1):
            self.key("Tab", 9)
            if self.browser.evaluate(f"Boolean({expression})"):
                return count
        raise Lost(f"{words} is not reached in {most} tab stops")
