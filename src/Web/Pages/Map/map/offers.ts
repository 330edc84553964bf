// Offers places while somebody types (the combobox pattern of WAI-ARIA): arrows choose, Enter takes, Escape closes.
export type Found = { id: string; name: string; kind: string; latitude: number; longitude: number };

const pause = 150;
const shortest = 2;

export function offerPlaces(picker: HTMLElement, taken: (place: Found) => void): void {
  const input = picker.querySelector<HTMLInputElement>("[data-place-search]")!;
  const list = Object.assign(document.createElement("ul"), { className: "suggestions", id: `${input.id}-places`, hidden: true });
  const said = picker.querySelector<HTMLElement>("[data-pin-said]")!;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", picker.dataset.suggestions!);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  input.parentElement!.classList.add("place-search");
  input.after(list);

  let places: Found[] = [], at = -1, waiting = 0;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (next: number) => {
    at = (next + places.length) % places.length;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    input.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const take = (place: Found) => {
    input.value = place.name;
    const chosen = picker.querySelector<HTMLInputElement>("[data-place-chosen]");
    if (chosen) chosen.value = place.id;
    close();
    taken(place);
  };
  const offer = async () => {
    const typed = input.value.trim();
    if (typed.length < shortest) { close(); return; }
    const answer = await fetch(`${picker.dataset.find}?q=${encodeURIComponent(typed)}`).catch(() => null);
    if (!answer?.ok || typed !== input.value.trim() || document.activeElement !== input) return;
    places = (await answer.json() as { items: Found[] }).items;
    list.replaceChildren(...places.map((place, index) => {
      const option = Object.assign(document.createElement("li"), { id: `${list.id}-${index}`, textContent: place.name });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.addEventListener("mousedown", event => { event.preventDefault(); take(place); });
      return option;
    }));
    list.hidden = places.length === 0;
    input.setAttribute("aria-expanded", String(places.length > 0));
    said.textContent = picker.dataset.count!.replace("{0}", String(places.length));
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void offer(), pause);
  });
  input.addEventListener("keydown", event => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && at >= 0) take(places[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}
