import { show } from "./message";
import { blank, part, place } from "./place";

// A link to a page of ours shows what it leads to, once it is in sight: as this reader may see it, and nothing where they may not.

interface Card { path: string; kind: string; says: string; title: string; line: string; language: string }

const mostInAMessage = 3;
const mostAtOnce = 12;
// LinkCards knows the same.
const ours = /^\/((stories|ideas|gatherings|communities|initiatives|partners|hubs|members)\/|(glossary|resources)#)[a-z0-9_-]{1,120}$/;

const known = new Map<string, Card | null>();
const waiting = new Set<HTMLElement>();
let timer = 0;

const sight = new IntersectionObserver(seen => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    waiting.add(target as HTMLElement);
  }
  if (waiting.size > 0) timer ||= window.setTimeout(() => void ask(), 100);
});

/** Looks at what a message says now; cards of what it said before go. */
export function watchLinks(entry: HTMLElement) {
  if (pathsIn(entry).every(path => known.has(path))) draw(entry);
  else sight.observe(entry);
}

function pathsIn(entry: HTMLElement) {
  const paths = [...entry.querySelectorAll<HTMLAnchorElement>("[data-html] a[href]")].filter(link => link.origin === location.origin)
    .map(link => link.pathname.replace(/\/$/, "") + (/^\/(glossary|resources)\/?$/.test(link.pathname) ? link.hash : "")).filter(path => ours.test(path));
  return [...new Set(paths)].slice(0, mostInAMessage);
}

async function ask() {
  timer = 0;
  const entries = [...waiting];
  waiting.clear();
  const paths = [...new Set(entries.flatMap(pathsIn))].filter(path => !known.has(path));
  for (let i = 0; i < paths.length; i += mostAtOnce) {
    const some = paths.slice(i, i + mostAtOnce);
    const answer = await fetch(`/link-cards?${some.map(path => `path=${encodeURIComponent(path)}`).join("&")}`, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) break; // the link stays a link
    const cards = await answer.json() as Card[];
    for (const path of some) known.set(path, cards.find(card => card.path === path) ?? null);
  }
  entries.forEach(draw);
}

function draw(entry: HTMLElement) {
  const cards = pathsIn(entry).map(path => known.get(path)).filter(card => !!card);
  const list = part("[data-links]", entry)!;
  const stays = entry.getBoundingClientRect().bottom < 0 ? document.documentElement.scrollHeight : 0;
  list.replaceChildren(...cards.map(filled));
  show(list, cards.length > 0 && part("[data-gone]", entry)!.hidden);
  // What the reader looks at stays where it was when something above it grows.
  if (stays) scrollBy(0, document.documentElement.scrollHeight - stays);
  if (place.atEnd && cards.length > 0 && entry === entry.parentElement?.lastElementChild) entry.scrollIntoView({ block: "nearest" });
}

function filled(card: Card) {
  const item = blank("blank-link");
  item.querySelectorAll<HTMLElement>("[data-kind-icon]").forEach(icon => show(icon, icon.dataset.kindIcon === card.kind));
  part("[data-kind]", item)!.textContent = card.says;
  const link = part<HTMLAnchorElement>("[data-link]", item)!;
  link.href = card.path;
  link.textContent = card.title;
  link.lang = card.language;
  const line = part("[data-line]", item)!;
  line.textContent = card.line;
  line.lang = card.language;
  show(line, card.line !== "");
  return item;
}
