import type { Item } from "./message";
import { show } from "./message";
import * as outbox from "./outbox";
import { part, place, say } from "./place";
import { post, sentenceOf } from "./server";
import { remove, take, takePending } from "./talk";

// Sends what waits in the outbox, oldest first, one at a time. Sending twice is harmless: the clientId says it is the same.

const member = place.member!;
let sending = false;
let later = 0;
let putBack: (unsent: outbox.Unsent, sentence: string) => boolean = () => false;

/** Says where a refused text goes when the box is free. */
export const onRefused = (take: typeof putBack) => { putBack = take; };

export async function showWaiting() {
  for (const unsent of await outbox.waiting(member, place.slug)) takePending(unsent).classList.toggle("refused", !!unsent.refusal), state(unsent);
}

export async function enqueue(body: string, topic: string, replyToSeq: number | null, files: outbox.UnsentFile[] = []) {
  const unsent: outbox.Unsent = { clientId: uuid(), member, room: place.slug, body, topic, replyToSeq, files, at: Date.now() };
  // On the device first: a tab that closes in the next moment loses nothing.
  await outbox.keep(unsent).catch(() => undefined);
  takePending(unsent).scrollIntoView({ block: "end" });
  state(unsent, say("Sending"));
  await sendAll([unsent]);
}

/** @param fallback What to send where the device keeps nothing (private browsing). */
export async function sendAll(fallback: outbox.Unsent[] = []) {
  if (sending) return;
  sending = true;
  clearTimeout(later);
  try {
    for (;;) {
      const kept = (await outbox.waiting(member, place.slug).catch(() => fallback)).filter(one => !one.refusal);
      const next = kept[0] ?? undefined;
      if (!next || !await deliver(next)) break;
      fallback = fallback.filter(one => one.clientId !== next.clientId);
    }
  } finally {
    sending = false;
  }
}

/** True when the next one may be tried. */
async function deliver(unsent: outbox.Unsent): Promise<boolean> {
  state(unsent, say("Sending"));
  const { clientId, body, topic, replyToSeq, files } = unsent;
  let answer: Response;
  try {
    answer = await post(`${place.url}/messages`, { clientId, body, topic, replyToSeq, files });
  } catch {
    state(unsent);
    again(5);
    return false;
  }
  if (answer.ok) {
    take(await answer.json() as Item);
    await outbox.drop(clientId).catch(() => undefined);
    remove(clientId);
    return true;
  }
  if (answer.status === 429 || answer.status >= 500) {
    state(unsent);
    again(Number(answer.headers.get("Retry-After")) || 10);
    return false;
  }
  if (answer.status === 401) {
    state(unsent, say("SignedOut"));
    return false;
  }
  const sentence = await sentenceOf(answer, say("Failed"));
  if (putBack(unsent, sentence)) {
    await outbox.drop(clientId).catch(() => undefined);
    remove(clientId);
  } else {
    unsent.refusal = sentence;
    await outbox.keep(unsent).catch(() => undefined);
    state(unsent);
  }
  return true;
}

function again(seconds: number) {
  clearTimeout(later);
  later = window.setTimeout(() => sendAll(), seconds * 1000);
}

function state(unsent: outbox.Unsent, text = say("Waiting")) {
  const entry = part(`#unsent-${unsent.clientId}`);
  const line = entry && part("[data-state]", entry);
  if (!line) return;
  show(line, true);
  line.classList.toggle("refused", !!unsent.refusal);
  part("span", line)!.textContent = unsent.refusal ? `${say("NotSent")}. ${unsent.refusal}` : text;
  line.querySelectorAll("button").forEach(button => button.remove());
  if (unsent.refusal) line.append(
    action(say("TakeBack"), () => { if (putBack(unsent, unsent.refusal!)) void forget(unsent); }),
    action(say("Drop"), () => void forget(unsent)));
}

async function forget(unsent: outbox.Unsent) {
  await outbox.drop(unsent.clientId).catch(() => undefined);
  remove(unsent.clientId);
}

function action(text: string, act: () => void) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-plain button-small";
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}

// crypto.randomUUID is there over https and on localhost only; a village hall's server may have neither.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
