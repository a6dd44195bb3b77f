"use strict";
// j and k go from statement to statement; Enter opens the card (page.js).
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key)) return;
  if (event.target.closest("input, textarea, select, dialog[open]")) return;
  const all = [...document.querySelectorAll(".said[tabindex]")];
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const next = event.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0);
  all[next].focus();
  all[next].scrollIntoView({ block: "center" });
});
