import { blank, part, place, say } from "./place";
import { show } from "./message";

// Who is here, and who is writing. Both may be wrong for a moment; nothing depends on them.

const here = new Set<string>();
const list = part("[data-here]")!;
const line = part("[data-typing]");
const writing = new Map<string, number>();

export function setPresent(handles: string[]) {
  here.clear();
  handles.forEach(handle => here.add(handle));
  draw();
}

export function present(handle: string, isHere: boolean) {
  if (isHere) here.add(handle);
  else here.delete(handle);
  draw();
}

function draw() {
  list.replaceChildren(...[...here].sort().map(handle => {
    const entry = blank("blank-here");
    // No link: not everybody here shows their profile to everybody.
    part("[data-who]", entry)!.textContent = handle === place.handle ? say("You") : `@${handle}`;
    return entry;
  }));
  show(part("[data-nobody]"), [...here].every(handle => handle === place.handle));
}

export function wrote(handle: string) {
  clearTimeout(writing.get(handle));
  writing.set(handle, window.setTimeout(() => { writing.delete(handle); drawWriting(); }, 4000));
  drawWriting();
}

function drawWriting() {
  if (!line) return;
  const [one] = writing.keys();
  line.textContent = writing.size === 0 ? "" : writing.size === 1 ? say("IsWriting", `@${one}`) : say("AreWriting", writing.size);
}

/** Somebody who lets others see it has read up to here. */
export function hasRead(handle: string, seq: number) {
  const list = part("[data-readers]");
  if (!list || handle === place.handle) return;
  const entry = part(`[data-reader="${CSS.escape(handle)}"]`, list) ?? document.createElement("li");
  entry.dataset.reader = handle;
  entry.dataset.seq = String(Math.max(seq, Number(entry.dataset.seq ?? 0)));
  list.prepend(entry);
  show(part("[data-has-read]"), true);
  drawReaders();
}

/** What was said since changes who has read everything. */
export function drawReaders() {
  const last = Number([...place.root.querySelectorAll<HTMLElement>("[data-talk] .entry")].at(-1)?.dataset.seq ?? 0);
  for (const entry of place.root.querySelectorAll<HTMLElement>("[data-reader]")) {
    const seq = Number(entry.dataset.seq);
    const link = document.createElement("a");
    link.href = part(`#m-${seq}`) ? `#m-${seq}` : `?at=${seq}#m-${seq}`;
    link.textContent = say(seq >= last ? "HasReadAll" : "HasReadTo", `@${entry.dataset.reader}`);
    entry.replaceChildren(link);
  }
}
