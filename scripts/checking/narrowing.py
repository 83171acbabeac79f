"""What a list of recommendations must do when a reader narrows it, with scripts and without."""

import time

SHOWN = "document.querySelectorAll('.asked tbody tr:not([hidden])').length"
MOST_STYLE_SECONDS = 0.2
# Each measured so often, and the quickest counts: the rest is what else the machine does.
RUNS = 3

# Chooses in the field of a name the choice of a value; gives the number that stands beside it.
CHOOSE = """((name, value) => {
  const select = document.querySelector(`#filters select[name="${name}"]`);
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  return Number(select.selectedOptions[0].text.match(/\\((\\d+)\\)$/)?.[1] ?? -1);
})"""
# Two choices that no row fits at once: [name, value, name, value].
APART = """(() => {
  const rows = [...document.querySelectorAll('.asked tbody tr')]
    .map(row => ({...row.closest('.asked').dataset, ...row.dataset}));
  const selects = [...document.querySelectorAll('#filters select')];
  const choices = selects.flatMap(select => [...select.options].filter(option => option.value)
    .map(option => [select.name, option.value]));
  for (const [one, first] of choices) for (const [two, second] of choices) {
    if (one !== two && !rows.some(row => (row[one] ?? '').split(' ').includes(first)
      && (row[two] ?? '').split(' ').includes(second))) return [one, first, two, second];
  }
  return null;
})()"""
STATUS = "document.getElementById('narrow-status').textContent"


def narrow(browser, page, tally):
    """Narrows the list at an address as a reader with scripts would."""
    browser.emulate()
    browser.open(page)
    whole = browser.evaluate(SHOWN)
    first = browser.evaluate("""(() => {
      const options = [...document.querySelectorAll('#filters option')].filter(option => option.value);
      return [options[0].closest('select').name, options[0].value];
    })()""")
    offered = browser.evaluate(f"{CHOOSE}(...{first})")
    shown = browser.evaluate(SHOWN)
    tally.check(0 < shown == offered, f"{page}: {first} offers {offered} rows and shows {shown}")
    tally.check(browser.evaluate(STATUS).startswith(f"{shown} of {whole} "),
                f"{page}: the count says {browser.evaluate(STATUS)!r}, and {shown} are shown")
    address = browser.evaluate("location.href")
    tally.check(address.startswith(f"{page}?"), f"{page}: the address does not say what is chosen")
    browser.open(address)
    tally.check(browser.evaluate(SHOWN) == shown, f"{address} does not show what was chosen")
    if apart := browser.evaluate(APART):
        browser.open(page)
        browser.evaluate(f"{CHOOSE}(...{apart[:2]}), {CHOOSE}(...{apart[2:]})")
        tally.check(browser.evaluate(SHOWN) == 0 and browser.evaluate(
            "document.getElementById('narrow-nothing').checkVisibility()"),
            f"{page}: nothing says that {apart} fit no row")
        browser.evaluate("document.querySelector('#narrow-nothing button').click()")
        tally.check(browser.evaluate(SHOWN) == whole and browser.evaluate("location.href") == page,
                    f"{page}: there is no way back from {apart}")
    complaints = browser.complaints()
    tally.check(not complaints, f"{page}: the console says {complaints}")


def without_scripts(browser, page, site, home, tally):
    """Looks at the same list without scripts: no dead form, and lists made beforehand instead."""
    browser.emulate(scripts=False)
    browser.open(page)
    tally.check(not browser.evaluate("document.querySelector('#narrow')?.checkVisibility() ?? false"),
                f"{page}: a form is shown that does nothing without scripts")
    links = browser.evaluate("[...document.querySelectorAll('.lists a')].map(link => link.href)")
    there = [link for link in links if link.removeprefix(home) + "index.html" in site.files]
    tally.check(len(there) == len(links) > 1, f"{page}: the lists made beforehand are {links}")


def style_time(browser, page, tally):
    """Measures what a browser takes for the styles of a list: on loading it and on narrowing it."""
    browser.emulate()
    loads, changes = [], []
    for _ in range(RUNS):
        browser.open("about:blank")
        before = browser.style_seconds()
        browser.open(page)
        after = browser.style_seconds()
        # A page from elsewhere may begin a process, and with it the count, anew.
        loads.append(after - before if after > before else after)
        value = browser.evaluate("[...document.querySelector('#filters select').options].at(-1).value")
        before = browser.style_seconds()
        browser.evaluate(f"{CHOOSE}(document.querySelector('#filters select').name, {value!r})")
        browser.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        time.sleep(0.1)
        changes.append(browser.style_seconds() - before)
    rows = browser.evaluate("document.querySelectorAll('.asked tbody tr').length")
    for way, seconds in (("on loading", min(loads)), ("on narrowing", min(changes))):
        print(f"{seconds * 1000:6.0f} ms for the styles of {rows} rows {way}", flush=True)
        tally.check(seconds < MOST_STYLE_SECONDS,
                    f"{page}: {seconds:.3f} s for styles {way}; {MOST_STYLE_SECONDS} s at most")
