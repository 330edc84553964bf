import { Kept, find, forget, drafts, keep } from "./kept";

/** What a newer save left on the server, or the story that the draft became. */
export interface Newer { turn: number; savedAt: string; fields?: Record<string, string>; publishedAs?: string }

export type Answer =
  | { kind: "saved"; savedAt: string; turn: number }
  | { kind: "newer"; newer: Newer }
  | { kind: "published" }
  | { kind: "signedOut" }
  | { kind: "gone" }
  | { kind: "refused"; sentence: string }
  | { kind: "unreachable" };

/** One save. It never throws: whatever happened, the text is still on the device. */
export async function send(draft: string, kept: Kept, token: string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`${kept.drafts ?? "/stories/drafts"}/${draft}`, {
      method: "PUT",
      redirect: "manual",
      headers: { "Content-Type": "application/json", Accept: "application/json", RequestVerificationToken: token },
      body: JSON.stringify({ turn: kept.turn, fields: kept.fields, storyId: kept.storyId, ideaId: kept.ideaId, seenVersion: kept.seenVersion }),
    });
  } catch {
    return { kind: "unreachable" };
  }
  if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signedOut" };
  const said = await response.json().catch(() => ({}));
  if (response.ok) return { kind: "saved", savedAt: said.savedAt, turn: said.turn };
  if (response.status === 409 && said.publishedAs) return { kind: "published" };
  if (response.status === 409 && said.fields) return { kind: "newer", newer: said };
  if (response.status === 404) return { kind: "gone" };
  return said.detail && response.status < 500 ? { kind: "refused", sentence: said.detail } : { kind: "unreachable" };
}

/** Sends what other tabs and days left on this device. Says how many arrived. */
export async function sendWhatIsLeft(account: string, token: string, except?: string) {
  let arrived = 0;
  for (const draft of drafts(account).filter(id => id !== except)) {
    const kept = find(account, draft);
    if (!kept || kept.sent) {
      forget(account, draft);
      continue;
    }
    const answer = await send(draft, kept, token);
    if (answer.kind === "saved") arrived++;
    if (answer.kind === "saved" || (answer.kind === "published" && !kept.drafts)) forget(account, draft);
    else if (answer.kind === "newer") {
      // Two devices wrote on: this text becomes a draft of its own, so that none of the two is lost.
      const other = crypto.randomUUID();
      keep(account, other, { ...kept, turn: 1 });
      forget(account, draft);
      if ((await send(other, { ...kept, turn: 1 }, token)).kind === "saved") {
        forget(account, other);
        arrived++;
      }
    }
  }
  return arrived;
}
