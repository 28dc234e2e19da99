// The virtual handset, live: reads its own page again and takes over what is new. Without this file, reload.
(() => {
  "use strict";
  const mails = document.getElementById("handset-mails"), keys = document.getElementById("handset-keys");
  const news = document.getElementById("handset-news");
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
