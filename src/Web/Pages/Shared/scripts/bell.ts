// The number at the bell, as it grows. It speaks the little of SignalR's JSON protocol that hearing takes, since the whole
// client would be a heavy thing for every page: a handshake, records that end in U+001E, and an answer to each ping.

const end = "\u001e";
const ping = 6;
const close = 7;
const longest = 5 * 60_000;
let pause = 2_000;

export function listen() {
  const bell = document.querySelector<HTMLAnchorElement>("[data-bell]");
  if (!bell || !("WebSocket" in window)) return;
  document.addEventListener("visibilitychange", () => { if (!document.hidden) connect(bell); });
  connect(bell);
}

let socket: WebSocket | null = null;

function connect(bell: HTMLAnchorElement) {
  if (socket || document.hidden) return;
  const address = new URL("/live", location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const here = socket = new WebSocket(address);
  here.onopen = () => here.send(JSON.stringify({ protocol: "json", version: 1 }) + end);
  here.onmessage = ({ data }) => {
    pause = 2_000;
    for (const part of String(data).split(end)) if (part) hear(here, JSON.parse(part), bell);
  };
  here.onclose = () => {
    socket = null;
    // Whoever looks away is told when they look again; an old phone need not hold the line.
    window.setTimeout(() => connect(bell), pause);
    pause = Math.min(longest, pause * 2);
  };
}

type Record = { type?: number; target?: string; arguments?: { unread?: number }[] };

function hear(from: WebSocket, record: Record, bell: HTMLAnchorElement) {
  if (record.type === ping) from.send(JSON.stringify({ type: ping }) + end);
  else if (record.type === close) from.close();
  else if (record.target === "notification") show(bell, record.arguments?.[0]?.unread ?? 0);
}

function show(bell: HTMLAnchorElement, unread: number) {
  if (!unread) return;
  const mark = bell.querySelector<HTMLElement>(".unread")!;
  mark.textContent = unread > 99 ? "99+" : String(unread);
  mark.hidden = false;
  bell.setAttribute("aria-label", bell.dataset.bell!.replace("{0}", String(unread)));
}
