import { Kept, find, keep } from "./kept";
import { Answer, send } from "./send";
import { read, same, write } from "./fields";

const typingPause = 300;
const savingPause = 3000;

/** Keeps what is typed on the device at once and on the server every few seconds, and says where it is. */
export function saveWhileWriting(form: HTMLFormElement) {
  const { account, draft, drafts, story, idea, here } = form.dataset as Record<string, string>;
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!.value;
  const status = form.querySelector<HTMLElement>("[data-status]")!;
  const signIn = form.querySelector<HTMLElement>("[data-sign-in]")!;
  const turnField = form.querySelector<HTMLInputElement>("[name=Turn]")!;
  let turn = Number(form.dataset.turn), known = form.dataset.known === "true", last = read(form), leaving = false, tries = 0;
  let saving: Promise<void> | null = null, typing = 0, waiting = 0, wait = savingPause, heard = turn;

  const present = (sent: boolean): Kept => ({ fields: last, turn, sent, storyId: story || undefined, ideaId: idea || undefined, drafts, seenVersion: Number(form.dataset.seen), heard, here });

  function typed() {
    clearTimeout(typing);
    typing = 0;
    const now = read(form);
    if (same(now, last)) return;
    last = now;
    turn++;
    turnField.value = String(turn);
    const isKept = keep(account, draft, present(false));
    if (!known) history.replaceState(null, "", `${here}#${draft}`);
    if (isKept) say(status.dataset.kept!);
    clearTimeout(waiting);
    waiting = window.setTimeout(save, wait);
  }

  function save() {
    return saving ??= sendOnce().finally(() => (saving = null));
  }

  async function sendOnce() {
    if (leaving) return;
    const sent = present(false);
    const answer = await send(draft, sent, token);
    if (!leaving) hear(answer, sent);
  }

  /**
   * Whatever is pressed, the text goes ahead of it: so this device knows that it has arrived, and a lost connection shows
   * no error page. A network that lets no save through is not asked twice.
   */
  async function submit(event: SubmitEvent) {
    if (leaving) return;
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    typed();
    clearTimeout(waiting);
    await saving;
    clearTimeout(waiting);
    say(status.dataset.sending!);
    const sent = present(false);
    const answer = await send(draft, sent, token);
    form.ariaBusy = null;
    if (answer.kind === "unreachable" && (!navigator.onLine || tries++ === 0)) {
      hear(answer, sent);
      say(status.dataset.unreachable!);
    } else if (answer.kind === "signedOut" || answer.kind === "newer") hear(answer, sent);
    else {
      if (answer.kind === "saved") keep(account, draft, { ...sent, sent: true });
      leaving = true;
      form.requestSubmit(event.submitter);
    }
  }

  function hear(answer: Answer, sent: Kept) {
    signIn.hidden = answer.kind !== "signedOut";
    wait = answer.kind === "unreachable" ? Math.min(wait * 2, 60_000) : savingPause;
    switch (answer.kind) {
      case "saved":
        known = true;
        heard = answer.turn;
        history.replaceState(null, "", `${here}?draft=${draft}`);
        if (turn === sent.turn) {
          keep(account, draft, present(true));
          say(status.dataset.saved!.replace("{0}", new Date(answer.savedAt).toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" })));
          return;
        }
        break;
      case "newer":
        offer(answer.newer.fields!, answer.newer.turn);
        return;
      case "signedOut":
        say(status.dataset.kept!);
        signIn.querySelector("a")!.href = `/account/login?returnUrl=${encodeURIComponent(known ? `${here}?draft=${draft}` : `${here}#${draft}`)}`;
        break;
      case "refused":
        say(answer.sentence);
        return;
      case "gone":
      case "published":
        say(status.dataset.refused!);
        return;
      default:
        say(status.dataset.kept!);
    }
    clearTimeout(waiting);
    waiting = window.setTimeout(save, wait);
  }

  /** The text on the screen stays until its author chooses. */
  function offer(other: Record<string, string>, otherTurn: number) {
    const notice = form.querySelector<HTMLElement>("[data-other]")!;
    notice.hidden = false;
    const done = (take: boolean) => () => {
      notice.hidden = true;
      turn = Math.max(turn, otherTurn);
      if (take) write(form, other);
      last = {};
      typed();
    };
    notice.querySelector<HTMLButtonElement>("[data-take]")!.onclick = done(true);
    notice.querySelector<HTMLButtonElement>("[data-keep]")!.onclick = done(false);
  }

  function comeBack() {
    const kept = find(account, draft);
    if (!kept || kept.sent) return;
    if (same(kept.fields, last)) {
      // The page, or the browser that filled it again, has this text; the server may not.
      turn = Math.max(turn, kept.turn);
      waiting = window.setTimeout(save, wait);
      return;
    }
    const server = last;
    if (kept.turn <= turn && known) return offer(kept.fields, turn);
    write(form, kept.fields);
    const serverTurn = turn;
    turn = Math.max(turn, kept.turn);
    typed();
    // Nobody wrote on elsewhere while this device could not be heard.
    if (kept.heard === serverTurn) return;
    if (Object.keys(server).length > 1 && serverTurn > 0) offer(server, turn);
  }

  function say(text: string) {
    if (status.textContent !== text) status.textContent = text;
  }

  form.addEventListener("input", () => {
    if (!typing) typing = window.setTimeout(typed, typingPause);
  });
  form.addEventListener("change", typed);
  form.addEventListener("submit", submit);
  addEventListener("pagehide", () => leaving || typed());
  addEventListener("pageshow", event => { if (event.persisted) leaving = false; });
  document.addEventListener("visibilitychange", () => document.hidden && !leaving && typed());
  addEventListener("online", () => void save());
  say(status.dataset.itself!);
  // A refused post came back with what was typed; the server has it, and this copy is the same.
  comeBack();
}
