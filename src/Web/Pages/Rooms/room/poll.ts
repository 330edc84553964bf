import { show } from "./message";
import { blank, part, place, withValues } from "./place";

// The result of a poll, as the server's _Poll shows it. Voting has a page of its own.

export interface Poll { kind: string; secret: boolean; dots: number; votes: number; closed: boolean; passes: boolean | null; options: { text: string; sum: number | null; by: string[] }[] }

const leastToTell = 3;
const words = JSON.parse(part("[data-poll-words]")!.dataset.pollWords!) as Record<string, string>;
const say = (key: string, value: number | null = null) => withValues(words[key], [value]);

export function fillPoll(entry: HTMLElement, poll: Poll | null) {
  const shown = part("[data-poll]", entry);
  if (!shown) return;
  show(shown, poll !== null);
  if (!poll) return;
  const facts = [say(poll.votes === 1 ? "VotesOne" : "VotesMany", poll.votes), poll.secret ? words.IsSecret : "", poll.closed ? words.IsClosed : ""];
  part("[data-poll-facts]", shown)!.replaceChildren(...facts.filter(fact => fact).map(fact => Object.assign(document.createElement("span"), { textContent: fact })));
  const most = Math.max(1, ...poll.options.map(option => option.sum ?? 0));
  part("[data-poll-options]", shown)!.replaceChildren(...poll.options.map(option => {
    const row = blank("blank-option");
    part("[data-poll-answer]", row)!.textContent = poll.kind === "consent" ? words[option.text] : option.text;
    part("[data-poll-sum]", row)!.textContent = option.sum === null ? "" : poll.kind === "ranked" ? say("SumRanked", option.sum) : poll.kind === "dot" ? say("SumDot", option.sum) : String(option.sum);
    row.querySelector("rect")!.setAttribute("width", String(Math.floor(100 * (option.sum ?? 0) / most)));
    part("[data-poll-by]", row)!.textContent = option.by.map(handle => `@${handle}`).join(", ");
    show(part("[data-poll-by]", row), option.by.length > 0);
    return row;
  }));
  const outcome = poll.passes !== null ? words[poll.passes ? "Passes" : "DoesNotPass"]
    : !poll.secret ? "" : !poll.closed ? words.NotYet : poll.votes < leastToTell ? words.TooFewToTell : "";
  part("[data-poll-outcome]", shown)!.textContent = outcome;
  show(part("[data-poll-outcome]", shown), outcome !== "");
  const link = part<HTMLAnchorElement>("[data-poll-link]", shown)!;
  link.href = `${place.url}/messages/${entry.dataset.seq}/poll`;
  show(link, place.member !== null);
}
