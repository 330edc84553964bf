import { drafts, find, forget } from "./scripts/kept";
import { sendWhatIsLeft } from "./scripts/send";

const place = document.querySelector<HTMLElement>("[data-unsent]");
const token = document.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value;
if (place) place.dataset.ask === undefined ? void sendAndSay(place) : ask(place);

/** On the list of drafts: what this device still had arrives by itself. */
async function sendAndSay(place: HTMLElement) {
  if (token && await sendWhatIsLeft(place.dataset.account!, token) > 0) {
    const again = document.createElement("a");
    again.href = "/stories/drafts";
    again.textContent = place.dataset.arrived!;
    place.append(again);
  }
}

/** Before signing out: send it, or let it go from this device. */
function ask(list: HTMLElement) {
  const account = list.dataset.account!;
  const status = document.querySelector<HTMLElement>("[data-unsent-status]")!;
  const show = () => list.replaceChildren(...drafts(account).map(id => find(account, id)).filter(kept => kept && !kept.sent).map(kept => {
    const item = document.createElement("li");
    item.textContent = kept!.fields.Title || list.dataset.untitled!;
    return item;
  }));
  const clear = () => drafts(account).forEach(id => forget(account, id));
  const form = document.querySelector<HTMLFormElement>("[data-forget]")!;
  show();
  form.addEventListener("submit", clear);
  form.querySelector<HTMLButtonElement>("[data-send]")!.addEventListener("click", async () => {
    await sendWhatIsLeft(account, token!);
    show();
    if (list.childElementCount > 0) status.textContent = status.dataset.kept!;
    else form.requestSubmit();
  });
}
