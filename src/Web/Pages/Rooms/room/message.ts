import { enlivenCards, fillCards, type Card } from "./jargon";
import { fillCircle, type Circle } from "./circle";
import { fillPoll, type Poll } from "./poll";
import { watchLinks } from "./links";
import { blank, part, place, say } from "./place";
import type { Unsent } from "./outbox";
import { fillFiles, nameFiles } from "./files";

/** A message as the server gives it. */
export interface Item {
  id: string;
  seq: number;
  rev: number;
  clientId: string;
  topic: string;
  author: { handle: string; name: string } | null;
  body: string;
  html: string;
  createdAt: string;
  editedAt: string | null;
  deleted: boolean;
  replyToSeq: number | null;
  reactions: Record<string, string[]>;
  mark: Mark | null;
  pinned: boolean;
  files: ItemFile[];
  jargon: Card[];
  poll: Poll | null;
  circle: Circle | null;
}

/** A file that came with a message; without width it is no picture. */
export interface ItemFile { url: string; name: string; description: string; contentType: string; length: number; width: number; height: number }

/** What somebody said a message is. */
export interface Mark { kind: string; owner: { handle: string; name: string } | null; due: string | null; done: boolean }

const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
// As the server writes days.
const day = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" });

/** Fills the entry that the server's own `_Message` made, blank or shown before. */
export function fill(entry: HTMLElement, item: Item) {
  const mine = !!item.author && item.author.handle === place.handle;
  const name = item.author?.name ?? say("AMember");
  entry.id = `m-${item.seq}`;
  Object.assign(entry.dataset, { seq: item.seq, rev: item.rev, handle: item.author?.handle ?? "", body: item.body, name, ofTopic: item.topic, kind: item.mark?.kind ?? "", due: item.mark?.due ?? "", owner: item.mark?.owner?.handle ?? "", done: item.mark?.done ? "yes" : "no", pinned: item.pinned ? "yes" : "no", calls: calls(item.body) ? "yes" : "no" });
  part(".face", entry)!.textContent = initials(name);
  part("[data-name]", entry)!.textContent = mine ? say("You") : name;
  show(part("[data-edited]", entry), !!item.editedAt && !item.deleted);
  part<HTMLAnchorElement>(".at", entry)!.href = `#m-${item.seq}`;
  part("time", entry)!.setAttribute("datetime", item.createdAt);
  show(part("[data-topic]", entry), item.topic !== "");
  const topic = part<HTMLAnchorElement>("[data-topic] a", entry)!;
  topic.textContent = item.topic;
  topic.href = `?topic=${encodeURIComponent(item.topic)}`;
  fillMark(entry, item.mark);
  fillReply(entry, item.replyToSeq);
  fillCards(entry, item.jargon);
  fillPoll(entry, item.poll);
  fillCircle(entry, item.circle);
  // Made safe by the server (SafeMarkdown); nothing of it is put together here.
  part("[data-html]", entry)!.innerHTML = item.html;
  show(part("[data-html]", entry), !item.deleted);
  fillFiles(entry, item.files);
  entry.querySelectorAll<HTMLAnchorElement>("[data-edited], [data-was]").forEach(link => { link.href = `${place.url}/messages/${item.seq}/history`; });
  part<HTMLAnchorElement>("[data-report]", entry)!.href = `/report/message/${item.id}`;
  show(part("[data-gone]", entry), item.deleted);
  show(part("[data-state]", entry), false);
  for (const react of entry.querySelectorAll<HTMLButtonElement>("[data-react]")) {
    const by = item.reactions[react.dataset.react!] ?? [];
    part("[data-count]", react)!.textContent = String(by.length);
    show(react, by.length > 0);
    react.setAttribute("aria-pressed", String(!!place.handle && by.includes(place.handle)));
  }
  show(part("[data-reacts]", entry), !item.deleted && Object.keys(item.reactions).length > 0);
  enliven(entry);
}

/** Gives an entry what needs a script: the reader's own time zone, reactions, the menu of what they may do. */
export function enliven(entry: HTMLElement) {
  const time = part<HTMLTimeElement>("time", entry)!;
  const at = new Date(time.dateTime);
  time.textContent = (at.toDateString() === new Date().toDateString() ? clock : moment).format(at);
  time.removeAttribute("data-local");
  const gone = !part("[data-gone]", entry)!.hidden;
  const mine = entry.dataset.handle !== "" && entry.dataset.handle === place.handle;
  const writes = !!part("[data-composer]");
  entry.querySelectorAll<HTMLButtonElement>("[data-react]").forEach(react => (react.disabled = !writes));
  show(part("[data-tools]", entry), writes && !gone && entry.dataset.seq !== undefined && entry.dataset.seq !== "0");
  show(part("[data-do=edit]", entry), mine);
  show(part("[data-report]", entry), !mine);
  show(part("[data-do=delete]", entry), mine || place.moderates);
  show(part("[data-do=move]", entry), mine || place.moderates);
  const pinned = entry.dataset.pinned === "yes";
  show(part("[data-pin]", entry), pinned);
  show(part("[data-do=pin]", entry), place.pins);
  part("[data-pin-word]", entry)!.textContent = say(pinned ? "Unpin" : "PinIt");
  const starred = place.stars.has(entry.dataset.seq ?? "");
  show(part("[data-star]", entry), starred);
  part("[data-star-word]", entry)!.textContent = say(starred ? "Unstar" : "Star");
  enlivenCards(entry);
  if (entry.dataset.seq) watchLinks(entry);
  const kind = entry.dataset.kind;
  entry.querySelectorAll<HTMLElement>("[data-mark-as]").forEach(button => show(button, button.dataset.markAs !== kind || kind === "action"));
  show(part("[data-do=unmark]", entry), !!kind);
  show(part("[data-do=done]", entry), kind === "action");
  part("[data-done-word]", entry)!.textContent = say(entry.dataset.done === "yes" ? "TakeUp" : "Finish");
}

function fillMark(entry: HTMLElement, mark: Mark | null) {
  const badge = part("[data-mark]", entry)!;
  show(badge, mark !== null);
  part("[data-box]", entry)!.classList.toggle("marked", mark !== null);
  badge.querySelectorAll<HTMLElement>("[data-kind-icon]").forEach(icon => show(icon, icon.dataset.kindIcon === mark?.kind));
  part("[data-mark-says]", badge)!.textContent = mark ? markSays(mark) : "";
}

/** The same sentence as the server's MessageRow.MarkSays. */
function markSays(mark: Mark) {
  let says = say(mark.done ? "Mark_done" : `Mark_${mark.kind}`);
  if (mark.kind === "action") says = say("MarkOf", says, mark.owner?.name ?? say("AMember"));
  return mark.due ? say("MarkBy", says, day.format(new Date(mark.due))) : says;
}

function calls(body: string) {
  return !!place.handle && new RegExp(`(^|[^\\w@./-])@${place.handle}(?![\\w@])`, "i").test(body);
}

/** A message of one's own that the server has not confirmed. */
export function fillUnsent(entry: HTMLElement, unsent: Unsent) {
  entry.id = `unsent-${unsent.clientId}`;
  entry.dataset.clientId = unsent.clientId;
  delete entry.dataset.seq;
  part(".face", entry)!.textContent = initials(say("You"));
  part("[data-name]", entry)!.textContent = say("You");
  part(".at", entry)!.hidden = true;
  fillReply(entry, unsent.replyToSeq);
  // As typed: what it will look like is for the server to say.
  const said = part("[data-html]", entry)!;
  said.replaceChildren(...unsent.body.split("\n").flatMap((line, i) => i ? [document.createElement("br"), line] : [line]));
  nameFiles(entry, unsent.files ?? []);
  enlivenUnsent(entry);
}

function enlivenUnsent(entry: HTMLElement) {
  show(part("[data-tools]", entry), false);
  show(part("[data-reacts]", entry), false);
}

function fillReply(entry: HTMLElement, seq: number | null) {
  const reply = part("[data-reply]", entry)!;
  show(reply, seq !== null);
  if (seq === null) return;
  const link = part<HTMLAnchorElement>("a", reply)!;
  const answered = part(`#m-${seq}`);
  link.href = answered ? `#m-${seq}` : `?at=${seq}#m-${seq}`;
  const text = answered && part("[data-html]", answered)!.textContent!.trim();
  link.textContent = text ? say("RepliesTo", nameOf(answered), text.length > 80 ? `${text.slice(0, 80)}…` : text) : say("RepliesToOlder");
}

export const nameOf = (entry: HTMLElement) => part("[data-name]", entry)!.textContent!;

export const newEntry = () => blank("blank");

export const show = (element: HTMLElement | null, shown: boolean) => { if (element) element.hidden = !shown; };

function initials(name: string) {
  const words = name.split(/\s+/).filter(word => word), named = words.filter(word => /^[\p{L}\p{N}\p{S}]/u.test(word));
  const all = named.length > 0 ? named : words;
  return (all.length < 2 ? all : [all[0], all[all.length - 1]]).map(word => [...word][0].toLocaleUpperCase()).join("");
}
