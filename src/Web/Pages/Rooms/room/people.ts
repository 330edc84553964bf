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
