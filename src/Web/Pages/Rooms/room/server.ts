// Requests that change something, with the token of our own page.

const token = () => document.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]");

export const post = (url: string, content: unknown) => send("POST", url, content);
export const put = (url: string, content?: unknown) => send("PUT", url, content);
export const patch = (url: string, content: unknown) => send("PATCH", url, content);
export const remove = (url: string) => send("DELETE", url);

/** A file with its name, as a form would send it. */
export async function upload(url: string, file: Blob, name: string): Promise<Response> {
  const body = new FormData();
  body.append("file", file, name);
  return fetch(url, { method: "POST", headers: { Accept: "application/json", RequestVerificationToken: token()?.value ?? "" }, body });
}

async function send(method: string, url: string, content?: unknown, again = true): Promise<Response> {
  const answer = await fetch(url, {
    method,
    headers: { "Content-Type": "application/json", Accept: "application/json", RequestVerificationToken: token()?.value ?? "" },
    body: content === undefined ? undefined : JSON.stringify(content),
  });
  // A page that was open for weeks has an old token. A fresh page has a fresh one.
  if (answer.status === 400 && again && await renewToken()) return send(method, url, content, false);
  return answer;
}

async function renewToken() {
  const mine = token();
  const page = mine && await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!page?.ok) return false;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]");
  if (!fresh || fresh.value === mine.value) return false;
  mine.value = fresh.value;
  return true;
}

/** The sentence of a refusal: by the field when there is one. */
export async function sentenceOf(answer: Response, otherwise: string): Promise<string> {
  const problem = await answer.json().catch(() => null) as { detail?: string; errors?: Record<string, string[]> } | null;
  return Object.values(problem?.errors ?? {})[0]?.[0] ?? problem?.detail ?? otherwise;
}
