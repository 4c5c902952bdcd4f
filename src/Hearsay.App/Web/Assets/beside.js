// Opens the words that a citation points to in their report, beside the text; Escape, "Close" and the browser's Back close it and lead to where one was.
"use strict";
let back = null, under = null;

function shut() {
  document.getElementById("beside")?.remove();
  back?.focus({ preventScroll: true });
  back = under = null;
}

// what was opened is a step of its own in the history: closing it by hand takes that step back, which then shuts it
function leave() { if (history.state?.beside) history.back(); else shut(); }

async function beside(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) { location.href = link.href; return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const report = page.querySelector("article.report");
  if (!report) { location.href = link.href; return; }
  document.getElementById("beside")?.remove();
  const panel = document.createElement("aside");
  panel.id = "beside";
  panel.tabIndex = -1;
  panel.setAttribute("aria-label", "The source");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", leave);
  // ids of the report must not meet those of the page
  report.querySelectorAll("[id]").forEach(e => { if (e.id === "cited") e.className += " there"; e.removeAttribute("id"); });
  report.removeAttribute("id");
  const whole = document.createElement("p");
  const address = document.createElement("a");
  address.href = link.href;
  address.textContent = "Open the whole report";
  whole.append(address);
  panel.append(close, report, whole);
  document.body.append(panel);
  back ??= link;
  if (!history.state?.beside) { under = location.href; history.pushState({ beside: true }, ""); }
  close.focus({ preventScroll: true });
  panel.querySelector(".there")?.scrollIntoView({ block: "center" });
}

document.addEventListener("click", event => {
  const link = event.target.closest?.("a.source, a.c[href^='/reports/'], .matrix a[href^='/reports/']");
  if (!link || link.closest("#beside") || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  beside(link).catch(() => { location.href = link.href; });
});
document.addEventListener("keydown", event => { if (event.key === "Escape" && document.getElementById("beside")) leave(); });
// a step to a section of this page leaves the source open
addEventListener("popstate", event => { if (!event.state?.beside && location.href === under) shut(); });
if (history.state?.beside) history.replaceState(null, "");
