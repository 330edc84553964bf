import { enliven, fill, fillUnsent, newEntry, show, type Item } from "./message";
import { part, place, say } from "./place";
import type { Unsent } from "./outbox";
import { announce, reading } from "./reading";

// The list of messages: each at its place, each once, whatever order they arrive in.

const list = part<HTMLOListElement>("[data-talk]")!;
const pending = part<HTMLOListElement>("[data-pending]")!;
const entries = () => [...list.querySelectorAll<HTMLElement>(".entry")];

for (const entry of entries()) {
  enliven(entry);
  reading.watch(entry);
}

/** Takes what was posted, edited, deleted or reacted to. What is older than what is shown changes nothing. */
export function take(item: Item) {
  remove(item.clientId, item.author?.handle);
  const shown = part(`#m-${item.seq}`, list);
  if (shown) {
    if (Number(shown.dataset.rev) >= item.rev) return;
    if (isOfThisTopic(item) || item.deleted) fill(shown, item);
    else shown.remove();
    return sayTopicsOnce();
  }
  if (!isOfThisTopic(item) || !belongsHere(item.seq)) return;
  const entry = newEntry();
  const stay = isAtBottom();
  fill(entry, item);
  const next = entries().find(other => Number(other.dataset.seq) > item.seq);
  list.insertBefore(entry, next ?? null);
  sayTopicsOnce();
  show(part("[data-empty]"), false);
  reading.watch(entry);
  if (next) return;
  if (stay || item.author?.handle === place.handle) entry.scrollIntoView({ block: "end" });
  if (item.author?.handle !== place.handle && !item.deleted) announce(item.author?.name ?? say("AMember"), !stay);
}

const isOfThisTopic = (item: Item) => place.topic === null || item.topic === place.topic;

/** Under each other, messages of one topic name it once. */
function sayTopicsOnce() {
  let before: string | undefined;
  for (const entry of entries()) {
    entry.classList.toggle("same-topic", entry.dataset.ofTopic === before);
    before = entry.dataset.ofTopic;
  }
}

/** Within the part of the log on this page, or just after its end. Entries before it come when the reader asks. */
function belongsHere(seq: number) {
  const first = entries()[0];
  const startsAtBeginning = !part("[data-older]");
  if (first && seq < Number(first.dataset.seq)) return startsAtBeginning;
  return place.atEnd;
}

export function takePending(unsent: Unsent) {
  const entry = part(`#unsent-${unsent.clientId}`, pending) ?? newEntry();
  fillUnsent(entry, unsent);
  pending.append(entry);
  show(pending, true);
  show(part("[data-empty]"), false);
  return entry;
}

/** A message on its way has arrived, or was taken back. */
export function remove(clientId: string, handle: string | null | undefined = place.handle) {
  if (handle !== place.handle) return;
  part(`#unsent-${clientId}`, pending)?.remove();
  show(pending, pending.childElementCount > 0);
}

export function prepend(items: Item[]) {
  const first = entries()[0];
  const from = first?.getBoundingClientRect().top ?? 0;
  for (const item of items) {
    if (part(`#m-${item.seq}`, list)) continue;
    const entry = newEntry();
    fill(entry, item);
    list.insertBefore(entry, part(".rule-new", list) && !first ? null : first ?? null);
  }
  sayTopicsOnce();
  // What the reader was looking at stays where it was.
  if (first) scrollBy(0, first.getBoundingClientRect().top - from);
}

export const firstSeq = () => Number(entries()[0]?.dataset.seq ?? 0);

export const isAtBottom = () => document.documentElement.scrollHeight - innerHeight - scrollY < 300;

export function showBottom() {
  const last = pending.lastElementChild ?? list.lastElementChild;
  last?.scrollIntoView({ block: "end" });
}
