// Brings the page up to date by server-sent events, at the place where the reader is; says so when the connection is lost, and when it is back.
"use strict";
document.documentElement.classList.add("js");
const status = document.getElementById("status");
const kind = document.body.dataset.kind;
let waiting = 0, lost = false, stale = false;

function say(text) {
  status.textContent = text;
  clearTimeout(say.timer);
  if (text && !lost) say.timer = setTimeout(() => { status.textContent = ""; }, 10000);
}

// The things with an address that begin in sight stay where they are on the screen; several, since the first may be gone.
function anchors() {
  return [...document.querySelectorAll("#live [id]")].map(e => ({ id: e.id, box: e.getBoundingClientRect() }))
    .filter(a => a.box.height > 0 && a.box.top >= 0 && a.box.top < innerHeight).map(a => ({ id: a.id, top: a.box.top }));
}

// What a story says now: its sentences, quotes and claims by their ids, which are made of their words, and the values of each figure.
function said() {
  const words = new Set([...document.querySelectorAll("#live :is(.s, .quote)[id]")].map(e => e.id)), values = new Map();
  for (const series of document.querySelectorAll("#live .series[id]")) values.set(series.id, new Set([...series.querySelectorAll(".row")].map(valueOf)));
  return { words, values };
}

const threadOf = part => part.querySelector(".thread")?.textContent;

const valueOf = row => row.querySelector(".by").textContent + row.querySelector(".w").firstChild.textContent;

// Marks what was not there before, and says how much that is.
function mark(before) {
  const sentences = [...document.querySelectorAll("#live :is(.s, .quote)[id]")].filter(e => !before.words.has(e.id));
  const rows = [...document.querySelectorAll("#live .series[id] .row")].filter(r => !before.values.get(r.closest(".series").id)?.has(valueOf(r)));
  for (const e of [...sentences, ...rows]) {
    const word = document.createElement("span");
    word.className = "new";
    word.textContent = "new";
    (e.querySelector(".w") ?? e.querySelector("p")).append(" ", word);
  }
  const figures = new Set(rows.map(r => r.closest(".series"))).size, parts = [];
  if (sentences.length > 0) parts.push(sentences.length === 1 ? "1 new passage" : sentences.length + " new passages");
  if (figures > 0) parts.push(figures === 1 ? "1 changed figure" : figures + " changed figures");
  return parts.length > 0 ? ": " + parts.join(", ") + ", marked “new”" : ": nothing new was said";
}

let shown = document.getElementById("live")?.innerHTML, version = document.getElementById("live")?.dataset.version, before = null;

async function refresh() {
  waiting = 0;
  const live = document.getElementById("live");
  if (!live || document.hidden) { stale = true; return; }
  const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-cache" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("live");
  document.body.dataset.version = page.body.dataset.version ?? "";
  // the samples are gone once there is something of one's own
  if (!page.querySelector("aside.sample")) document.querySelector("aside.sample")?.remove();
  const changed = page.getElementById("changed");
  if (changed) document.getElementById("changed")?.replaceWith(changed);
  if (!fresh || fresh.innerHTML === shown) return;
  shown = fresh.innerHTML;
  // a version may come again, read more deeply: what is new is what the version before it did not say
  if (fresh.dataset.version !== version) [before, version] = [said(), fresh.dataset.version];
  const isThread = !before && threadOf(live) !== threadOf(fresh);
  const places = anchors(), focused = document.activeElement?.id, open = [...live.querySelectorAll("details[open][id]")].map(d => d.id);
  const checked = [...live.querySelectorAll("input[id]:checked")].map(i => i.id);
  live.replaceWith(fresh);
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  for (const id of checked) document.getElementById(id)?.toggleAttribute("checked", true);
  const place = scrollY > 0 && places.find(p => document.getElementById(p.id));
  if (place) scrollBy({ top: document.getElementById(place.id).getBoundingClientRect().top - place.top, behavior: "instant" });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  say(kind !== "story" ? "Brought up to date." : before ? "This story has just been brought up to date" + mark(before) + "." : isThread ? "What came before or after this story has changed." : "This story has been read more closely.");
  document.dispatchEvent(new Event("hearsay:fresh"));
}

function soon() { if (!waiting) waiting = setTimeout(() => refresh().catch(() => { stale = true; }), 1200); }

function concerns(name, change) {
  if (name === "story") return kind === "front" || ((kind === "story" || kind === "report") && change.storyId === document.body.dataset.story);
  if (name === "sources" || name === "reports") return kind === "sources";
  return false;
}

// A browser tries again by itself after a broken connection, but not after a refusal, and does not notice one that has gone silent: both are seen to here.
const Silence = 45000, Rest = [1000, 2000, 5000, 10000];
let events = null, heard = 0, tries = 0;

function connect() {
  events?.close();
  heard = Date.now();
  events = new EventSource("/api/changes");
  events.onopen = () => { heard = Date.now(); tries = 0; if (!lost) return; lost = false; say("Connected again."); soon(); };
  events.onerror = () => {
    lost = true;
    say("The connection to the desk is lost. Trying again …");
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, Rest[Math.min(tries++, Rest.length - 1)]);
  };
  events.addEventListener("pulse", () => { heard = Date.now(); });
  for (const name of ["story", "reports", "sources"]) events.addEventListener(name, event => { heard = Date.now(); if (concerns(name, JSON.parse(event.data))) soon(); });
}

if (document.getElementById("live") && kind !== "search") {
  connect();
  setInterval(() => { if (!lost && Date.now() - heard > Silence) { lost = true; say("The connection to the desk is lost. Trying again …"); connect(); } }, 5000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden && stale) { stale = false; soon(); } });
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", event => { if (event.persisted) { lost = true; connect(); } });
}
