/**
 * The search field as an ARIA combobox (list autocomplete, manual selection): the list is an offer, the form works without it, and
 * focus never leaves the field. Answers are kept while the page is open, asked for after a short rest, and dropped when overtaken.
 */
type Suggestion = { title: string; url: string; kind: string; language: string };

const rest = 180;
const shortest = 2;
const known = new Map<string, Suggestion[]>();

export function suggest(input: HTMLInputElement) {
  const list = document.createElement("ul");
  const status = document.createElement("p");
  list.id = `${input.id}-offers`;
  list.className = "offers";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestLabel ?? "");
  list.hidden = true;
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  input.closest(".ask")!.append(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let waiting = 0;
  let asked: AbortController | undefined;
  let shown: Suggestion[] = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (next: number) => {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = next;
    const option = list.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = (offers: Suggestion[]) => {
    shown = offers;
    list.replaceChildren(...offers.map((offer, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.lang = offer.language;
      option.textContent = offer.title;
      // Before the field loses focus, which would close the list under the finger.
      option.addEventListener("pointerdown", press => press.preventDefault());
      option.addEventListener("click", () => location.assign(offer.url));
      return option;
    }));
    at = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = offers.length === 0;
    input.setAttribute("aria-expanded", String(offers.length > 0));
    status.textContent = offers.length > 0 ? (input.dataset.suggestCount ?? "").replace("{0}", String(offers.length)) : "";
  };

  const ask = async () => {
    const words = input.value.trim();
    asked?.abort();
    if (words.length < shortest) return close();
    const before = known.get(words);
    if (before) return show(before);
    asked = new AbortController();
    try {
      const answer = await fetch(`/search/suggest?q=${encodeURIComponent(words)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      const offers = (await answer.json() as { items: Suggestion[] }).items;
      known.set(words, offers);
      if (input.value.trim() === words && document.activeElement === input) show(offers);
    } catch {
      // Overtaken, or no connection: the form still searches.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), rest);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", key => {
    if (key.isComposing) return;
    if (key.key === "ArrowDown" || key.key === "ArrowUp") {
      if (list.hidden) {
        if (shown.length > 0 && known.has(input.value.trim())) show(shown);
        else void ask();
        return key.preventDefault();
      }
      const last = shown.length - 1;
      mark(key.key === "ArrowDown" ? (at < last ? at + 1 : -1) : (at < 0 ? last : at - 1));
      key.preventDefault();
    } else if (key.key === "Escape" && !list.hidden) {
      close();
      key.preventDefault();
    } else if (key.key === "Enter" && at >= 0 && !list.hidden) {
      location.assign(shown[at].url);
      key.preventDefault();
    }
  });
}
