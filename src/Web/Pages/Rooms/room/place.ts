// The room this page shows, and who looks at it.

const root = document.querySelector<HTMLElement>("[data-room]")!;
const words = JSON.parse(root.dataset.words!) as Record<string, string>;

export const place = {
  root,
  slug: root.dataset.room!,
  member: root.dataset.member || null,
  handle: root.dataset.handle || null,
  isEditor: root.dataset.editor !== undefined,
  /** False on a page of older messages, where what is said now would not follow what is shown. */
  atEnd: root.dataset.atEnd !== undefined,
  limit: Number(root.dataset.limit),
  lastRev: Number(root.dataset.lastRev),
  lastSeq: Number(root.dataset.lastSeq),
  url: `/rooms/${root.dataset.room}`,
};

export const say = (key: string, ...values: (string | number)[]) =>
  values.reduce<string>((text, value, i) => text.replace(`{${i}}`, String(value)), words[key]);

export const part = <T extends HTMLElement>(selector: string, within: ParentNode = root) => within.querySelector<T>(selector);

export const blank = (name: string) =>
  (part<HTMLTemplateElement>(`[data-${name}]`)!.content.firstElementChild as HTMLElement).cloneNode(true) as HTMLElement;
