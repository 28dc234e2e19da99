// A page that waits for something elsewhere moves on by itself; without this file, there is a button.
(() => {
  "use strict";
  const box = document.querySelector("[data-waits]");
  if (!box) return;
  const on = () => {
    const button = document.getElementById(box.dataset.press || "");
    if (!button) location.replace(location.pathname + location.search);
    // where something else must be typed first, the owner presses
    else if ([...button.form.querySelectorAll("input[type=password]")].every((input) => input.value)) button.click();
    else button.focus();
  };
  const look = async () => {
    let wait = 1500;
    try {
      if (!document.hidden) {
        const answer = await fetch(box.dataset.waits, { credentials: "same-origin", cache: "no-store" });
        if (answer.ok && (await answer.json()).state !== "waiting") return on();
        if (answer.status === 401 || answer.status === 403 || answer.status === 404) return on();
        if (answer.status === 429) wait = 10000;
      }
    } catch {
      wait = 5000; // the server is away for a moment: the next turn tries again
    }
    setTimeout(look, wait);
  };
  setTimeout(look, 1500);
})();
