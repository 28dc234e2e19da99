// A page that waits for Okta looks at itself again and takes over what is new. Without this file, there are buttons.
(() => {
  "use strict";
  const box = document.querySelector("[data-okta]");
  if (!box) return;
  const goOn = () => {
    const button = document.querySelector("[data-okta-press]");
    if (!button) return location.replace(location.pathname + location.search);
    // where something else must be typed first, the owner presses
    if ([...button.form.querySelectorAll("input[type=password]")].every((input) => input.value)) button.click();
    else button.focus();
  };
  const look = async () => {
    let wait = 1500;
    try {
      if (!document.hidden) {
        const answer = await fetch(location.pathname + location.search, { credentials: "same-origin", cache: "no-store" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = answer.redirected ? null : page.querySelector("[data-okta]");
        if (!fresh) return location.replace(location.pathname + location.search);
        if (fresh.dataset.okta !== box.dataset.okta) {
          box.dataset.okta = fresh.dataset.okta;
          if (fresh.dataset.okta === "approved" || fresh.dataset.oktaReload) return goOn();
          box.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
          if (!["sending", "waiting"].includes(fresh.dataset.okta)) return;
        }
      }
    } catch {
      wait = 5000; // the server is away for a moment: the next turn tries again
    }
    setTimeout(look, wait);
  };
  setTimeout(look, 1500);
})();
