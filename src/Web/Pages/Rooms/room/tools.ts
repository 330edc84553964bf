import type { Item } from "./message";
import { blank, part, place, say } from "./place";
import { patch, put, remove, sentenceOf } from "./server";
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
}

function act(button: HTMLElement, entry: HTMLElement) {
  const url = `${place.url}/messages/${entry.dataset.seq}`;
  const { react, offer } = button.dataset;
  const name = react ?? offer;
  if (name) {
    const shown = part(`[data-react='${name}']`, entry)!;
    const given = shown.getAttribute("aria-pressed") === "true";
    void apply(given ? remove(`${url}/reactions/${name}`) : put(`${url}/reactions/${name}`), null);
  }
  if (button.dataset.do === "reply") place.root.dispatchEvent(new CustomEvent("room:reply", { detail: Number(entry.dataset.seq) }));
  if (button.dataset.do === "edit") edit(entry, url);
  if (button.dataset.do === "delete") ask(entry, "blank-sure", form => apply(remove(url), form));
  if (name || button.dataset.do) entry.querySelector("details")?.removeAttribute("open");
}

function edit(entry: HTMLElement, url: string) {
  const form = ask(entry, "blank-edit", form => apply(patch(url, { body: part<HTMLTextAreaElement>("textarea", form)!.value }), form));
  const box = part<HTMLTextAreaElement>("textarea", form)!;
  box.value = entry.dataset.body ?? "";
  box.rows = Math.min(12, Math.max(3, box.value.split("\n").length));
  box.focus();
  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
    if (event.key === "Escape") close(form);
  });
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
  part("button", form)!.focus();
  return form;
}

function close(form: HTMLFormElement) {
  form.closest<HTMLElement>(".entry")?.focus({ preventScroll: true });
  form.remove();
}

/** Shows what became of it, or the reason why nothing did. */
async function apply(request: Promise<Response>, form: HTMLFormElement | null): Promise<boolean> {
  const answer = await request.catch(() => null);
  if (answer?.ok) {
    take(await answer.json() as Item);
    return true;
  }
  const sentence = answer ? await sentenceOf(answer, say("Failed")) : say("Offline");
  const wrong = form && part(".wrong", form);
  if (wrong) {
    wrong.textContent = sentence;
    wrong.hidden = false;
  } else part("[data-summary]")!.textContent = sentence;
  return false;
}

async function older(link: HTMLAnchorElement) {
  const answer = await fetch(`${place.url}/messages?before=${firstSeq()}&limit=50`).catch(() => null);
  if (!answer?.ok) return void (location.href = link.href);
  const page = await answer.json() as { items: Item[]; more: boolean };
  prepend(page.items);
  if (!page.more) link.parentElement!.remove();
  else link.href = `?before=${firstSeq()}`;
}
