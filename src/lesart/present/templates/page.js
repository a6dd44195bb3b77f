"use strict";
(() => {
  const data = JSON.parse(document.getElementById("statements")?.textContent ?? "{}");
  const card = document.getElementById("card");
  const facts = document.getElementById("card-facts");
  let origin = null;

  function pieces(id) {
    return document.querySelectorAll(`[data-statement="${CSS.escape(id)}"]`);
  }

  function open(id, from) {
    const statement = data[id];
    if (!statement) return;
    origin = from;
    document.getElementById("card-who").textContent = statement.who;
    document.getElementById("card-words").textContent = statement.words;
    facts.replaceChildren();
    for (const [name, value] of statement.facts) {
      const term = document.createElement("dt");
      const fact = document.createElement("dd");
      term.textContent = name;
      fact.textContent = value;
      facts.append(term, fact);
    }
    const drawn = statement.chart ? document.getElementById(statement.chart) : null;
    const copy = drawn ? drawn.cloneNode(true) : null;
    if (copy) copy.removeAttribute("id");
    document.getElementById("card-chart").replaceChildren(...(copy ? [copy] : []));
    document.querySelectorAll(".chosen").forEach((piece) => piece.classList.remove("chosen"));
    pieces(id).forEach((piece) => piece.classList.add("chosen"));
    card.showModal();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.evidence");
    if (link) {
      const id = decodeURIComponent(link.hash.slice(1));
      const place = document.getElementById(id);
      if (!place) return;
      event.preventDefault();
      place.scrollIntoView({ block: "start" });
      open(id, link);
      return;
    }
    const head = event.target.closest("button.sort");
    if (head) return sort(head);
    const piece = event.target.closest("button.badge, .said");
    if (piece) open(piece.dataset.statement, piece);
  });

  function sort(head) {
    const cell = head.closest("th");
    const body = cell.closest("table").tBodies[0];
    const down = cell.getAttribute("aria-sort") === "ascending";
    cell.parentElement.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => row.cells[cell.cellIndex].dataset.sort ?? row.cells[cell.cellIndex].textContent;
    const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), document.documentElement.lang));
    body.replaceChildren(...(down ? rows.reverse() : rows));
  }

  document.addEventListener("keydown", (event) => {
    const piece = event.target.closest(".said");
    if (piece && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      open(piece.dataset.statement, piece);
    }
  });

  let lit = { party: "", kind: "" };

  function light(target, kind) {
    const at = target instanceof Element ? target.closest("[data-party]") : null;
    const party = at ? at.dataset.party.split(" ")[0] : "";
    if (party === lit.party || (!party && kind !== lit.kind)) return;
    document.querySelectorAll(".lit").forEach((mention) => mention.classList.remove("lit"));
    lit = { party, kind };
    if (!party) return;
    document.querySelectorAll(`[data-party~="${CSS.escape(party)}"]`).forEach((mention) => mention.classList.add("lit"));
  }

  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => light(event.target, kind));
  }

  card?.addEventListener("close", () => {
    if (!origin) return;
    origin.scrollIntoView({ block: "center" });
    origin.focus({ preventScroll: true });
    origin = null;
  });

  document.getElementById("scheme").addEventListener("click", () => {
    const root = document.documentElement.classList;
    const dark = root.contains("dark") || (!root.contains("light") && matchMedia("(prefers-color-scheme: dark)").matches);
    root.toggle("dark", !dark);
    root.toggle("light", dark);
  });
})();
