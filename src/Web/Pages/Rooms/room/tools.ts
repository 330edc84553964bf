import { markedIn, onItsWay } from "./jargon";
import { enliven, type Item } from "./message";
import { blank, part, place, say } from "./place";
import { patch, post, put, remove, sentenceOf } from "./server";
import { firstSeq, prepend, take } from "./talk";

// What can be done with a message: react, reply, edit, delete; and the way to older ones.

export function startTools() {
  place.root.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLElement>("button, [data-older]");
    const entry = button?.closest<HTMLElement>(".entry");
    if (!button) return;
    if (button.matches("[data-older]")) {
      event.preventDefault();
      void older(button as HTMLAnchorElement);
    } else if (entry?.dataset.seq) act(button, entry);
  });
  // A menu opens above the box to write in, never behind it. The event does not bubble.
  place.root.addEventListener("toggle", event => {
    const menu = event.target as HTMLDetailsElement;
    if (menu.open && menu.matches(".tools")) part(".toolbox", menu)!.scrollIntoView({ block: "nearest" });
  }, true);
  place.root.addEventListener("keydown", event => {
    const entry = (event.target as Element).closest<HTMLElement>(".entry");
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches("input, textarea, select, summary, [contenteditable]")) return;
    if (event.key === "j" || event.key === "k") return step(entry, event.key === "j", event);
    const button = entry && part<HTMLButtonElement>(keys[event.key] ?? "#none", entry);
    // What a menu hides from this reader, its key does not do either.
    if (!button || button.hidden || part("[data-tools]", entry)!.hidden) return;
    event.preventDefault();
    act(button, entry);
  });
}

const keys: Record<string, string> = {
  r: "[data-do=reply]", w: "[data-do=card]", e: "[data-do=edit]", s: "[data-do=star]",
  d: "[data-mark-as=decision]", a: "[data-mark-as=action]", p: "[data-mark-as=prediction]", l: "[data-mark-as=learning]",
};

function step(entry: HTMLElement | null, down: boolean, event: Event) {
  const all = [...place.root.querySelectorAll<HTMLElement>("[data-talk] .entry")];
  const to = entry ? all[all.indexOf(entry) + (down ? 1 : -1)] : all.at(-1);
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: "nearest" });
}

function act(button: HTMLElement, entry: HTMLElement) {
  const url = `${place.url}/messages/${entry.dataset.seq}`;
  const { react, offer, markAs, do: what } = button.dataset;
  const name = react ?? offer;
  if (name) {
    const shown = part(`[data-react='${name}']`, entry)!;
    const given = shown.getAttribute("aria-pressed") === "true";
    void apply(given ? remove(`${url}/reactions/${name}`) : put(`${url}/reactions/${name}`), null);
  }
  if (markAs === "action") askAction(entry, url);
  else if (markAs) void apply(put(`${url}/mark`, { kind: markAs }), null, say("Marked", say(`Mark_${markAs}`)));
  if (what === "unmark") void apply(remove(`${url}/mark`), null, say("Unmarked"));
  if (what === "done") void apply(entry.dataset.done === "yes" ? remove(`${url}/mark/done`) : put(`${url}/mark/done`), null);
  if (what === "pin") void apply(entry.dataset.pinned === "yes" ? remove(`${url}/pin`) : put(`${url}/pin`), null);
  if (what === "star") void star(entry, url);
  if (what === "move") askMove(entry, url);
  if (what === "quote") place.root.dispatchEvent(new CustomEvent("room:quote", { detail: entry.dataset.body ?? "" }));
  if (what === "card") raise(entry, url);
  if (button.matches("[data-card-away]")) void apply(remove(`${url}/cards/${button.closest<HTMLElement>("[data-card]")!.dataset.card}`), null);
  if (what === "reply") place.root.dispatchEvent(new CustomEvent("room:reply", { detail: Number(entry.dataset.seq) }));
  if (what === "edit") edit(entry, url);
  if (what === "delete") ask(entry, "blank-sure", form => apply(remove(url), form));
  if (name || what || markAs) entry.querySelector("details")?.removeAttribute("open");
}

function askAction(entry: HTMLElement, url: string) {
  const form = ask(entry, "blank-action", form => apply(put(`${url}/mark`, {
    kind: "action", owner: part<HTMLInputElement>("[name=owner]", form)!.value, due: part<HTMLInputElement>("[name=due]", form)!.value || null,
  }), form));
  const owner = part<HTMLInputElement>("[name=owner]", form)!;
  owner.value = entry.dataset.owner || place.handle || "";
  part<HTMLInputElement>("[name=due]", form)!.value = entry.dataset.due ?? "";
  escapable(form);
  owner.select();
}

function askMove(entry: HTMLElement, url: string) {
  const form = ask(entry, "blank-move", form => {
    const topic = part<HTMLInputElement>("[name=topic]", form)!.value;
    return apply(put(`${url}/topic`, { topic }), form, say("MovedTo", topic || say("GeneralTopic")));
  });
  const topic = part<HTMLInputElement>("[name=topic]", form)!;
  topic.value = entry.dataset.ofTopic ?? "";
  escapable(form);
  topic.select();
}

/** Nothing comes back but that it was taken: the card arrives as it does for everybody. */
function raise(entry: HTMLElement, url: string) {
  const marked = markedIn(entry);
  const form = ask(entry, "blank-raise", async form => {
    const answer = await post(`${url}/cards`, {
      word: part<HTMLInputElement>("[name=word]", form)!.value, named: part<HTMLInputElement>("[name=named]", form)!.checked,
    }).catch(() => null);
    if (!answer?.ok) return refuse(form, answer ? await sentenceOf(answer, say("Failed")) : say("Offline"));
    part("[data-summary]")!.textContent = onItsWay();
    return true;
  });
  const word = part<HTMLInputElement>("[name=word]", form)!;
  word.value = marked;
  escapable(form);
  word.focus();
}

/** One's own: nobody else is told. */
async function star(entry: HTMLElement, url: string) {
  const seq = entry.dataset.seq!;
  const answer = await (place.stars.has(seq) ? remove(`${url}/star`) : put(`${url}/star`)).catch(() => null);
  if (!answer?.ok) return void (part("[data-summary]")!.textContent = say(answer ? "Failed" : "Offline"));
  if ((await answer.json() as { starred: boolean }).starred) place.stars.add(seq);
  else place.stars.delete(seq);
  enliven(entry);
}

function escapable(form: HTMLFormElement) {
  form.addEventListener("keydown", event => { if (event.key === "Escape") close(form); });
}

function edit(entry: HTMLElement, url: string) {
  const form = ask(entry, "blank-edit", form => apply(patch(url, { body: part<HTMLTextAreaElement>("textarea", form)!.value }), form));
  const box = part<HTMLTextAreaElement>("textarea", form)!;
  box.value = entry.dataset.body ?? "";
  box.rows = Math.min(12, Math.max(3, box.value.split("\n").length));
  box.focus();
  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
  });
  escapable(form);
}

function ask(entry: HTMLElement, template: string, act: (form: HTMLFormElement) => Promise<boolean>) {
  entry.querySelectorAll(".editing").forEach(open => open.remove());
  const form = blank(template) as HTMLFormElement;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (await act(form)) close(form);
  });
  part("[data-cancel]", form)!.addEventListener("click", () => close(form));
  part("[data-html]", entry)!.after(form);
  form.scrollIntoView({ block: "nearest" });
  part("button", form)!.focus();
  return form;
}

function close(form: HTMLFormElement) {
  form.closest<HTMLElement>(".entry")?.focus({ preventScroll: true });
  form.remove();
}

/** Shows what became of it, or the reason why nothing did. */
async function apply(request: Promise<Response>, form: HTMLFormElement | null, says = ""): Promise<boolean> {
  const answer = await request.catch(() => null);
  if (answer?.ok) {
    take(await answer.json() as Item);
    if (says) part("[data-summary]")!.textContent = says;
    return true;
  }
  const sentence = answer ? await sentenceOf(answer, say("Failed")) : say("Offline");
  return form ? refuse(form, sentence) : (part("[data-summary]")!.textContent = sentence, false);
}

function refuse(form: HTMLFormElement, sentence: string) {
  const wrong = part(".wrong", form)!;
  wrong.textContent = sentence;
  wrong.hidden = false;
  return false;
}

async function older(link: HTMLAnchorElement) {
  const answer = await fetch(`${place.url}/messages?before=${firstSeq()}&limit=50${place.topic === null ? "" : `&topic=${encodeURIComponent(place.topic)}`}`).catch(() => null);
  if (!answer?.ok) return void (location.href = link.href);
  const page = await answer.json() as { items: Item[]; more: boolean };
  prepend(page.items);
  if (!page.more) link.parentElement!.remove();
  else link.href = `?${place.topic === null ? "" : `topic=${encodeURIComponent(place.topic)}&`}before=${firstSeq()}`;
}
