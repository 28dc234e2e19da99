// Shows questions while the authenticator is closed, and lets its page open without a network.
"use strict";
const CACHE = "sparekey-authenticator-1";
const PAGE = "/authenticator";

// the page without cookies: nothing of a session is kept
const plainPage = () => new Request(PAGE, { credentials: "omit", cache: "no-store" });

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    await (await caches.open(CACHE)).put(PAGE, await fetch(plainPage()));
    await self.skipWaiting();
  })());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const keep = (event.data?.keep || []).filter((name) => name.startsWith(`${self.location.origin}/resources/`));
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE), known = new Set(keep);
    for (const old of await cache.keys()) if (old.url.includes("/resources/") && !known.has(old.url)) await cache.delete(old);
    for (const name of keep) if (!(await cache.match(name))) await cache.add(name).catch(() => {});
  })());
});

// the network first: what is kept is for when there is none
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const page = event.request.mode === "navigate" && url.pathname === PAGE;
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !(page || url.pathname.startsWith("/resources/"))) return;
  event.respondWith((async () => {
    try {
      const fresh = await fetch(event.request);
      if (page && fresh.ok) event.waitUntil(fetch(plainPage()).then(async (plain) => (await caches.open(CACHE)).put(PAGE, plain)).catch(() => {}));
      return fresh;
    } catch (away) {
      const kept = await (await caches.open(CACHE)).match(page ? PAGE : event.request);
      if (kept) return kept;
      throw away;
    }
  })());
});

// three lines: a title, a text, the id of the question
self.addEventListener("push", (event) => {
  const [title = "Sparekey", body = "", tag = "question"] = (event.data?.text() || "").split("\n");
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: "/resources/sparekey/authenticator-192.png", requireInteraction: true }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window" });
    const page = open.find((each) => new URL(each.url).pathname === PAGE);
    return page ? page.focus() : self.clients.openWindow(PAGE);
  })());
});
