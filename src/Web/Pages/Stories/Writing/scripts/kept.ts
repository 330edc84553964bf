/** What somebody typed, on this device, under their own account: nobody else who signs in here is shown it. */
export interface Kept {
  fields: Record<string, string>;
  turn: number;
  /** Whether the server has this text. */
  sent: boolean;
  storyId?: string;
  ideaId?: string;
  /** Where drafts of its kind are saved; those of stories unless said. */
  drafts?: string;
  seenVersion: number;
  /** The turn of the server's text that this device knew last. */
  heard?: number;
  here: string;
}

const key = (account: string, draft: string) => `draft:${account}:${draft}`;

export function keep(account: string, draft: string, kept: Kept) {
  try {
    localStorage.setItem(key(account, draft), JSON.stringify(kept));
    return true;
  } catch {
    return false; // storage is full or switched off; the server still saves
  }
}

export function find(account: string, draft: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key(account, draft)) ?? "null");
  } catch {
    return null;
  }
}

export function forget(account: string, draft: string) {
  try {
    localStorage.removeItem(key(account, draft));
  } catch {
    // switched off, so there is nothing to forget
  }
}

/** The drafts of this account of which the device knows something. */
export function drafts(account: string) {
  const start = key(account, "");
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(start)).map(name => name.slice(start.length));
  } catch {
    return [];
  }
}
