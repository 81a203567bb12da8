"use strict";
(() => {
  const panel = document.getElementById("panel");
  const empty = panel.firstElementChild;
  const claims = Array.from(document.querySelectorAll('.s[role="button"]'));
  let open = null;

  // What claims show stands on the page as JSON, read when the first is chosen. Each text becomes a text node: none is
  // ever read as markup.
  let details = null;
  function detailsOf(claim) {
    details ??= JSON.parse(document.getElementById("details").textContent);
    return details.sentences[claim.id];
  }

  function element(name, parts, className) {
    const made = document.createElement(name);
    made.append(...[parts].flat());
    if (className) made.className = className;
    return made;
  }

  function list(items) { return element("ul", items.map((item) => element("li", item))); }

  function noteParts(note) {
    const parts = [element("h3", "Note " + note.label)];
    if (note.references.length === 0) {
      parts.push(element("p", "holds no reference", "quiet"), element("p", note.text));
    } else {
      parts.push(list(note.references.map(([text, match]) =>
        match ? [text, " ", element("span", match, "quiet")] : text)));
    }
    if (note.quotes.length > 0) {
      parts.push(element("p", "quotes", "quiet"), list(note.quotes.map((quote) => "“" + quote + "”")));
    }
    return parts;
  }

  function partsOf(shown) {
    const parts = [element("h2", shown.head)];
    if (shown.findings) {
      parts.push(element("h3", "Findings"), list(shown.findings.map(([severity, message, rule]) =>
        [element("span", severity, severity), " " + message + " ", element("span", "[" + rule + "]", "quiet")])));
    }
    for (const note of shown.notes || []) parts.push(...noteParts(details.notes[note]));
    if (shown.works) parts.push(element("h3", "Works"), list(shown.works));
    if (shown.suggestions) {
      parts.push(element("h3", "May support it"), list(shown.suggestions.map(([work, ...said]) =>
        [element("strong", work), ...said.map((text) => element("p", text, "quiet"))])));
    }
    if (shown.reasons) parts.push(element("h3", "What speaks for and against"), list(shown.reasons));
    return parts;
  }

  function show(claim) {
    const shown = detailsOf(claim);
    if (!shown) return;
    if (open) open.setAttribute("aria-expanded", "false");
    open = claim;
    claim.setAttribute("aria-expanded", "true");
    panel.replaceChildren(...partsOf(shown));
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", hide);
    panel.append(close);
    panel.classList.add("open");
    document.body.classList.add("opened");
  }

  function hide() {
    const claim = open;
    open = null;
    panel.replaceChildren(empty);
    panel.classList.remove("open");
    document.body.classList.remove("opened");
    if (!claim) return;
    claim.setAttribute("aria-expanded", "false");
    claim.focus();
  }

  function toggle(claim) { if (claim === open) hide(); else show(claim); }

  // A step to the next claim that no filter has dimmed.
  function step(from, by) {
    let index = claims.indexOf(from) + by;
    while (index >= 0 && index < claims.length && claims[index].classList.contains("dim")) index += by;
    if (index >= 0 && index < claims.length) claims[index].focus();
  }

  const article = document.querySelector("article");
  article.addEventListener("click", (event) => {
    const claim = event.target.closest('.s[role="button"]');
    if (claim) toggle(claim);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) { hide(); return; }
    const claim = event.target.closest ? event.target.closest('.s[role="button"]') : null;
    if (!claim || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") toggle(claim);
    else if (event.key === "ArrowDown" || event.key === "j") step(claim, 1);
    else if (event.key === "ArrowUp" || event.key === "k") step(claim, -1);
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#s"]');
    if (!link) return;
    const claim = document.getElementById(link.hash.slice(1));
    if (!claim || claim.getAttribute("role") !== "button") return;
    event.preventDefault();
    claim.scrollIntoView({ block: "center" });
    claim.focus({ preventScroll: true });
    show(claim);
  });

  document.querySelector(".map").addEventListener("mouseover", (event) => {
    const claim = event.target.hash ? document.getElementById(event.target.hash.slice(1)) : null;
    if (claim) event.target.title = event.target.className + ": " + claim.textContent.slice(0, 80);
  });

  // Filters.
  const states = Array.from(document.querySelectorAll("input[data-state]"));
  const rule = document.getElementById("rule");
  const count = document.getElementById("count");
  function filter() {
    const shown = new Set(states.filter((box) => box.checked).map((box) => box.dataset.state));
    let left = 0;
    for (const claim of claims) {
      const rules = (claim.dataset.rules || "").split(" ");
      const fits = shown.has(claim.dataset.state) && (rule.value === "" || rules.includes(rule.value));
      claim.classList.toggle("dim", !fits);
      claim.tabIndex = fits ? 0 : -1;
      if (fits) left += 1;
    }
    for (const item of document.querySelectorAll(".findings li")) {
      item.hidden = rule.value !== "" && item.dataset.rule !== rule.value;
    }
    count.textContent = left + " of " + claims.length + " shown";
  }
  for (const box of states) box.addEventListener("change", filter);
  rule.addEventListener("change", filter);
  document.getElementById("controls").hidden = false;
  filter();
})();
