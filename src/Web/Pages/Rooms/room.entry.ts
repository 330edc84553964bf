import { startComposer } from "./room/composer";
import { startLive } from "./room/live";
import { part, place } from "./room/place";
import { nothingBelow } from "./room/reading";
import { sendAll, showWaiting } from "./room/sending";
import { isAtBottom, showBottom } from "./room/talk";
import { startTools } from "./room/tools";

startTools();
startComposer();
goWhereTheReaderLeft();
if (place.member && part("[data-composer]")) void showWaiting().catch(() => undefined);
startLive(() => { if (place.member && part("[data-composer]")) void sendAll(); });

part("[data-below] button")?.addEventListener("click", showBottom);
addEventListener("scroll", () => { if (isAtBottom()) nothingBelow(); }, { passive: true });

/** A message that was linked to, else the first unread one, else the newest. */
function goWhereTheReaderLeft() {
  const linked = /^#m-(\d+)$/.exec(location.hash)?.[1];
  if (linked && part(`#m-${linked}`)) return;
  if (linked && Number(linked) <= place.lastSeq && !location.search.includes("at=")) return location.replace(`?at=${linked}#m-${linked}`);
  const fresh = part("[data-new]");
  if (fresh) fresh.scrollIntoView({ block: "start" });
  else if (place.atEnd && !linked) showBottom();
}
