// What a member wrote and this device has not delivered yet. It is kept per account and outlives the tab; another
// account on the same device never gets to see it.

export interface Unsent {
  clientId: string;
  member: string;
  room: string;
  body: string;
  topic: string;
  replyToSeq: number | null;
  /** What was uploaded for it. */
  files?: UnsentFile[];
  at: number;
  /** The sentence of the server that would not take it. */
  refusal?: string;
}

export interface UnsentFile { ticket: string; description: string; name: string }

interface Draft { member: string; room: string; body: string }

const name = "healthdoers-outbox";
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return opened ??= new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("messages", { keyPath: "clientId" }).createIndex("member", "member");
      request.result.createObjectStore("drafts", { keyPath: ["member", "room"] }).createIndex("member", "member");
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function within<T>(store: "messages" | "drafts", mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(store, mode);
  const request = work(transaction.objectStore(store));
  return new Promise<T>((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

/** Oldest first. */
export async function waiting(member: string, room: string): Promise<Unsent[]> {
  const all = await within<Unsent[]>("messages", "readonly", store => store.index("member").getAll(member));
  return all.filter(one => one.room === room).sort((a, b) => a.at - b.at);
}

export const keep = (message: Unsent) => within("messages", "readwrite", store => store.put(message));
export const drop = (clientId: string) => within("messages", "readwrite", store => store.delete(clientId));

export const keepDraft = (member: string, room: string, body: string) => within<unknown>("drafts", "readwrite",
  store => body.trim() ? store.put({ member, room, body } satisfies Draft) : store.delete([member, room]));

export async function draft(member: string, room: string): Promise<string> {
  return (await within<Draft | undefined>("drafts", "readonly", store => store.get([member, room])))?.body ?? "";
}

/** How many messages and begun texts of this account are on this device only. */
export async function unsent(member: string): Promise<number> {
  const count = (store: "messages" | "drafts") => within(store, "readonly", all => all.index("member").count(member));
  return await count("messages") + await count("drafts");
}

export async function clear(member: string): Promise<void> {
  for (const store of ["messages", "drafts"] as const) {
    const keys = await within(store, "readonly", all => all.index("member").getAllKeys(member));
    for (const key of keys) await within(store, "readwrite", all => all.delete(key));
  }
}
