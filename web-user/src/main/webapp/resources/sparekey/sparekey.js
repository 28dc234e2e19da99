// Comforts only: every page works without this file. Strict CSP, so nothing here writes markup or evaluates text.
(() => {
  "use strict";
  const lang = document.documentElement.lang || "en";
  const all = (selector) => document.querySelectorAll(selector);

  // What just happened is read and reached first; the browser's own autofocus would hide it.
  const first = document.querySelector("[data-focus='first']");
  if (first) first.focus();

  // A second click while the first is under way sends nothing. Coming back by the back button makes forms fresh; so
  // does time, because a browser tells nobody that Stop was pressed.
  const fresh = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
    setTimeout(() => fresh(form), 8000);
  });
  addEventListener("pageshow", () => {
    for (const form of all("form[data-sent]")) fresh(form);
  });

  // Show what is typed into a password field, until the form is sent.
  for (const input of all("input[data-show]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "reveal";
    button.setAttribute("aria-controls", input.id);
    const show = (seen) => {
      input.type = seen ? "text" : "password";
      button.textContent = seen ? input.dataset.hide : input.dataset.show;
      button.setAttribute("aria-pressed", String(seen));
    };
    show(false);
    button.addEventListener("click", () => show(input.type === "password"));
    input.form.addEventListener("submit", () => show(false));
    const place = () => {
      button.style.top = `${input.offsetTop + (input.offsetHeight - button.offsetHeight) / 2}px`;
    };
    input.after(button);
    place();
    addEventListener("resize", place);
  }

  // Moments in the browser's own time zone; the server's UTC stays as the tooltip.
  const format = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" });
  for (const time of all("time[data-local]")) {
    const moment = new Date(time.dateTime);
    if (isNaN(moment)) continue;
    time.title = time.textContent.trim();
    time.textContent = format.format(moment);
  }

  // Time left. The browser measures only how long the page has been open: its wall clock may be wrong.
  const unit = (value, name) =>
    new Intl.NumberFormat(lang, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  const words = (seconds) => {
    const days = Math.floor(seconds / 86400), hours = Math.floor(seconds / 3600) % 24;
    const minutes = Math.floor(seconds / 60) % 60, rest = seconds % 60;
    if (days) return [unit(days, "day"), unit(hours, "hour")];
    if (hours) return [unit(hours, "hour"), unit(minutes, "minute")];
    if (minutes) return [unit(minutes, "minute"), unit(rest, "second")];
    return [unit(rest, "second")];
  };
  const list = new Intl.ListFormat(lang, { type: "unit", style: "long" });
  for (const box of all(".countdown")) {
    const shown = box.querySelector(".countdown-left"), spoken = box.querySelector("[aria-live]");
    const atFirst = (new Date(box.dataset.until) - new Date(box.dataset.now)) / 1000;
    const opened = performance.now();
    let said = null;
    const tick = () => {
      const left = Math.max(0, Math.ceil(atFirst - (performance.now() - opened) / 1000));
      const text = list.format(words(left));
      shown.textContent = text;
      const step = left > 3600 ? Math.floor(left / 3600) + "h" : left > 300 ? Math.floor(left / 600) + "t" : Math.floor(left / 60) + "m";
      if (said !== null && said !== step) spoken.textContent = text;
      said = step;
      if (left > 0) setTimeout(tick, 1000);
      else if (box.dataset.stay !== "yes") setTimeout(() => location.replace(location.pathname + location.search), atFirst > 0 ? 1500 : 4000);
    };
    if (!isNaN(atFirst)) tick();
  }

  // Buttons that copy the text of another element, or print the page; hidden in markup, shown when they can work.
  for (const button of all("button[data-copy]")) {
    const from = document.getElementById(button.dataset.copy);
    if (!from || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText((from.value ?? from.innerText).trim());
      const before = button.textContent;
      button.textContent = button.dataset.copied || before;
      setTimeout(() => (button.textContent = before), 2500);
    });
  }
  // What is shown once does not come back by the back button.
  addEventListener("pagehide", () => {
    for (const box of all("[data-once]")) box.replaceChildren();
  });
  for (const button of all("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
