import { read, same, write } from "../Stories/Writing/scripts/fields";

// What is typed about ideas is kept on the device until the site has taken it. Signing out clears it with the drafts of
// stories, whose names it shares; `sent` tells those that it is none of theirs.
interface Typed {
  fields: Record<string, string>;
  sent: true;
  posted: boolean;
}

const pause = 300;

const store = {
  get(key: string): Typed | null {
    try { return JSON.parse(localStorage.getItem(key) ?? "null"); } catch { return null; }
  },
  set(key: string, typed: Typed) {
    try { localStorage.setItem(key, JSON.stringify(typed)); return true; } catch { return false; }
  },
  /** A page that follows a good post: what was posted has arrived. */
  forgetPosted() {
    try {
      Object.keys(localStorage).filter(key => /^draft:[^:]+:typed:/.test(key) && store.get(key)?.posted).forEach(key => localStorage.removeItem(key));
    } catch {
      // switched off, so nothing was kept
    }
  },
};

function keep(form: HTMLFormElement) {
  const key = `draft:${form.dataset.account}:typed:${form.dataset.typed}`;
  const status = form.querySelector<HTMLElement>("[data-typed-status]")!;
  const begun = read(form);
  const refused = form.querySelector("[aria-invalid]") !== null || document.querySelector("main [role=alert]") !== null;
  const kept = store.get(key);
  if (kept && !refused && !same(kept.fields, begun)) {
    write(form, kept.fields);
    status.textContent = status.dataset.back!;
  }
  let waiting = 0;
  const save = (posted: boolean) => {
    clearTimeout(waiting);
    const fields = read(form);
    if ((posted || !same(fields, begun)) && store.set(key, { fields, sent: true, posted }) && !posted) status.textContent = status.dataset.kept!;
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(save, pause, false);
  });
  form.addEventListener("submit", () => save(true));
}

const form = document.querySelector<HTMLFormElement>("form[data-typed]");
if (form) keep(form);
else store.forgetPosted();
