// Says in the list of sections in which of them one is reading.
"use strict";
let told = null;

function here() {
  const links = [...document.querySelectorAll(".contents a")], line = innerHeight / 3;
  const now = links.findLast(a => (document.getElementById(a.hash.slice(1))?.getBoundingClientRect().top ?? Infinity) < line);
  if (now === told) return;
  told?.removeAttribute("aria-current");
  told = now ?? null;
  if (!told) return;
  told.setAttribute("aria-current", "true");
  const row = told.closest("ul"), place = told.parentElement.offsetLeft - row.offsetLeft;
  row.scrollTo({ left: place - (row.clientWidth - told.offsetWidth) / 2 });
}

let asked = false;
addEventListener("scroll", () => { if (!asked) { asked = true; requestAnimationFrame(() => { asked = false; here(); }); } }, { passive: true });
document.addEventListener("hearsay:fresh", here);
here();
