// Narrows a list of recommendations to what is chosen. Without it the form is not shown and the list is whole.

const part = (id) => document.getElementById(id);
const form = part("filters");
const frame = part("narrow");
const status = part("narrow-status");
const nothing = part("narrow-nothing");
const rows = [...document.querySelectorAll(".asked tbody tr")].map((row) => ({ row, values: new Map() }));
const groups = [...document.querySelectorAll(".asked")].map((group) => ({
  group,
  link: document.querySelector(`.on-this-page a[href="#${CSS.escape(group.getAttribute("aria-labelledby"))}"]`)?.closest("li"),
}));
const selects = [...form.querySelectorAll("select")];
for (const { name } of selects) {
  for (const { row, values } of rows) values.set(name, (row.dataset[name] ?? row.closest(".asked").dataset[name] ?? "").split(" "));
}

function narrow() {
  const chosen = selects.filter((select) => select.value !== "");
  let count = 0;
  for (const { row, values } of rows) {
    const fits = chosen.every((select) => values.get(select.name).includes(select.value));
    row.hidden = !fits;
    if (fits) count += 1;
  }
  for (const { group, link } of groups) {
    group.hidden = group.querySelector("tbody tr:not([hidden])") === null;
    if (link) link.hidden = group.hidden;
  }
  nothing.hidden = count > 0;
  status.textContent = chosen.length > 0 ? `${count} of ${rows.length} shown` : "";
}

/** Takes what is chosen from the page's address, so that a narrowed list can be linked and gone back to. */
function restore() {
  const question = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = question.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  narrow();
}

function remember() {
  const question = new URLSearchParams();
  for (const select of selects) if (select.value) question.set(select.name, select.value);
  history.replaceState(null, "", (question.size > 0 ? `?${question}` : location.pathname) + location.hash);
}

function chooseAll() {
  for (const select of selects) select.value = "";
  remember();
  narrow();
  selects[0].focus();
}

form.addEventListener("change", () => {
  remember();
  narrow();
});
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll("[data-show-all]")) button.addEventListener("click", chooseAll);
addEventListener("popstate", restore);
frame.hidden = false;
frame.open = location.search !== "" || matchMedia("(min-width: 44rem)").matches;
restore();
