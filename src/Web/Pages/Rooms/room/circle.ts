import { show } from "./message";
import { part, place, withValues } from "./place";

// How a circle stands, as the server's _Circle shows it. What somebody does in it is an ordinary form.

export interface Circle { round: number; rounds: number; ended: boolean; turn: string | null; endsAt: string | null; seats: { handle: string | null; state: string }[] }

const words = JSON.parse(part("[data-circle-words]")!.dataset.circleWords!) as Record<string, string>;
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" });
const named = (handle: string | null) => handle ? `@${handle}` : words.AMember;

export function fillCircle(entry: HTMLElement, circle: Circle | null) {
  const shown = part("[data-circle]", entry);
  if (!shown) return;
  show(shown, circle !== null);
  if (!circle) return;
  part("[data-circle-state]", shown)!.textContent = circle.ended ? words.Over : circle.round === 0 ? words.Gathers
    : withValues(words.Running, [circle.round, circle.rounds, named(circle.turn), circle.endsAt ? clock.format(new Date(circle.endsAt)) : ""]);
  part("[data-circle-seats]", shown)!.replaceChildren(...circle.seats.map(seat => {
    const row = document.createElement("li");
    const state = Object.assign(document.createElement("span"), { className: "small soft", textContent: words[`Seat${seat.state}`] });
    row.append(`${named(seat.handle)} `, state);
    return row;
  }));
  const form = part<HTMLFormElement>("[data-circle-form]", shown);
  if (!form) return;
  form.action = `${place.url}/messages/${entry.dataset.seq}/circle`;
  const mine = entry.dataset.handle === place.handle, seated = circle.seats.some(seat => seat.handle === place.handle);
  const can: Record<string, boolean> = { Join: !seated, Begin: mine && circle.round === 0, Done: circle.turn === place.handle, Pass: circle.turn === place.handle, Leave: seated, End: mine };
  form.querySelectorAll<HTMLElement>("[data-circle-do]").forEach(button => show(button, !circle.ended && can[button.dataset.circleDo!]));
  show(part("[data-circle-hint]", shown), !circle.ended);
}
