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

  // ── Notes and cards of claims: in the margin beside their line where there is one; notes in place below the paragraph where there is not ──
  const texts = all(".text").filter(text => text.querySelector(".notes, .margin"));
  const wide = matchMedia("(min-width: 60rem)");
  const gap = 14;
  const far = 160; // a card that would stand farther than this below its line is too long for its place
  const notes = all(".text .notes li");
  const cards = all(".in-margin");
  const marked = card => document.getElementById((card.dataset.at ? card : card.querySelector("[data-at]")).dataset.at);
  // pushes down whatever would lie upon what stands above it; returns where the last one ends
  const stack = items => {
    let end = -Infinity;
    for (const item of items) {
      item.height = item.of.offsetHeight;
      item.at = Math.max(item.line, end + (item.of.matches(".short") ? gap / 3 : gap));
      end = item.at + item.height;
    }
    return end;
  };
  // runs of items that push each other
  const runs = items => items.reduce((all, item) => { const last = all[all.length - 1]; if (last && item.at > item.line) last.push(item); else all.push([item]); return all; }, []);
  const place = () => {
    if (matchMedia("print").matches || !texts.length) return;
    texts.forEach(text => text.classList.toggle("beside", wide.matches));
    const paper = texts[0].closest(".paper");
    if (!wide.matches) { [...notes, ...cards].forEach(item => { item.style.top = ""; }); paper.style.minHeight = ""; return; }
    cards.forEach(card => card.classList.remove("short"));
    const top = paper.getBoundingClientRect().top;
    const items = [...notes.map(note => ({ of: note, mark: document.getElementById(note.id.replace(/^(.*)n(\d+)$/, "$1r$2")) })), ...cards.filter(card => card.offsetHeight).map(card => ({ of: card, mark: marked(card) }))].filter(item => item.mark);
    items.forEach(item => { item.line = item.mark.getBoundingClientRect().top - top; });
    items.sort((a, b) => a.line - b.line || (a.mark.compareDocumentPosition(b.mark) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    let end = stack(items);
    const crowded = runs(items).filter(run => run.some(item => item.at - item.line > far));
    const long = crowded.flat().filter(item => item.of.matches(".in-margin")).map(item => ({ item, height: item.height }));
    long.forEach(({ item }) => item.of.classList.add("short"));
    if (long.length) end = stack(items);
    // where there is room after all they are whole again
    long.forEach(({ item, height }) => { const next = items[items.indexOf(item) + 1]; if (!next || item.at + height + gap <= next.at) item.of.classList.remove("short"); });
    items.forEach(item => { item.of.style.top = `${item.at}px`; });
    // what stands under the paper must not begin beside its last notes' end
    paper.style.minHeight = items.length ? `${end}px` : "";
  };
  if (texts.length) {
    place();
    document.fonts?.ready.then(place);
    new ResizeObserver(place).observe(document.querySelector(".paper"));
    wide.addEventListener("change", place);
    all(".show-claims, .show-proposed").forEach(box => box.addEventListener("change", place));
    // Printing wants them at the foot again.
    addEventListener("beforeprint", () => { texts.forEach(text => text.classList.remove("beside")); notes.forEach(note => { note.style.top = ""; }); });
    addEventListener("afterprint", place);
    for (const card of cards) for (const link of card.dataset.at ? [card] : all("[data-at]", card)) {
      const marks = all(`a.claim[href="${CSS.escape(link.getAttribute("href"))}"]`);
      const over = (of, on) => () => of.forEach(e => e.classList.toggle("pointed", on));
      for (const [enter, leave] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
        link.addEventListener(enter, over(marks, true));
        link.addEventListener(leave, over(marks, false));
        marks.forEach(mark => { mark.addEventListener(enter, over([card], true)); mark.addEventListener(leave, over([card], false)); });
      }
    }
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

  // ── A line at the foot of the window says what was done, wherever the reader is in the page ──
  const status = document.createElement("p");
  status.className = "said";
  status.setAttribute("role", "status");
  document.body.append(status);
  let silence;
  const say = words => {
    status.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { status.textContent = ""; }, 3000);
  };

  // ── Copying ──
  const copy = async (words, button, from) => {
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "Copied";
    } catch {
      if (from) getSelection().selectAllChildren(from);
      button.textContent = from ? "Selected" : "Could not copy";
    }
    say(button.textContent);
    setTimeout(() => { button.textContent = said; }, 2000);
  };
  for (const button of all(".cite .copy")) {
    const from = button.closest(".form").querySelector("p");
    button.addEventListener("click", () => copy(from.textContent.trim().replace(/\s+/g, " "), button, from));
  }

  // ── Words selected in a paper: copied as a quotation, with where they stand, the citation, and a link to their paragraph ──
  const quotation = document.createElement("button");
  quotation.type = "button";
  quotation.className = "button quote-it";
  quotation.textContent = "Copy quotation";
  const cited = document.querySelector(".cite[data-url]");
  const selected = () => {
    const selection = getSelection();
    if (!cited || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0).cloneRange();
    const start = range.startContainer;
    const words = (start instanceof Element ? start : start.parentElement).closest(".paper .words");
    if (words && !words.contains(range.endContainer)) range.setEnd(words, words.childNodes.length); // whoever clicks three times selects up to what follows
    return words && range.toString().trim().length > 1 ? { range, words } : null;
  };
  const quoted = range => {
    const part = document.createElement("div");
    part.append(range.cloneContents());
    part.querySelectorAll(".noteref, .para, .page, .unseen, .opened, .quote-it").forEach(e => e.remove());
    const blocks = all("p, li, h3, td, th, .dateline, .salute, .signed", part).filter(e => !e.querySelector("p, li"));
    return (blocks.length ? blocks : [part]).map(e => e.textContent.trim().replace(/\s+/g, " ")).filter(Boolean).join("\n\n");
  };
  const quote = () => {
    const what = selected();
    if (!what) return;
    const before = e => e.compareDocumentPosition(what.range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING;
    const start = what.range.startContainer;
    const block = (start instanceof Element ? start : start.parentElement).closest("[id]:not(mark):not(a)");
    const page = all(".page", what.words).filter(before).pop();
    const url = cited.dataset.url;
    const note = cited.querySelector(".form p").textContent.trim().replace(/\s+/g, " ").replace(url, what.words.contains(block) && block !== what.words ? `${url}#${block.id}` : url);
    copy(`“${quoted(what.range)}”${page ? ` (${page.textContent})` : ""}\n\n${note}\n`, quotation, null);
  };
  quotation.addEventListener("mousedown", event => event.preventDefault()); // the words stay selected
  quotation.addEventListener("click", quote);
  if (cited) document.addEventListener("selectionchange", () => {
    const what = selected();
    if (!what) { if (document.activeElement !== quotation) quotation.remove(); return; }
    const end = what.range.endContainer;
    let block = end instanceof Element ? end : end.parentElement;
    while (block.parentElement !== what.words && block !== what.words) block = block.parentElement;
    if (block === what.words) block = what.words.lastElementChild;
    else if (what.range.endOffset === 0 && !block.contains(what.range.startContainer)) block = block.previousElementSibling;
    if (!block) return;
    // behind the paragraph, so that the tab key comes to it next
    if (block !== quotation && block.nextElementSibling !== quotation) block.after(quotation);
    const box = what.words.getBoundingClientRect();
    const last = [...what.range.getClientRects()].pop();
    if (!last) return;
    quotation.style.top = `${last.bottom - box.top + 4}px`;
    quotation.style.left = `${Math.max(0, Math.min(last.right - box.left - 40, box.width - 120))}px`;
  });

  // ── At the desk: words selected in the paper stand in the form that adds a claim ──
  all("[data-mark-all]").forEach(button => button.addEventListener("click", () => all("input[name=claim]", button.form).forEach(box => { box.checked = true; })));
  const adding = document.querySelector("[data-add]");
  if (adding) {
    // the words as the archive counts them: a block a line, white space one space, no marks of notes and pages
    const plain = range => {
      const part = document.createElement("div");
      part.append(range.cloneContents());
      part.querySelectorAll(".noteref, .para.unnumbered, .page, .unseen, .opened, .quote-it").forEach(e => e.remove());
      const blocks = all("p, li, h3, h4, td, th, .dateline, .salute, .signed", part).filter(e => !e.querySelector("p, li"));
      return (blocks.length ? blocks : [part]).map(e => e.textContent.trim().replace(/\s+/g, " ")).filter(Boolean).join("\n");
    };
    const add = document.createElement("button");
    add.type = "button";
    add.className = "button quote-it";
    add.textContent = "Add as a claim";
    add.addEventListener("mousedown", event => event.preventDefault());
    const field = name => adding.querySelector(`[name=${name}]`);
    const fill = what => {
      const words = plain(what.range);
      const before = document.createRange();
      before.setStart(what.words, 0);
      before.setEnd(what.range.startContainer, what.range.startOffset);
      field("quote").value = words;
      field("nth").value = words ? plain(before).split(words).length : 1;
    };
    add.addEventListener("click", () => {
      const what = selected();
      if (what) fill(what);
      adding.open = true;
      field("chain").focus();
    });
    document.addEventListener("selectionchange", () => {
      const what = selected();
      if (!what) { if (document.activeElement !== add) add.remove(); return; }
      if (!field("chain").value) fill(what); // whoever has begun to fill it in may select other words to copy them
      quotation.after(add);
      add.style.top = quotation.style.top;
      add.style.left = `calc(${quotation.style.left} + ${quotation.offsetWidth + 8}px)`;
    });
  }

  // ── A basket and searches, kept on this device and nowhere else ──
  const listed = key => { try { const list = JSON.parse(stored.get(key) ?? "[]"); return Array.isArray(list) ? list : []; } catch { return []; } };
  const most = 1000;
  const basket = { ids: () => listed("basket").filter(id => /^[0-9a-z]{13}$/.test(id)), set: ids => stored.set("basket", ids.length ? JSON.stringify(ids.slice(0, most)) : null) };
  const basketAddress = ids => ids.length ? `/basket?ids=${ids.join(",")}` : "/basket";
  const showBasket = () => {
    const ids = basket.ids();
    all("[data-basket]").forEach(link => {
      link.href = basketAddress(ids);
      link.querySelector(".n").textContent = ids.length ? String(ids.length) : "";
      if (location.pathname === "/basket") link.setAttribute("aria-current", "page");
    });
    all("[data-keep]").forEach(button => {
      const kept = ids.includes(button.dataset.keep);
      button.setAttribute("aria-pressed", String(kept));
      button.firstChild.data = kept ? "Kept" : "Keep";
    });
  };
  all("[data-keep]").forEach(button => button.addEventListener("click", () => {
    const ids = basket.ids();
    const id = button.dataset.keep;
    basket.set(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]);
    showBasket();
  }));
  const basketPage = document.querySelector("[data-basket-page]");
  if (basketPage) {
    const shown = basketPage.dataset.basketPage;
    const mine = basketAddress(basket.ids());
    if (shown === "/basket" && mine !== shown && !location.search) location.replace(mine);
    all("[data-basket-take]").forEach(b => { b.hidden = mine === shown; b.addEventListener("click", () => { basket.set(shown.split("=")[1].split(",")); location.reload(); }); });
    all("[data-basket-empty]").forEach(b => { b.hidden = mine !== shown || shown === "/basket"; b.addEventListener("click", () => { basket.set([]); location.assign("/basket"); }); });
    // what is taken out of one's own basket is taken out of it, and not only of the address
    all("[data-leave]").forEach(link => link.addEventListener("click", () => { if (mine === shown) basket.set(basket.ids().filter(id => id !== link.dataset.leave)); }));
  }
  addEventListener("storage", showBasket);
  showBasket();

  // what came into a search since a moment: its feed tells the last fifty
  const since = async (feed, moment) => {
    const answer = await fetch(feed);
    if (!answer.ok) throw new Error(answer.status);
    const entries = [...new DOMParser().parseFromString(await answer.text(), "application/xml").querySelectorAll("entry > updated")];
    return { many: entries.filter(e => e.textContent > moment).length, most: entries.length };
  };
  const told = ({ many, most: of }) => many === 0 ? "nothing new" : `${many === of && of >= 50 ? "50 or more" : many} new`;
  const day = moment => new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const searches = { list: () => listed("searches").filter(s => typeof s.to === "string" && /^\/search(\?|$)/.test(s.to) && /^\/search\.atom\?/.test(s.feed)), set: list => stored.set("searches", list.length ? JSON.stringify(list.slice(0, 50)) : null) };
  for (const button of all("[data-keep-search]")) {
    const { keepSearch: to, feed, words } = button.dataset;
    const show = () => {
      const kept = searches.list().some(s => s.to === to);
      button.setAttribute("aria-pressed", String(kept));
      button.textContent = kept ? "Search kept" : "Keep this search";
    };
    const seen = () => ({ to, feed, words, seen: new Date().toISOString() });
    if (searches.list().some(s => s.to === to)) searches.set(searches.list().map(s => s.to === to ? seen() : s)); // looked at now
    button.addEventListener("click", () => {
      const list = searches.list();
      searches.set(list.some(s => s.to === to) ? list.filter(s => s.to !== to) : [seen(), ...list]);
      show();
    });
    show();
  }
  for (const list of all("[data-searches]")) {
    const draw = () => {
      const kept = searches.list();
      all("[data-no-searches]").forEach(e => { e.hidden = kept.length > 0; });
      list.replaceChildren(...kept.map(search => {
        const line = document.createElement("li");
        const link = document.createElement("a");
        link.href = search.to;
        link.textContent = search.words;
        const news = document.createElement("span");
        news.className = "span";
        news.setAttribute("role", "status");
        const leave = document.createElement("button");
        leave.type = "button";
        leave.className = "button";
        leave.textContent = "Forget";
        leave.setAttribute("aria-label", `Forget the search ${search.words}`);
        leave.addEventListener("click", () => { searches.set(searches.list().filter(s => s.to !== search.to)); draw(); });
        line.append(link, news, leave);
        since(search.feed, search.seen).then(n => { news.textContent = `${told(n)} since ${day(search.seen)}`; }, () => {});
        return line;
      }));
    };
    draw();
  }

  // since the last visit: a visit begins after a night, or half a day, without one
  const visit = { now: new Date().toISOString(), last: stored.get("visited") ?? "", before: stored.get("visited-before") ?? "" };
  if (!visit.last || Date.parse(visit.now) - Date.parse(visit.last) > 12 * 3600 * 1000) { visit.before = visit.last; stored.set("visited-before", visit.before || null); }
  stored.set("visited", visit.now);
  for (const line of all("[data-since]")) {
    if (visit.before) since("/search.atom", visit.before).then(n => {
      if (!n.many) return;
      const link = document.createElement("a");
      link.href = "/search?sort=added";
      link.textContent = `${n.many === 1 ? "1 paper" : `${n.many === n.most && n.most >= 50 ? "50 papers or more" : `${n.many} papers`}`} came or changed since your last visit, ${day(visit.before)}`;
      line.replaceChildren(link);
    }, () => {});
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

  // ── Over the bars of time a span can be dragged: it becomes the dates asked for ──
  for (const line of all("[data-time] svg")) {
    const bars = all("a", line);
    let start = null;
    let band = null;
    const at = x => bars.reduce((best, bar) => {
      const box = bar.querySelector(".catch").getBoundingClientRect();
      const off = Math.abs(x - (box.left + box.width / 2));
      return best && best.off <= off ? best : { bar, off };
    }, null)?.bar;
    const clear = () => { band?.remove(); band = null; start = null; };
    line.addEventListener("pointerdown", event => { if (event.button === 0 && event.pointerType !== "touch") start = event.clientX; });
    line.addEventListener("dragstart", event => event.preventDefault());
    addEventListener("pointermove", event => {
      if (start === null || Math.abs(event.clientX - start) < 6) return;
      const box = line.getBoundingClientRect();
      if (!band) {
        band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        band.setAttribute("class", "drag");
        band.setAttribute("y", "0");
        band.setAttribute("height", "56");
        line.append(band);
      }
      band.setAttribute("x", Math.max(0, Math.min(start, event.clientX) - box.left));
      band.setAttribute("width", Math.abs(event.clientX - start));
    });
    addEventListener("pointerup", event => {
      if (start === null || !band) { start = null; return; }
      const two = [at(Math.min(start, event.clientX)), at(Math.max(start, event.clientX))];
      clear();
      const swallow = click => { click.preventDefault(); click.stopPropagation(); };
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
      if (!two[0] || !two[1]) return;
      const to = new URL(two[0].getAttribute("href"), location.href);
      to.searchParams.set("date", `${two[0].dataset.from}/${two[1].dataset.to}`);
      location.assign(to);
    });
    addEventListener("keydown", event => { if (event.key === "Escape") clear(); });
  }

  // ── Suggestions under the search box: persons, places, papers of this archive ──
  for (const box of all("#q")) {
    const form = box.closest("form");
    const list = document.createElement("ul");
    list.id = "suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    form.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) box.setAttribute(name, value);
    let chosen = -1;
    let asked = 0;
    let wait;
    const options = () => [...list.children];
    const show = on => { list.hidden = !on; box.setAttribute("aria-expanded", String(on)); if (!on) choose(-1); };
    const choose = to => {
      chosen = to;
      options().forEach((option, i) => option.setAttribute("aria-selected", String(i === to)));
      const option = options()[to];
      if (option) { box.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); } else box.removeAttribute("aria-activedescendant");
    };
    const ask = async () => {
      const typed = box.value.trim();
      const mine = ++asked;
      if (typed.length < 2) { show(false); return; }
      try {
        const answer = await fetch(`/suggest?q=${encodeURIComponent(typed)}`);
        const found = await answer.json();
        if (mine !== asked || document.activeElement !== box) return;
        list.replaceChildren(...found.map((s, i) => {
          const option = document.createElement("li");
          option.id = `suggestion-${i}`;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.dataset.to = s.to;
          const label = document.createElement("span");
          label.textContent = s.label;
          const kind = document.createElement("span");
          kind.className = "kind";
          kind.textContent = s.papers > 1 ? `${s.kind} · ${s.papers.toLocaleString("en")}` : s.kind;
          option.append(label, kind);
          option.addEventListener("mousedown", event => { event.preventDefault(); location.assign(s.to); });
          return option;
        }));
        show(found.length > 0);
      } catch { show(false); }
    };
    box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(ask, 120); });
    box.addEventListener("blur", () => show(false));
    box.addEventListener("keydown", event => {
      if (list.hidden) return;
      const many = options().length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(event.key === "ArrowDown" ? (chosen + 2) % (many + 1) - 1 : (chosen + many + 1) % (many + 1) - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(options()[chosen].dataset.to);
      } else if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        show(false);
      }
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

  // ── As known on: a claim's page at each stop of the slider; what is shown is the page of its address, and the slider stays in the hand ──
  const slide = document.getElementById("slide");
  if (slide) {
    const stops = all(".known-on .steps a").map(link => ({ to: link.getAttribute("href"), day: link.textContent, what: link.nextElementSibling.textContent }));
    const told = slide.parentElement.querySelector("output");
    const tell = () => {
      const stop = stops[slide.value];
      told.textContent = `${stop.day}: ${stop.what}`;
      slide.setAttribute("aria-valuetext", told.textContent);
    };
    let asked = 0;
    const show = async (to, push) => {
      const mine = ++asked;
      try {
        const answer = await fetch(to);
        if (!answer.ok) throw new Error(answer.status);
        const other = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (mine !== asked) return;
        const [here, there] = [document, other].map(page => page.querySelector(".claim-page"));
        const [kept, came] = [here, there].map(page => page.querySelector(".known-on"));
        kept.querySelector("details").replaceChildren(...came.querySelector("details").childNodes);
        for (const child of [...here.children]) if (child !== kept) child.remove();
        let before = true;
        for (const child of [...there.children]) { if (child === came) before = false; else if (before) kept.before(child); else here.append(child); }
        document.title = other.title;
        if (push) history.pushState(null, "", to);
        else { slide.value = came.querySelector("#slide").value; tell(); }
      } catch { location.assign(to); }
    };
    const exact = stops.some(stop => stop.to === location.pathname + location.search);
    if (exact) tell(); else slide.setAttribute("aria-valuetext", told.textContent);
    slide.addEventListener("input", tell);
    slide.addEventListener("change", () => show(stops[slide.value].to, true));
    addEventListener("popstate", () => show(location.pathname + location.search, false));
  }

  // ── Marked places: next, previous, and a map of them beside a long paper ──
  const marks = all(".paper mark:not(.on)");
  let at = -1;
  const walk = by => {
    if (!marks.length) return;
    marks[at]?.classList.remove("here");
    at = at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length;
    const mark = marks[at];
    mark.classList.add("here");
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
    all("[data-at]").forEach(e => { e.textContent = `${at + 1} of ${marks.length}`; });
  };
  all("[data-walk]").forEach(b => b.addEventListener("click", () => walk(Number(b.dataset.walk))));
  if (marks.length > 1) {
    const map = document.createElement("div");
    map.className = "minimap";
    map.setAttribute("aria-hidden", "true");
    document.body.append(map);
    const draw = () => {
      const tall = document.documentElement.scrollHeight;
      map.hidden = tall < innerHeight * 2;
      map.replaceChildren(...marks.map((mark, i) => {
        const tick = document.createElement("span");
        tick.style.top = `${100 * (mark.getBoundingClientRect().top + scrollY) / tall}%`;
        tick.addEventListener("click", () => { at = i - 1; walk(1); });
        return tick;
      }));
    };
    draw();
    new ResizeObserver(draw).observe(document.body);
  }

  // ── Keys. They can be switched off (WCAG 2.1.4); the page of help tells them ──
  const switchKeys = all("[data-keys]");
  const showKeys = () => switchKeys.forEach(b => { b.checked = stored.get("keys") !== "off"; });
  switchKeys.forEach(b => b.addEventListener("change", () => stored.set("keys", b.checked ? null : "off")));
  showKeys();
  const hits = all(".hit, .papers > li, .listing .lines > li");
  const follow = selector => { const link = document.querySelector(selector); if (link) link.click(); };
  const move = by => {
    if (!hits.length) return;
    const now = hits.findIndex(hit => hit.contains(document.activeElement));
    const to = hits[now < 0 ? (by > 0 ? 0 : hits.length - 1) : Math.max(0, Math.min(hits.length - 1, now + by))];
    const link = to.querySelector("h2 a, h3 a, :scope > a");
    if (!link) return;
    link.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  };
  const keys = {
    "/": () => { const box = document.getElementById("q"); if (box) { box.focus(); box.select(); } },
    j: () => move(1),
    k: () => move(-1),
    n: () => walk(1),
    p: () => walk(-1),
    s: () => all("[data-side]")[0]?.click(),
    c: () => all(".cite .copy")[0]?.click(),
    q: () => quote(),
    "?": () => location.assign("/help#keys"),
  };
  keys["["] = () => follow(document.querySelector("[data-key=before]") ? "[data-key=before]" : ".standing [rel~=prev], .pager [rel~=prev]");
  keys["]"] = () => follow(document.querySelector("[data-key=after]") ? "[data-key=after]" : ".standing [rel~=next], .pager [rel~=next]");
  // Escape leaves a field first; then it closes the notes and sheets that the reader opened, and gives the focus back to what opens them
  const openFromStart = new Set(all("details[open]"));
  const leave = () => {
    const focused = document.activeElement;
    const open = focused?.matches("input, textarea, select") ? [] : all(".opened, details[open]").filter(e => !openFromStart.has(e));
    if (!open.length) { focused?.blur(); return; }
    for (const e of open) {
      if (e.matches("details")) {
        if (e.contains(focused)) e.querySelector("summary").focus();
        e.open = false;
      } else {
        const mark = all(".noteref").find(m => `${m.hash.slice(1)}-opened` === e.id);
        mark?.setAttribute("aria-expanded", "false");
        if (e.contains(focused)) mark?.focus();
        e.remove();
      }
    }
  };
  addEventListener("keydown", event => {
    if (event.key === "Escape") { leave(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || stored.get("keys") === "off") return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const does = keys[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
})();
