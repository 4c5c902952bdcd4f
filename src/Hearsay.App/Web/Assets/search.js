// Finds as one types: the results are those of the page for these words.
"use strict";
const field = document.querySelector("form.search input");
let typed = 0, asked = 0;

async function find() {
  const address = field.value.trim() ? "/search?q=" + encodeURIComponent(field.value) : "/search", number = ++asked;
  const answer = await fetch(address);
  // words that are not finished may be no query yet: the page says why only once they are sent
  if (number !== asked || !answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("live").replaceWith(page.getElementById("live"));
  history.replaceState(null, "", address);
  document.getElementById("status").textContent = page.getElementById("count")?.textContent ?? "";
}

field.addEventListener("input", () => { clearTimeout(typed); typed = setTimeout(() => { if (field.value.trim().length !== 1) find().catch(() => {}); }, 250); });
