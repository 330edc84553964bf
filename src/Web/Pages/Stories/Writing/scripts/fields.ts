const prefix = "Input.";

/** Field name to text, as the server keeps it: without `Input.`, several ticks on a line each. */
export function read(form: HTMLFormElement) {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith(prefix) || typeof value !== "string" || value === "") continue;
    const field = name.slice(prefix.length);
    fields[field] = field in fields ? `${fields[field]}\n${value}` : value.replace(/\r\n/g, "\n");
  }
  return fields;
}

export function write(form: HTMLFormElement, fields: Record<string, string>) {
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) || !control.name.startsWith(prefix)) continue;
    const text = fields[control.name.slice(prefix.length)] ?? "";
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) control.checked = text.split("\n").includes(control.value);
    else control.value = text;
    // What comes back is seen, also in a part of the form that was closed.
    if (text) control.closest("details")?.setAttribute("open", "");
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Two ways to hold the same text: line breaks and what is empty do not count. */
export function same(a: Record<string, string>, b: Record<string, string>) {
  const plain = (fields: Record<string, string>) => JSON.stringify(Object.entries(fields).map(([name, text]) => [name, text.replace(/\r\n/g, "\n")]).filter(([, text]) => text).sort());
  return plain(a) === plain(b);
}
