import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { heard, type ToldCard } from "./jargon";
import type { Item } from "./message";
import { show } from "./message";
import { part, place, say } from "./place";
import { drawReaders, hasRead, present, setPresent, wrote } from "./people";
import { take } from "./talk";

// Listens, notices gaps and fills them over HTTP. The connection may go and come as it likes: `rev` says what is missing.

const offline = part("[data-offline]")!;
const connection = new HubConnectionBuilder().withUrl("/live").configureLogging(LogLevel.None)
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => Math.min(15_000, 500 * 2 ** previousRetryCount) })
  .build();

/** Everything up to this change is on the page. */
let rev = place.lastRev;
let filling: Promise<void> | null = null;
let onConnected = () => {};
let lastTyping = 0;

type Told = Item & { room: string };

const hear = (item: Told) => {
  if (item.room !== place.slug) return;
  const follows = item.rev <= rev + 1;
  take(item);
  drawReaders();
  if (follows) rev = Math.max(rev, item.rev);
  else void catchUp();
};
connection.on("message", hear);
connection.on("messageChanged", hear);
connection.on("typing", (told: { room: string; handle: string }) => { if (told.room === place.slug) wrote(told.handle); });
connection.on("presence", (told: { room: string; handle: string; here: boolean }) => { if (told.room === place.slug) present(told.handle, told.here); });
connection.on("read", (told: { room: string; handle: string; seq: number }) => { if (told.room === place.slug) hasRead(told.handle, told.seq); });
connection.on("jargon", (told: ToldCard) => { if (told.room === place.slug) part("[data-summary]")!.textContent = heard(told); });
connection.on("removed", (told: { room: string }) => { if (told.room === place.slug) removed(); });
connection.onreconnecting(() => isOffline(true));
connection.onreconnected(() => void enter());
// A server that closed us (too slow, signed out elsewhere) takes us back as whoever we then are.
connection.onclose(() => { isOffline(true); window.setTimeout(() => void connect(), 3000); });
addEventListener("online", () => void connect());

export function startLive(connected: () => void) {
  onConnected = connected;
  void connect();
}

async function connect() {
  if (connection.state !== HubConnectionState.Disconnected) return;
  try {
    await connection.start();
    await enter();
  } catch {
    isOffline(true);
    if (connection.state === HubConnectionState.Disconnected) window.setTimeout(() => void connect(), 5000);
    else await connection.stop();
  }
}

async function enter() {
  const room = await connection.invoke<{ lastRev: number; present: string[] }>("Join", place.slug);
  setPresent(room.present);
  if (room.lastRev > rev) await catchUp();
  isOffline(false);
  onConnected();
}

/** Asks for everything after the last change we have, until there is no more. */
function catchUp(): Promise<void> {
  return filling ??= fill().catch(() => undefined).finally(() => (filling = null));
}

async function fill() {
  for (;;) {
    const answer = await fetch(`${place.url}/messages?afterRev=${rev}&limit=200`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const part = await answer.json() as { items: Item[]; lastRev: number; more: boolean };
    part.items.forEach(take);
    rev = Math.max(rev, part.items.at(-1)?.rev ?? 0, part.more ? 0 : part.lastRev);
    if (!part.more) return;
  }
}

/** A steward took the reader out, or the room is for fewer now. What is written stays in the box. */
function removed() {
  show(part("[data-removed]"), true);
  part("[data-summary]")!.textContent = say("NoLongerIn");
}

function isOffline(yes: boolean) {
  show(offline, yes);
  part("span", offline)!.textContent = yes ? say("Offline") : "";
}

export function typing() {
  if (Date.now() - lastTyping < 2500 || connection.state !== HubConnectionState.Connected) return;
  lastTyping = Date.now();
  void connection.send("Typing", place.slug).catch(() => undefined);
}
