// Comfort only: every page works without this file. Nothing is kept in the browser.
const body = document.body;
const typing = (el) => el && (el.isContentEditable || /^(textarea|select)$/i.test(el.tagName) ||
  (el.tagName === "INPUT" && !/^(radio|checkbox|button|submit)$/.test(el.type)));

// The first error is where the work is.
const summary = document.querySelector("[data-error-summary]");
const BOX = ":is(input:not([type=hidden]), select, textarea):not(.why-not *)";
const asked = /^#q-[a-z-]+$/.test(location.hash) && document.querySelector(location.hash);
const before = document.getElementById(document.querySelector("form[data-autosave] [name=at]")?.value || "none");
if (summary) summary.focus();
// Where somebody stopped before, the keys go on.
else if (before && !/hidden/.test(before.type)) {
  before.focus();
  if (location.hash) addEventListener("load", () => setTimeout(() => before.focus(), 50));
}
// A link to one question leads to its box; the browser goes to the fragment itself, and later.
else if (asked && asked.querySelector(BOX)) {
  asked.querySelector(BOX).focus();
  addEventListener("load", () => setTimeout(() => asked.querySelector(BOX).focus(), 50));
}
// The first box of a page takes the keys at once; "does not know" is never the first choice.
else document.querySelector(`form[data-focus] ${BOX}`)?.focus();

// Autosave: a draft on our own server, 800 ms after the last key and when the tab is left.
const WAIT_MS = 800;
const unsaved = new Set();  // of each form with text that is not kept yet, how to keep it
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const note = document.getElementById(form.dataset.note || "saved-note");
  let timer = 0, dirty = false, leaving = false;
  const tell = (text, wrong) => {
    if (!note) return;
    note.textContent = text;
    note.classList.toggle("form__saved--wrong", Boolean(wrong));
  };
  const save = async () => {
    clearTimeout(timer);
    if (!dirty || leaving) return;
    dirty = false;
    unsaved.delete(save);
    let wrong = body.dataset.unsaved;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: document.hidden,
        headers: { Accept: "application/json" }, redirect: "manual",
      });
      const told = answer.ok ? await answer.json() : await answer.json().catch(() => ({}));
      if (!answer.ok) {
        wrong = told.message || wrong;
        throw new Error(answer.status);
      }
      if (told.rev !== undefined && form.elements.rev) form.elements.rev.value = told.rev;
      tell(`${body.dataset.saved} ${new Date().toTimeString().slice(0, 8)}`);
    } catch {
      dirty = true;
      unsaved.add(save);
      tell(wrong, true);
    }
  };
  form.addEventListener("focusin", (event) => {
    if (form.elements.at && event.target.id) form.elements.at.value = event.target.id;
  });
  form.addEventListener("input", () => { dirty = true; unsaved.add(save); clearTimeout(timer); timer = setTimeout(save, WAIT_MS); });
  form.addEventListener("submit", () => { leaving = true; unsaved.delete(save); clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
}

// Places that fit a said name, asked of our own server while it is typed; a button does it without script.
const FIT_MS = 350;
for (const box of document.querySelectorAll("[data-fitting]")) {
  const name = box.dataset.field, form = box.closest("form");
  const part = (end) => form.elements[name + end];
  let timer = 0, asked = "";
  const look = async () => {
    const text = part("").value, country = part("__country").value;
    if (asked === `${country} ${text}`) return;
    asked = `${country} ${text}`;
    const link = box.querySelector("input:checked")?.value || "";
    const answer = await fetch(box.dataset.fitting, {
      method: "POST", redirect: "manual",
      body: new URLSearchParams({ csrf_token: form.elements.csrf_token.value, name, text, country, link }),
    }).catch(() => null);
    if (answer?.ok && asked === `${country} ${text}`) box.innerHTML = await answer.text();
  };
  for (const end of ["", "__country"]) {
    part(end).addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, FIT_MS); });
  }
}

// A link away (another language, another page) waits until what is typed is kept.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || !unsaved.size || link.hash && link.pathname === location.pathname) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
  event.preventDefault();
  await Promise.all([...unsaved].map((save) => save()));
  location.assign(link.href);
});

// A scanner types a number at once and ends with Enter: outside a text box it opens the record.
const QUICK_MS = 60;
if (body.dataset.find) {
  let scanned = "", last = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(document.activeElement)) return;
    if (event.key === "Shift") return;
    const quick = event.timeStamp - last < QUICK_MS;
    last = event.timeStamp;
    if (event.key === "Enter" && quick && /^[0-9A-Z]{5}-?[0-9A-Z]{5}$/.test(scanned)) {
      event.preventDefault();
      location.assign(`${body.dataset.find}?q=${scanned}`);
    }
    // By the place of the key, so that another keyboard layout does not matter.
    const sign = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1] || (event.code === "Minus" ? "-" : "");
    scanned = sign ? (quick ? scanned : "") + sign : "";
  }, true);
}

// While a name is typed: whether somebody on this laptop is like this person.
for (const region of document.querySelectorAll("[data-look]")) {
  const form = region.closest("form");
  let timer = 0, asked = "";
  const look = async () => {
    const names = ["name", "name_latin"].map((name) => form.elements[name]?.value || "").join("\n");
    if (names === asked || names.trim().length < 3) return;
    asked = names;
    try {
      const answer = await fetch(region.dataset.look, {
        method: "POST", body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "application/json" }, redirect: "manual",
      });
      if (!answer.ok || names !== asked) return;
      const told = await answer.json();
      region.textContent = told.words ? `${told.words} ` : "";
      if (!told.words) return;
      const link = document.createElement("a");
      link.className = "govuk-link";
      link.href = told.href;
      link.textContent = told.link;
      region.append(link);
    } catch { /* the page shows it after saving as well */ }
  };
  form.addEventListener("input", (event) => {
    if (!/^name(_latin)?$/.test(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(look, WAIT_MS);
  });
}

// Number keys choose a decision when no text field has focus; data-keys on a group turns them on.
let chosen = 0;
document.addEventListener("keydown", (event) => {
  clearTimeout(chosen);
  if (event.altKey || event.ctrlKey || event.metaKey || typing(document.activeElement)) return;
  if (!/^[1-9]$/.test(event.key)) return;
  const radio = document.querySelector(`[data-keys] input[data-key="${event.key}"]`);
  if (!radio) return;
  event.preventDefault();
  // A scanner types faster than a hand: its digits choose nothing.
  chosen = setTimeout(() => {
    radio.checked = true;
    radio.focus();
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  }, QUICK_MS + 20);
});

// Lists are walked by J and K or the arrows, only while one of their lines has focus: Tab and
// Enter do it without script. By the place of the key, whatever the keyboard writes.
for (const lists of document.querySelectorAll("[data-walk]")) {
  const lines = () => [...lists.querySelectorAll("a[href]")].filter((line) => line.checkVisibility?.() ?? true);
  lists.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { KeyJ: 1, ArrowDown: 1, KeyK: -1, ArrowUp: -1 }[event.code];
    const all = lines(), at = all.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    all[at + step]?.focus();
  });
  for (const into of document.querySelectorAll("[data-into]")) {
    into.parentElement.hidden = !lines().length;
    into.addEventListener("click", (event) => {
      const first = lines()[0];
      if (!first) return;
      event.preventDefault();
      first.focus();
    });
  }
}
for (const words of document.querySelectorAll("[data-with-script]")) words.hidden = false;

// A chosen "no answer" can be taken back: a second click on the chosen radio clears it.
for (const radio of document.querySelectorAll("[data-clears] input[type=radio]")) {
  let was = false;
  const before = () => { was = radio.checked; };
  radio.addEventListener("pointerdown", before);
  radio.closest("label").addEventListener("pointerdown", before);
  radio.addEventListener("click", () => {
    if (!was) return;
    was = false;
    radio.checked = false;
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Letters to write a name with: they go where the cursor stands; arrow keys walk among them.
for (const picker of document.querySelectorAll("[data-letters]")) {
  const box = document.getElementById(picker.dataset.letters);
  const keys = [...picker.querySelectorAll("button")];
  picker.hidden = false;
  box.setSelectionRange(box.value.length, box.value.length);
  keys.forEach((key, at) => { key.tabIndex = at ? -1 : 0; });
  const go = (key) => {
    if (!key) return;
    for (const other of keys) other.tabIndex = other === key ? 0 : -1;
    key.focus();
  };
  picker.addEventListener("click", (event) => {
    const key = event.target.closest("button");
    if (!key) return;
    const before = box.value.slice(0, box.selectionStart);
    const erases = "erase" in key.dataset;
    const lastOne = erases && box.selectionStart === box.selectionEnd ? [...before].pop() || "" : "";
    const begins = !before || /[\s-]$/.test(before);
    const text = erases ? "" : begins ? key.value : key.value.toLocaleLowerCase();
    box.setRangeText(text, before.length - lastOne.length, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  picker.addEventListener("keydown", (event) => {
    const now = document.activeElement, at = keys.indexOf(now);
    const ahead = getComputedStyle(picker).direction === "rtl" ? -1 : 1;
    const along = { ArrowRight: ahead, ArrowLeft: -ahead }[event.key];
    const across = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || !(along || across)) return;
    event.preventDefault();
    if (along) return go(keys[at + along]);
    const far = (key) => [Math.abs(key.offsetTop - now.offsetTop), Math.abs(key.offsetLeft - now.offsetLeft)];
    go(keys.filter((key) => across * (key.offsetTop - now.offsetTop) > 4)
      .sort((one, two) => far(one)[0] - far(two)[0] || far(one)[1] - far(two)[1])[0]);
  });
}

// Lock: by three presses of Shift, or when nobody touched anything for a while.
const lockForm = document.getElementById(body.dataset.lock || "none");
if (lockForm) {
  const lock = async () => {
    body.hidden = true;
    document.title = "–";
    await Promise.race([Promise.all([...unsaved].map((save) => save())), new Promise((go) => setTimeout(go, 700))]);
    lockForm.submit();
  };
  lockForm.addEventListener("submit", (event) => {
    if (!unsaved.size) return;
    event.preventDefault();
    lock();
  });
  let presses = [];
  document.addEventListener("keyup", (event) => {
    presses = event.key === "Shift" ? [...presses.slice(-2), event.timeStamp] : [];
    if (presses.length === 3 && presses[2] - presses[0] < 1500) lock();
  });
  const idleMs = Number(body.dataset.idleS) * 1000;
  if (idleMs > 0) {
    let last = Date.now();
    for (const kind of ["keydown", "pointerdown", "scroll"]) {
      document.addEventListener(kind, () => { last = Date.now(); }, { passive: true });
    }
    // Asks the clock, not a counter, so that a laptop that slept locks when it wakes.
    setInterval(() => { if (Date.now() - last >= idleMs) lock(); }, 5000);
  }
}

// A button that prints; without script the browser's own menu does.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The minutes of a talk go on; what is due is said calmly, and nothing stops by itself.
const pace = document.querySelector("[data-pace][data-runs]");
if (pace) {
  const began = performance.now(), seconds = (name) => Number(pace.dataset[name]);
  const show = (name, due) => { pace.querySelector(`[data-${name}]`).hidden = !due; };
  setInterval(() => {
    const gone = (performance.now() - began) / 1000, talked = seconds("pace") + gone;
    const over = talked >= seconds("most");
    pace.querySelector("[data-minutes]").textContent = Math.floor(talked / 60);
    show("time-over", over);
    show("break-due", !over && seconds("rested") + gone >= seconds("break"));
  }, 5000);
}
