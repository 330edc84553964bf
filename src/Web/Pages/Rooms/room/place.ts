// The room this page shows, and who looks at it.

const root = document.querySelector<HTMLElement>("[data-room]")!;
const words = JSON.parse(root.dataset.words!) as Record<string, string>;

export const place = {
  root,
  slug: root.dataset.room!,
  member: root.dataset.member || null,
  handle: root.dataset.handle || null,
  moderates: root.dataset.moderates === "yes",
  /** May pin messages at the top of the room. */
  pins: root.dataset.pins === "yes",
  /** The one topic that this page shows; null for the whole room. */
  topic: root.dataset.oneTopic === "yes" ? root.dataset.inTopic! : null,
  /** What the reader starred here. */
  stars: new Set(root.dataset.stars!.split(",").filter(seq => seq)),
  /** False on a page of older messages, where what is said now would not follow what is shown. */
  atEnd: root.dataset.atEnd === "yes",
  limit: Number(root.dataset.limit),
  lastRev: Number(root.dataset.lastRev),
  lastSeq: Number(root.dataset.lastSeq),
  url: `/rooms/${root.dataset.room}`,
};

export const say = (key: string, ...values: (string | number)[]) => withValues(words[key], values);

/** Each value at its place, as it is: what people wrote may hold braces and dollars of its own. */
export const withValues = (text: string, values: (string | number | null)[]) => text.replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)]));

export const part = <T extends HTMLElement>(selector: string, within: ParentNode = root) => within.querySelector<T>(selector);

export const blank = (name: string) =>
  (part<HTMLTemplateElement>(`[data-${name}]`)!.content.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
