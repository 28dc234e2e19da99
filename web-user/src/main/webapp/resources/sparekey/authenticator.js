// Sparekey's own authenticator: binds this phone to accounts, hears what they are asked, and answers.
import { allPhones, base64url, forgetPhone, keepPhone, newKey } from "./authenticator-vault.js";
import { allow, answer, claim, greet, hear, hearPushesAt, look, Refusal } from "./authenticator-server.js";

const at = (id) => document.getElementById(id);
const lang = document.documentElement.lang || "en";
const texts = at("authenticator").dataset;
const clock = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "medium" });
const seconds = new Intl.NumberFormat(lang, { style: "unit", unit: "second", unitDisplay: "long" });
const CODE = /^[0-9A-HJKMNP-TV-Z]{24}$/;
const PAUSE = 3000, LONGEST_PAUSE = 30000;

const phones = new Map(); // by device: what is kept, what was heard last, the connection
let offered = null, asked = null;

const show = (id, visible) => { at(id).hidden = !visible; };
const say = (text) => { at("said").textContent = text; };
const problem = (error) => {
  at("problem-text").textContent = error instanceof Refusal ? error.message : texts.unreachable;
  show("problem", true);
  at("problem").focus();
};
const quietly = (act) => async (event) => {
  event?.preventDefault();
  const button = event?.currentTarget;
  if (button?.getAttribute("aria-busy")) return;
  button?.setAttribute("aria-busy", "true");
  show("problem", false);
  try {
    await act(event);
  } catch (error) {
    problem(error);
  } finally {
    button?.removeAttribute("aria-busy");
  }
};

// binding ---------------------------------------------------------------------------------------------------------
const readCode = (text) =>
  (text.includes("#bind=") ? text.slice(text.indexOf("#bind=") + 6) : text)
    .toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");

const offer = async (text) => {
  const code = readCode(text);
  if (!CODE.test(code)) throw new Refusal({ detail: texts.noCode }, 422);
  const binding = await look(code);
  offered = code;
  at("offer-account").textContent = binding.signInName;
  at("offer-site").textContent = `${binding.siteName} (${location.host})`;
  show("offer", true);
  show("add", false);
  at("offer-title").focus();
};

const bind = async () => {
  const key = await newKey();
  const bound = await claim(offered, key);
  await keepPhone({ ...bound, ...key });
  navigator.storage?.persist?.();
  endOffer();
  say(texts.bound);
  await start();
};

const endOffer = () => {
  offered = null;
  at("code").value = "";
  show("offer", false);
  show("add", true);
};

// accounts --------------------------------------------------------------------------------------------------------
const list = () => {
  const box = at("accounts");
  const rows = [...phones.values()].map(({ kept, heard, gone }) => {
    const row = at("account-row").content.firstElementChild.cloneNode(true);
    const status = gone ? "gone" : heard ? (heard.stopped ? "stopped" : heard.status) : "unheard";
    row.dataset.status = status;
    row.querySelector("[data-name]").textContent = kept.signInName;
    row.querySelector("[data-site]").textContent = kept.siteName;
    row.querySelector("[data-state]").textContent = row.querySelector(`[data-text="${status}"]`).textContent;
    const allowing = row.querySelector("[data-act=allow]"), forgetting = row.querySelector("[data-act=forget]");
    allowing.hidden = status !== "stopped";
    allowing.addEventListener("click", quietly(async () => { await allow(kept); say(texts.allowed); await start(); }));
    forgetting.addEventListener("click", quietly(async () => {
      if (!confirm(texts.forgetSure)) return;
      await forgetPhone(kept.device);
      await start();
    }));
    return row;
  });
  box.replaceChildren(...rows);
  show("bound", rows.length > 0);
  show("nothing-bound", rows.length === 0);
  const calm = [...phones.values()].some(({ heard }) => heard?.status === "active" && !heard.stopped && !heard.questions.length);
  show("calm", calm && !asked);
};

// questions -------------------------------------------------------------------------------------------------------
const nextQuestion = () => {
  const open = [...phones.values()].flatMap(({ kept, heard }) => (heard?.questions || []).map((question) => ({ kept, question })));
  const still = asked && open.some(({ question }) => question.id === asked.question.id);
  if (still) return;
  asked = open[0] || null;
  show("question", Boolean(asked));
  if (!asked) return;
  say("");
  const { kept, question } = asked;
  at("question-purpose").textContent = at("question").dataset[question.purpose === "sign-in" ? "signIn" : "confirm"];
  at("question-site").textContent = kept.siteName;
  at("question-account").textContent = kept.signInName;
  at("question-browser").textContent = question.browser || texts.unknownBrowser;
  at("question-place").textContent = question.sourceAddress;
  at("question-time").textContent = clock.format(new Date(question.askedAt));
  asked.ends = performance.now() + (new Date(question.expiresAt) - new Date(question.now));
  at("number").value = "";
  show("sure", false);
  at("question-title").focus();
};

const tick = () => {
  if (asked) {
    const left = Math.max(0, Math.ceil((asked.ends - performance.now()) / 1000));
    at("question-left").textContent = seconds.format(left);
    if (left === 0) drop(asked, texts.tooLate);
  }
  setTimeout(tick, 1000);
};

const drop = (done, text) => {
  const phone = phones.get(done.kept.device);
  if (phone?.heard) phone.heard.questions = phone.heard.questions.filter(({ id }) => id !== done.question.id);
  asked = null;
  say(text);
  nextQuestion();
  list();
};

const decide = async (decision, number, text) => {
  const now = asked;
  if (!now) return;
  try {
    await answer(now.kept, now.question, decision, number);
  } catch (error) {
    if (error.reason === "not-asked") drop(now, error.message);
    throw error;
  }
  drop(now, text);
  if (decision === "not-me") await start();
};

const approve = async () => {
  const number = at("number").value.replaceAll(/\s/g, "");
  if (!/^[0-9]{6}$/.test(number)) throw new Refusal({ detail: texts.noNumber }, 422);
  await decide("approve", number, texts.approved);
};

// the live connection: one question to the server at a time, which it answers when there is something new ------------
const listen = async (phone) => {
  phone.connection?.abort();
  const connection = new AbortController();
  phone.connection = connection;
  let nonce = (await greet()).nonce, seen = "", pause = PAUSE;
  while (!connection.signal.aborted) {
    try {
      const begun = performance.now();
      const heard = await hear(phone.kept, nonce, seen, connection.signal);
      show("offline", false);
      pause = PAUSE;
      if (!heard) { nonce = (await greet()).nonce; continue; }
      ({ nonce } = heard);
      phone.gone = false;
      if (heard.state !== seen) {
        if (phone.heard?.status === "pending" && heard.status === "active") say(texts.ready);
        phone.heard = heard;
        nextQuestion();
        list();
      } else if (performance.now() - begun < 1000) await rest(PAUSE);
      seen = heard.state;
    } catch (error) {
      if (connection.signal.aborted) return;
      if (error.reason === "unknown-device") { phone.gone = true; phone.heard = null; list(); return; }
      if (error.reason === "stale-nonce") { nonce = (await greet().catch(() => ({ nonce }))).nonce; continue; }
      show("offline", !(error instanceof Refusal));
      await rest(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      nonce = (await greet().catch(() => ({ nonce }))).nonce;
    }
  }
};
const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));

const start = async () => {
  for (const phone of phones.values()) phone.connection?.abort();
  phones.clear();
  for (const kept of await allPhones()) phones.set(kept.device, { kept, heard: null });
  nextQuestion();
  list();
  if (document.hidden) return;
  for (const phone of phones.values()) listen(phone).catch(() => { show("offline", true); setTimeout(start, LONGEST_PAUSE); });
  subscribe(false).catch(() => {});
};

// pushes: so that the phone hears while this page is closed ------------------------------------------------------------
const subscribe = async (wanted) => {
  const registration = await navigator.serviceWorker?.ready;
  const possible = registration?.pushManager && "Notification" in window;
  const { pushKey } = await greet();
  show("pushes", Boolean(possible && pushKey && phones.size && Notification.permission === "default"));
  if (!possible || !pushKey || !phones.size) return;
  if (wanted) await Notification.requestPermission();
  if (Notification.permission !== "granted") return;
  let subscription = await registration.pushManager.getSubscription();
  if (subscription && base64url(subscription.options.applicationServerKey) !== pushKey) {
    await subscription.unsubscribe();
    subscription = null;
  }
  subscription ??= await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  for (const phone of phones.values()) {
    if (phone.kept.pushedAt === subscription.endpoint) continue;
    await hearPushesAt(phone.kept, subscription);
    phone.kept.pushedAt = subscription.endpoint;
    await keepPhone(phone.kept);
  }
  show("pushes", false);
  if (wanted) say(texts.pushed);
};

// the page ----------------------------------------------------------------------------------------------------------
const onEnter = (id, act) => at(id).addEventListener("keydown", (event) => { if (event.key === "Enter") act(event); });
const add = quietly(() => offer(at("code").value)), sendNumber = quietly(approve);
at("add-submit").addEventListener("click", add);
onEnter("code", add);
at("offer-submit").addEventListener("click", quietly(bind));
at("offer-cancel").addEventListener("click", endOffer);
at("approve").addEventListener("click", sendNumber);
onEnter("number", sendNumber);
at("mistake").addEventListener("click", quietly(() => decide("mistake", "", texts.mistaken)));
at("not-me").addEventListener("click", () => { show("sure", true); at("sure").focus(); });
at("not-me-sure").addEventListener("click", quietly(() => decide("not-me", "", texts.stopped)));
at("not-me-back").addEventListener("click", () => { show("sure", false); at("number").focus(); });
at("pushes-submit").addEventListener("click", quietly(() => subscribe(true)));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) for (const phone of phones.values()) phone.connection?.abort();
  else start();
});

addEventListener("online", () => start());

// a link that was scanned: the code leaves the address before anything else happens
const scanned = () => {
  const code = location.hash.startsWith("#bind=") ? location.hash : "";
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  at("code").value = readCode(code);
  add();
};
addEventListener("hashchange", scanned);

if (window.isSecureContext && window.indexedDB) {
  show("authenticator", true);
  await start();
  scanned();
  tick();
  if (navigator.serviceWorker) {
    await navigator.serviceWorker.register("/authenticator-worker.js", { scope: "/authenticator" });
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ keep: performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/resources/")) });
    subscribe(false).catch(() => {});
  }
} else {
  show("insecure", true);
}
