import type { ItemFile } from "./message";
import type { UnsentFile } from "./outbox";
import { blank, part, say } from "./place";

// What came with a message, as the server's own `_Message` shows it.

const number = (digits: number) => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits, minimumFractionDigits: digits });

export function fillFiles(entry: HTMLElement, files: ItemFile[]) {
  const list = part("[data-files]", entry)!;
  list.replaceChildren(...files.map(file => file.width > 0 ? picture(file) : paper(file)));
  list.hidden = files.length === 0;
}

/** Of a message on its way: the server has the files, its readers do not yet. */
export function nameFiles(entry: HTMLElement, files: UnsentFile[]) {
  const list = part("[data-files]", entry)!;
  list.replaceChildren(...files.map(file => {
    const row = document.createElement("li");
    row.textContent = file.name;
    return row;
  }));
  list.hidden = files.length === 0;
}

function picture(file: ItemFile) {
  const row = blank("blank-picture");
  part<HTMLAnchorElement>("a", row)!.href = file.url;
  const image = row.querySelector("img")!;
  Object.assign(image, { width: file.width, height: file.height, alt: file.description, src: file.url });
  return row;
}

function paper(file: ItemFile) {
  const row = blank("blank-file");
  const link = part<HTMLAnchorElement>("[data-link]", row)!;
  link.href = file.url;
  link.download = link.textContent = file.name;
  part("[data-of]", row)!.textContent = `${size(file.length)}, ${file.description}`;
  return row;
}

/** The same as the server's MessageRow.SizeOf. */
function size(bytes: number) {
  return bytes < 1_000_000 ? `${number(0).format(Math.max(1, Math.floor(bytes / 1000)))} KB` : `${number(1).format(bytes / 1_000_000)} MB`;
}
