// What the authenticator says to the server. It sends no cookie: what counts is the signature.
import { sign } from "./authenticator-vault.js";

const ROOT = "/api/v1/authenticator";

export class Refusal extends Error {
  constructor(problem, status) {
    super(problem.detail || problem.title || String(status));
    this.reason = problem.reason || "";
    this.status = status;
  }
}

const send = async (method, path, body, signal) => {
  const headers = { "Accept-Language": document.documentElement.lang };
  if (body) headers["Content-Type"] = "application/json";
  const answer = await fetch(ROOT + path, {
    method, headers, signal, credentials: "omit", cache: "no-store", body: body && JSON.stringify(body),
  });
  if (answer.status === 204) return null;
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(json, answer.status);
  return json;
};

export const greet = () => send("GET", "");
export const look = (code) => send("POST", "/bindings/preview", { code });

export const claim = async (code, key) =>
  send("POST", "/bindings", { code, publicKey: key.publicKey, signature: await sign(key.privateKey, "claim", code, key.publicKey) });

export const hear = async (phone, nonce, seen, signal) =>
  send("POST", "/questions", { device: phone.device, nonce, seen, signature: await sign(phone.privateKey, "hear", phone.device, nonce) }, signal);

export const answer = async (phone, question, decision, number) => {
  const time = new Date().toISOString();
  const signature = await sign(phone.privateKey, "answer", phone.device, phone.account, question.id, question.purpose, decision, number, time);
  return send("POST", "/answers", { device: phone.device, challenge: question.id, decision, number, time, signature });
};

export const allow = async (phone) => {
  const { nonce } = await greet();
  return send("POST", "/permission", { device: phone.device, nonce, signature: await sign(phone.privateKey, "allow", phone.device, nonce) });
};

export const hearPushesAt = async (phone, subscription) => {
  const { nonce } = await greet();
  const { endpoint, keys: { p256dh, auth } } = subscription.toJSON();
  const signature = await sign(phone.privateKey, "address", phone.device, nonce, endpoint, p256dh, auth);
  return send("PUT", "/push-address", { device: phone.device, nonce, endpoint, p256dh, auth, signature });
};
