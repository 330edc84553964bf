import { show } from "./message";
import { blank, part, place, withValues } from "./place";

// Jargon Cards: what lies under a message, and the form that raises one. What a card says of its raiser is what the
// server sends to everybody.

export interface Card { id: string; word: string; by: { handle: string; name: string } | null; url: string | null; meanings: Record<string, string> }
export interface ToldCard { room: string; seq: number; term: string; meanings: Record<string, string> }

const words = part("[data-card-words]")!.dataset;
const language = document.documentElement.lang;
const meaningOf = (meanings: Record<string, string>) => meanings[language] ?? meanings.en;

export function fillCards(entry: HTMLElement, cards: Card[]) {
  part("[data-cards]", entry)!.replaceChildren(...cards.map(card => {
    const shown = blank("blank-card");
    const meaning = meaningOf(card.meanings);
    shown.dataset.card = card.id;
    part("[data-card-by]", shown)!.textContent = card.by ? withValues(words.by!, [card.by.name]) : words.somebody!;
    tell(part("[data-card-word]", shown)!, card.word);
    tell(part("[data-card-meaning]", shown)!, meaning ?? "");
    if (meaning && !card.meanings[language]) part("[data-card-meaning]", shown)!.lang = "en";
    show(part("[data-card-asked]", shown), !meaning && card.word !== "");
    show(part("[data-card-whole]", shown), card.word === "");
    show(part("[data-card-nobody]", shown), !card.by);
    const more = part<HTMLAnchorElement>("[data-card-more]", shown)!;
    more.href = card.url ?? "/glossary";
    show(more, !!card.url);
    return shown;
  }));
  enlivenCards(entry);
}

/** What depends on who looks: the author's soft word, and who may put a card away. */
export function enlivenCards(entry: HTMLElement) {
  const mine = !!place.handle && entry.dataset.handle === place.handle;
  for (const card of entry.querySelectorAll<HTMLElement>("[data-card]")) {
    show(part("[data-card-author]", card), mine);
    show(part("[data-card-away]", card), (mine || place.moderates) && !!part("[data-composer]"));
  }
}

/** One sentence for who hears the page: the word and what it means. */
export const heard = (told: ToldCard) => told.term === ""
  ? words.whole!
  : withValues(words.heard!, [told.term, meaningOf(told.meanings) ?? ""]).trim();

/** The word that is marked in this message, if that is short enough to be one. */
export function markedIn(entry: HTMLElement) {
  const marked = getSelection();
  const text = marked?.toString().trim() ?? "";
  return text.length > 0 && text.length <= 60 && entry.contains(marked!.anchorNode) ? text : "";
}

export const onItsWay = () => words.raised!;

function tell(element: HTMLElement, text: string) {
  element.textContent = text;
  show(element, text !== "");
}
