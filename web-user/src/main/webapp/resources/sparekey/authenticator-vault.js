// The phones' keys: made here, kept here, and of no use anywhere else, because the private half cannot be read.
const STORE = "phones";
const KEY = { name: "ECDSA", namedCurve: "P-256" };

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("sparekey-authenticator", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "device" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const inStore = async (mode, act) => {
  const store = (await opened).transaction(STORE, mode).objectStore(STORE);
  return new Promise((resolve, reject) => {
    const request = act(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};

export const allPhones = () => inStore("readonly", (store) => store.getAll());
export const keepPhone = (phone) => inStore("readwrite", (store) => store.put(phone));
export const forgetPhone = (device) => inStore("readwrite", (store) => store.delete(device));

export const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

export const newKey = async () => {
  const pair = await crypto.subtle.generateKey(KEY, false, ["sign", "verify"]);
  return { privateKey: pair.privateKey, publicKey: base64url(await crypto.subtle.exportKey("raw", pair.publicKey)) };
};

// Signs lines of text: what the act is, on which site, and all that it means. The server makes the same text.
export const sign = async (privateKey, act, ...parts) => {
  const text = ["sparekey-authenticator-1", act, location.origin, ...parts].join("\n");
  return base64url(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, new TextEncoder().encode(text)));
};
