// The search page: asks the index that the build made, and shows what it finds. Without it the page shows the
// complete lists.

const step = 10;
const labels = { area: "Area", aspect: "Aspect", grade: "Grade and scale", kind: "Kind", year: "Year" };
const bundle = new URL("../pagefind/", import.meta.url);
const part = (id) => document.getElementById(id);
const words = part("q");
const filters = part("filters");
const status = part("search-status");
const list = part("results");
const more = part("more");
const narrow = part("narrow");

let pagefind;
let whole = new Set();
let found = [];
let shown = 0;
let latest = 0;

try {
  pagefind = await import(new URL("pagefind.js", bundle).href);
  await pagefind.options({ baseUrl: new URL("..", bundle).pathname, excerptLength: 30 });
  await pagefind.init();
  await makeFilters();
  part("search").hidden = false;
  part("unavailable").hidden = true;
  restore();
} catch {
  // No index: the lists stay.
}

async function makeFilters() {
  const values = await pagefind.filters();
  for (const [name, label] of Object.entries(labels)) {
    const counts = Object.entries(values[name] ?? {});
    if (counts.length === 0) continue;
    const field = document.createElement("div");
    const caption = document.createElement("label");
    const select = document.createElement("select");
    caption.htmlFor = select.id = `filter-${name}`;
    caption.textContent = label;
    select.name = name;
    select.append(new Option("All", ""));
    counts.sort(([left], [right]) => left.localeCompare(right, document.documentElement.lang, { numeric: true }));
    if (name === "year") counts.reverse();
    for (const [value, count] of counts) select.append(new Option(`${value} (${count})`, value));
    field.append(caption, select);
    filters.append(field);
  }
  narrow.hidden = filters.childElementCount === 0;
}

/** Takes the question from the page's address, so that results can be linked and gone back to. */
function restore() {
  const question = new URLSearchParams(location.search);
  words.value = question.get("q") ?? "";
  for (const select of filters.elements) select.value = question.get(select.name) ?? "";
  search();
}

function remember() {
  const question = new URLSearchParams();
  if (words.value) question.set("q", words.value);
  for (const select of filters.elements) if (select.value) question.set(select.name, select.value);
  const address = question.size > 0 ? `?${question}` : location.pathname;
  if (address !== (location.search || location.pathname)) history.pushState(null, "", address);
}

async function search() {
  const chosen = {};
  for (const select of filters.elements) if (select.value) chosen[select.name] = select.value;
  const text = words.value.trim();
  const turn = ++latest;
  const isQuestion = text !== "" || Object.keys(chosen).length > 0;
  part("found").hidden = !isQuestion;
  if (!isQuestion) return;
  const [references, places, answer] = await Promise.all([
    findReference(text, chosen), findPlaces(text, chosen), pagefind.search(text === "" ? null : text, { filters: chosen }),
  ]);
  if (turn !== latest) return;
  whole = new Set([...references, ...places].map((result) => result.id));
  found = [...new Map([...references, ...places, ...answer.results].map((result) => [result.id, result])).values()];
  shown = 0;
  list.replaceChildren();
  const count = found.length === 1 ? "1 result" : `${found.length || "No"} results`;
  status.textContent = text === "" ? count : `${count} for “${text}”`;
  part("nothing-found").hidden = found.length > 0;
  narrow.open ||= Object.keys(chosen).length > 0;
  await show(turn);
}

/** The reports of which the words are the whole reference: who knows a number wants that report first. */
async function findReference(text, chosen) {
  if (!/\d/.test(text)) return [];
  const answer = await pagefind.search(null, { filters: { ...chosen, reference: text.toLowerCase() } });
  return answer.results;
}

/** The areas whose name has all the words: who types a place wants its page before what was said of it. */
async function findPlaces(text, chosen) {
  if (text === "" || chosen.kind) return [];
  const answer = await pagefind.search(text, { filters: { ...chosen, kind: "Area" } });
  const wanted = text.toLocaleLowerCase().split(/\s+/);
  const areas = await Promise.all(answer.results.slice(0, step).map(async (result) => ({ result, data: await result.data() })));
  return areas
    .filter(({ data }) => wanted.every((word) => data.meta.title.toLocaleLowerCase().includes(word)))
    .map(({ result }) => result);
}

/** Shows the next results; moves the focus to the first of them when the reader asked for more. */
async function show(turn, isAsked = false) {
  const next = await Promise.all(
    found.slice(shown, shown + step).map(async (result) => ({ ...(await result.data()), isWhole: whole.has(result.id) })),
  );
  if (turn !== latest) return;
  shown += next.length;
  const items = next.map(item);
  list.append(...items);
  more.hidden = shown >= found.length;
  if (isAsked) items[0]?.querySelector("a").focus();
}

function item(result) {
  const place = result.isWhole ? null : result.sub_results?.find((part) => part.url !== result.url && part.excerpt.includes("<mark>"));
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.className = "title";
  link.href = place?.url ?? result.url;
  link.textContent = result.meta.title + (place && place.title !== result.meta.title ? `: ${place.title}` : "");
  const excerpt = document.createElement("p");
  excerpt.className = "ink";
  excerpt.append(...marked(place?.excerpt ?? result.excerpt));
  entry.append(link, excerpt);
  const about = [result.filters.kind?.[0], result.meta.date].filter(Boolean).join(", ");
  if (about) {
    const line = document.createElement("p");
    line.textContent = about;
    entry.append(line);
  }
  return entry;
}

/** The words of an excerpt with the hits marked, and nothing else of its markup. */
function marked(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const hit = document.createElement("mark");
    hit.textContent = node.textContent;
    return hit;
  });
}

part("search").addEventListener("submit", (event) => {
  event.preventDefault();
  remember();
  search();
});
filters.addEventListener("change", () => {
  remember();
  search();
});
filters.addEventListener("submit", (event) => event.preventDefault());
more.addEventListener("click", () => show(latest, true));
addEventListener("popstate", () => pagefind && restore());
