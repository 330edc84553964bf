import { part, place, say } from "./place";
import { show } from "./message";
import { put } from "./server";

// How far the member has read, told to the server now and then; and what a screen reader hears.

let seen = 0;
let told = 0;
let timer = 0;
const observer = place.member && new IntersectionObserver(shown => {
  for (const { isIntersecting, target } of shown)
    if (isIntersecting && document.visibilityState === "visible") seen = Math.max(seen, Number((target as HTMLElement).dataset.seq));
  if (seen > told && !timer) timer = window.setTimeout(tell, 1500);
});

async function tell() {
  timer = 0;
  const seq = seen;
  const answer = await put(`${place.url}/read`, place.topic === null ? { seq } : { seq, topic: place.topic }).catch(() => null);
  if (answer?.ok) told = Math.max(told, seq);
}

export const reading = { watch: (entry: Element) => { if (observer) observer.observe(entry); } };

const summary = part("[data-summary]")!;
const below = part("[data-below]");
let names: string[] = [];
let unseen = 0;
let wait = 0;

/** One sentence for all that came within two seconds, so that a lively room does not talk without pause. */
export function announce(name: string, isBelow: boolean) {
  names.push(name);
  if (isBelow && below) {
    unseen++;
    part("span", below)!.textContent = unseen === 1 ? say("BelowOne") : say("BelowMany", unseen);
    show(below, true);
  }
  wait ||= window.setTimeout(() => {
    summary.textContent = names.length === 1 ? say("SaidOne", names[0]) : say("SaidMany", names.length);
    names = [];
    wait = 0;
  }, 2000);
}

export function nothingBelow() {
  unseen = 0;
  show(below, false);
}
