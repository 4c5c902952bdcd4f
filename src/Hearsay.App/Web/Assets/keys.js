// Single keys, and what buttons do that needs a script: copying, printing, asking whether one is sure. Keys can be turned off on the help page (WCAG 2.1.4).
"use strict";
const Setting = "hearsay-keys";
let current = null, address = null;

const stops = () => [...document.querySelectorAll(document.querySelector(".cards") ? ".card" : ".s, .sentence, .request")].filter(e => e.getClientRects().length > 0);

// what stays the same of a stop when the page is exchanged: its id, else where it leads
const addressOf = stop => stop.id || stop.querySelector("a[href]")?.getAttribute("href");

function go(step, list, mark) {
  if (list.length === 0) return;
  let place = list.indexOf(current);
  if (place < 0) place = list.findIndex(e => e.getBoundingClientRect().top > 0) - (step > 0 ? 1 : 0);
  current?.classList.remove("at");
  current = list[Math.max(0, Math.min(list.length - 1, place + step))];
  if (mark) current.classList.add("at");
  address = addressOf(current);
  current.scrollIntoView({ block: mark ? "center" : "start" });
  const link = current.querySelector("a[href]");
  (link ?? current).focus({ preventScroll: true });
}

function say(text) { document.getElementById("status").textContent = text; }

async function copy(link) {
  const answer = await fetch(link.href);
  await navigator.clipboard.writeText(await answer.text());
  say("Copied as Markdown.");
}

const keys = {
  j: () => go(1, stops(), true),
  k: () => go(-1, stops(), true),
  n: () => go(1, [...document.querySelectorAll("main section")], false),
  p: () => go(-1, [...document.querySelectorAll("main section")], false),
  // a card is a story: its first link; a sentence has its source
  o: () => (current?.querySelector(current.classList.contains("card") ? "h2 a" : "a.source, a.c[href^='/reports/']") ?? current?.querySelector("a[href]"))?.click(),
  c: () => document.querySelector("[data-copy]")?.click(),
  g: () => { location.href = "/"; },
  s: () => { location.href = "/sources"; },
  "/": () => { const field = [...document.querySelectorAll("input[type=search]")].find(f => f.checkVisibility()); if (field) field.focus(); else location.href = "/search"; },
  "?": () => { location.href = "/help"; },
};
["l-time", "l-figure", "l-said", "l-name"].forEach((layer, place) => { keys[place + 1] = () => document.getElementById("show-" + layer)?.click(); });

const on = () => { try { return localStorage.getItem(Setting) !== "off"; } catch { return true; } };

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !on() || event.target.closest("input, select, textarea")) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
document.addEventListener("click", event => {
  const link = event.target.closest("[data-copy]");
  if (link && navigator.clipboard) { event.preventDefault(); copy(link).catch(() => { location.href = link.href; }); }
  if (event.target.closest("[data-print]")) print();
});
document.addEventListener("submit", event => { const sure = event.target.dataset.sure; if (sure && !confirm(sure)) event.preventDefault(); });
const choice = document.getElementById("use-keys");
if (choice) {
  choice.checked = on();
  choice.addEventListener("change", () => localStorage.setItem(Setting, choice.checked ? "on" : "off"));
}
// what was exchanged live is found again
document.addEventListener("hearsay:fresh", () => {
  if (!current || current.isConnected) return;
  const marked = current.classList.contains("at");
  current = stops().find(stop => addressOf(stop) === address) ?? null;
  if (marked) current?.classList.add("at");
});
