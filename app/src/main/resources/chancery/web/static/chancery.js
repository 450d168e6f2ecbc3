// Improves pages that work without it: notes beside their line, copying, keys, the choice of colours.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const stored = { get(key) { try { return localStorage.getItem(key); } catch { return null; } }, set(key, value) { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* for this page only */ } } };

  // ── Colours ──
  const themes = all("[data-theme-choice]");
  const showTheme = () => themes.forEach(b => b.setAttribute("aria-pressed", String(b.dataset.themeChoice === (document.documentElement.dataset.theme ?? "auto"))));
  themes.forEach(b => b.addEventListener("click", () => {
    const choice = b.dataset.themeChoice;
    if (choice === "auto") delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = choice;
    stored.set("theme", choice === "auto" ? null : choice);
    showTheme();
  }));
  showTheme();

  // ── Notes: in the margin beside their line where there is one, in place below the paragraph where there is not ──
  const texts = all(".text").filter(text => text.querySelector(".notes"));
  const wide = matchMedia("(min-width: 60rem)");
  const gap = 14;
  const place = () => {
    if (matchMedia("print").matches) return;
    let end = -Infinity;
    for (const text of texts) {
      text.classList.toggle("beside", wide.matches);
      const notes = all(".notes li", text);
      if (!wide.matches) { notes.forEach(note => { note.style.top = ""; }); continue; }
      const paper = text.closest(".paper").getBoundingClientRect();
      for (const note of notes) {
        const mark = document.getElementById(note.id.replace(/^(.*)n(\d+)$/, "$1r$2"));
        if (!mark) continue;
        const top = Math.max(mark.getBoundingClientRect().top - paper.top, end + gap);
        note.style.top = `${top}px`;
        end = top + note.offsetHeight;
      }
      // what stands under the paper must not begin beside its last notes' end
      text.closest(".paper").style.minHeight = `${end}px`;
    }
  };
  if (texts.length) {
    place();
    document.fonts?.ready.then(place);
    new ResizeObserver(place).observe(document.querySelector(".paper"));
    wide.addEventListener("change", place);
    // Printing wants them at the foot again.
    addEventListener("beforeprint", () => texts.forEach(text => { text.classList.remove("beside"); all(".notes li", text).forEach(note => { note.style.top = ""; }); }));
    addEventListener("afterprint", place);
    for (const mark of all(".noteref")) {
      const note = document.getElementById(mark.hash.slice(1));
      if (!note) continue;
      const point = on => () => note.classList.toggle("pointed", on);
      mark.addEventListener("mouseenter", point(true));
      mark.addEventListener("mouseleave", point(false));
      mark.addEventListener("focus", point(true));
      mark.addEventListener("blur", point(false));
      mark.addEventListener("click", event => {
        if (wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const opened = document.getElementById(`${note.id}-opened`);
        mark.setAttribute("aria-expanded", String(!opened));
        if (opened) { opened.remove(); return; }
        const block = mark.closest(".words > *, li") ?? mark.parentElement;
        const aside = document.createElement("aside");
        aside.className = "opened";
        aside.id = `${note.id}-opened`;
        for (const child of note.childNodes) aside.append(child.cloneNode(true));
        aside.querySelectorAll("[id]").forEach(e => e.removeAttribute("id"));
        let last = block;
        while (last.nextElementSibling?.classList.contains("opened")) last = last.nextElementSibling;
        last.after(aside);
      });
    }
  }

  // ── Copying ──
  for (const button of all("[data-copies]")) {
    const words = button.textContent;
    button.addEventListener("click", async () => {
      const from = document.getElementById(button.dataset.copies);
      try {
        await navigator.clipboard.writeText(from.textContent.trim().replace(/\s+/g, " "));
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(from);
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }

  // ── A line of time is one stop of the tab key; arrows walk it ──
  for (const line of all(".time svg")) {
    const bars = all("a", line);
    line.addEventListener("keydown", event => {
      const at = bars.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
      if (at < 0 || to === undefined || !bars[to]) return;
      event.preventDefault();
      bars[at].setAttribute("tabindex", "-1");
      bars[to].setAttribute("tabindex", "0");
      bars[to].focus();
    });
  }

  // ── The lanes of an exchange are one stop of the tab key too; up and down walk the messages ──
  for (const lanes of all(".lanes")) {
    const cards = all("a.card", lanes);
    const start = Math.max(0, cards.findIndex(c => c.classList.contains("here")));
    cards.forEach((c, i) => c.setAttribute("tabindex", i === start ? "0" : "-1"));
    lanes.addEventListener("keydown", event => {
      const at = cards.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[event.key];
      if (at < 0 || to === undefined || !cards[to]) return;
      event.preventDefault();
      cards[at].setAttribute("tabindex", "-1");
      cards[to].setAttribute("tabindex", "0");
      cards[to].focus({ preventScroll: true });
      cards[to].scrollIntoView({ block: "center" });
    });
  }

  // ── Keys: / to search, n and p from one marked word to the next. They can be switched off (WCAG 2.1.4) ──
  const marks = all(".paper mark");
  let at = -1;
  const walk = by => {
    if (!marks.length) return;
    at = (at + by + marks.length) % marks.length;
    const mark = marks[at];
    mark.tabIndex = -1;
    mark.focus();
    mark.scrollIntoView({ block: "center" });
    all("[data-at]").forEach(e => { e.textContent = `${at + 1} of ${marks.length}`; });
  };
  all("[data-walk]").forEach(b => b.addEventListener("click", () => walk(Number(b.dataset.walk))));
  const switchKeys = all("[data-keys]");
  const showKeys = () => switchKeys.forEach(b => { b.checked = stored.get("keys") !== "off"; });
  switchKeys.forEach(b => b.addEventListener("change", () => stored.set("keys", b.checked ? null : "off")));
  showKeys();
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || stored.get("keys") === "off") return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/") {
      const box = document.getElementById("q");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (event.key === "n") walk(1);
    else if (event.key === "p") walk(-1);
  });
})();
