// Passkeys and security keys: asks the browser, and sends what it gives with the form. Without this file, or without
// WebAuthn, the page says to take another way.
(() => {
  "use strict";
  const box = document.querySelector("[data-passkey]");
  if (!box || !window.PublicKeyCredential || !navigator.credentials) return;
  const form = box.closest("form"), given = form.querySelector("[data-passkey-given]");
  const button = form.querySelector("[data-passkey-button]"), problem = box.querySelector("[data-passkey-problem]");
  const making = box.dataset.passkey === "create";
  const FRESH = 9 * 60 * 1000; // the server forgets what it asked after ten minutes
  let waiting = null;

  for (const missing of box.querySelectorAll("[data-passkey-missing]")) missing.hidden = true;
  for (const each of [button, ...box.querySelectorAll("[data-passkey-shown]")]) each.hidden = false;

  // JSON carries bytes as base64url; newer browsers read and write it by themselves.
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const named = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));
  const options = () => {
    const json = JSON.parse(box.dataset.options);
    const known = making ? PublicKeyCredential.parseCreationOptionsFromJSON : PublicKeyCredential.parseRequestOptionsFromJSON;
    if (known) return known.call(PublicKeyCredential, json);
    const read = { ...json, challenge: bytes(json.challenge) };
    if (making) {
      read.user = { ...json.user, id: bytes(json.user.id) };
      read.excludeCredentials = named(json.excludeCredentials);
    } else read.allowCredentials = named(json.allowCredentials);
    return read;
  };
  const written = (credential) => {
    if (credential.toJSON) return credential.toJSON();
    const { response } = credential, fields = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (response[name]) fields[name] = text(response[name]);
    }
    if (response.getTransports) fields.transports = response.getTransports();
    return {
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response: fields,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  const say = (words) => {
    problem.textContent = words || "";
    problem.hidden = !words;
  };
  const send = (credential) => {
    given.value = JSON.stringify(written(credential));
    form.requestSubmit(button);
  };
  const ask = async (more) => {
    if (waiting) waiting.abort();
    const mine = waiting = new AbortController();
    const wish = { publicKey: options(), signal: mine.signal, ...more };
    try {
      send(await (making ? navigator.credentials.create(wish) : navigator.credentials.get(wish)));
    } catch (error) {
      if (mine.signal.aborted || more) return; // replaced by another question; or nobody has asked for it
      say(error.name === "InvalidStateError" ? box.dataset.there : error.name === "NotAllowedError" ? box.dataset.stopped : box.dataset.failed);
    } finally {
      if (waiting === mine) waiting = null;
      button.removeAttribute("aria-busy");
    }
  };

  // The form goes out when it holds an answer; before that, sending it asks for one.
  form.addEventListener("submit", (event) => {
    if (given.value) return;
    event.preventDefault();
    event.stopPropagation();
    const empty = [...form.querySelectorAll("[aria-required='true']")].find((field) => !field.value.trim());
    if (empty) {
      empty.focus();
      return;
    }
    say("");
    button.setAttribute("aria-busy", "true");
    ask();
  });
  addEventListener("pageshow", () => {
    given.value = "";
  });

  // Passkeys offered where the name is typed, by browsers that can; the page does not offer again what was just refused,
  // because an authenticator that answers by itself would be refused without end.
  const offer = async () => {
    if (box.dataset.offer === "yes" && await PublicKeyCredential.isConditionalMediationAvailable?.()) ask({ mediation: "conditional" });
  };
  const renew = async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-passkey]");
      if (answer.ok && fresh && !(waiting && button.hasAttribute("aria-busy"))) {
        box.dataset.options = fresh.dataset.options;
        offer();
      }
    } catch {
      // the server is away for a moment: the next turn tries again
    }
    setTimeout(renew, FRESH);
  };
  if (!making) setTimeout(renew, FRESH);
  offer();
})();
