// Files dragged anywhere on the page are sent and watched; without script the form does the same.
"use strict";
const list = document.getElementById("uploads"), form = document.getElementById("drop"), pick = document.getElementById("pick");
let over = 0;

function send(files) {
  const item = document.createElement("li"), bar = document.createElement("progress"), name = document.createElement("b"), note = document.createElement("span");
  name.textContent = files.length === 1 ? files[0].name : `${files.length} files`;
  bar.setAttribute("aria-label", "Sending " + name.textContent);
  item.append(name, " ", bar, " ", note);
  list.prepend(item);
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  const request = new XMLHttpRequest();
  request.open("POST", "/api/imports");
  request.upload.onprogress = event => { if (event.lengthComputable) { bar.max = event.total; bar.value = event.loaded; } };
  request.onerror = () => { bar.remove(); note.textContent = "could not be sent"; };
  request.onload = () => {
    bar.remove();
    const answer = JSON.parse(request.responseText || "{}");
    if (request.status !== 202) { note.textContent = answer.detail ?? answer.title ?? "refused"; return; }
    if (answer.refused.length > 0) note.textContent = answer.refused.join("; ");
    else item.remove();
    watch();
  };
  request.send(body);
}

// While files are being read the list below is looked at every second.
async function watch() {
  const answer = await fetch("/sources");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("intake").replaceWith(page.getElementById("intake"));
  if (document.querySelector("#intake progress")) setTimeout(() => watch().catch(() => {}), 1000);
}

form.addEventListener("submit", event => { if (pick.files.length > 0) { event.preventDefault(); send(pick.files); form.reset(); } });
addEventListener("dragenter", event => { over++; document.body.classList.add("dragging"); event.preventDefault(); });
addEventListener("dragleave", () => { if (--over <= 0) document.body.classList.remove("dragging"); });
addEventListener("dragover", event => event.preventDefault());
addEventListener("drop", event => {
  event.preventDefault();
  over = 0;
  document.body.classList.remove("dragging");
  if (event.dataTransfer.files.length > 0) send(event.dataTransfer.files);
});
if (document.querySelector("#intake progress")) watch().catch(() => {});
