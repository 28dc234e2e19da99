// The virtual handset, live: reads its own page again and takes over what is new. Without this file, reload.
(() => {
  "use strict";
  const mails = document.getElementById("handset-mails"), keys = document.getElementById("handset-keys");
  const news = document.getElementById("handset-news");
  const rings = document.getElementById("handset-rings"), ringing = document.getElementById("handset-ringing");
  if (!mails || !keys) return;
  const ids = (box) => [...box.querySelectorAll("[data-id]")].map((each) => each.dataset.id).join();
  const format = new Intl.DateTimeFormat(document.documentElement.lang || "en", { dateStyle: "medium", timeStyle: "short" });

  const localTimes = (box) => {
    for (const time of box.querySelectorAll("time[data-local]")) {
      const moment = new Date(time.dateTime);
      if (isNaN(moment)) continue;
      time.title = time.textContent.trim();
      time.textContent = format.format(moment);
    }
  };
  const take = (old, fresh) => old.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));

  // a call can be heard: slowly, digit by digit, in its language
  const speak = (button) => {
    const call = button.closest("[data-id]"), digits = [...call.querySelector("[data-digits]").dataset.digits];
    speechSynthesis.cancel();
    for (const words of [button.dataset.listen, ...digits, button.dataset.again, ...digits, button.dataset.closing]) {
      const said = new SpeechSynthesisUtterance(words);
      said.lang = call.querySelector("[lang]").lang;
      said.rate = 0.8;
      speechSynthesis.speak(said);
    }
  };
  const voices = (box) => {
    if (!("speechSynthesis" in window)) return;
    for (const button of box.querySelectorAll("[data-listen]")) button.hidden = false;
  };
  if (rings) {
    voices(rings);
    rings.addEventListener("click", (event) => {
      const button = event.target.closest("[data-listen]");
      if (button) speak(button);
    });
  }

  const refresh = async () => {
    const answer = await fetch(location.pathname, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const newMails = page.getElementById("handset-mails"), newKeys = page.getElementById("handset-keys");
    if (!newMails || !newKeys) return;
    if (ids(newMails) !== ids(mails)) {
      take(mails, newMails);
      localTimes(mails);
      const first = mails.querySelector("h3");
      if (first && news) news.textContent = `${news.dataset.text} ${first.textContent}`;
    }
    const newRings = page.getElementById("handset-rings");
    if (rings && newRings && ids(newRings) !== ids(rings)) {
      take(rings, newRings);
      localTimes(rings);
      voices(rings);
      const first = rings.querySelector("h3");
      if (first && ringing) ringing.textContent = `${ringing.dataset.text} ${first.textContent}`;
    }
    if (ids(newKeys) !== ids(keys)) take(keys, newKeys);
    else {
      const shown = keys.querySelectorAll(".key-code"), now = newKeys.querySelectorAll(".key-code");
      shown.forEach((each, i) => { if (each.textContent !== now[i].textContent) take(each, now[i]); });
    }
  };

  const turn = async () => {
    try {
      if (!document.hidden) await refresh();
    } catch {
      // the server is away for a moment: the next turn tries again
    }
    setTimeout(turn, 1500);
  };
  setTimeout(turn, 1500);
})();
