import { scaled } from "../../Shared/scripts/scaled";
import { show } from "./message";
import type { UnsentFile } from "./outbox";
import { blank, part, place, say } from "./place";
import { sentenceOf, upload } from "./server";

// Pictures and files for a message: chosen, dropped or pasted, sent at once, and each described before the message goes.

const largeSide = 1600;

interface Uploaded { ticket: string; name: string }

export function startAttaching(form: HTMLFormElement, box: HTMLTextAreaElement) {
  const plain = part("[data-attach-plain]", form)!;
  const input = part<HTMLInputElement>("[data-file]", form)!;
  const list = part("[data-attaching]", form)!;
  const status = part("[data-uploading]", form)!;
  const button = part("[data-attach]", form)!;
  const tickets = new Map<HTMLElement, Uploaded>();
  const most = Number(form.dataset.mostFiles);
  let underWay = 0;

  show(plain, false);
  show(button, true);
  input.multiple = true;
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const chosen = [...input.files ?? []];
    input.value = "";
    void takeAll(chosen);
  });
  box.addEventListener("paste", event => {
    const pasted = [...event.clipboardData?.files ?? []];
    if (pasted.length === 0) return;
    event.preventDefault();
    void takeAll(pasted);
  });
  form.addEventListener("dragover", event => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("dropping");
  });
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", event => {
    form.classList.remove("dropping");
    const dropped = [...event.dataTransfer?.files ?? []];
    if (dropped.length === 0) return;
    event.preventDefault();
    void takeAll(dropped);
  });

  async function takeAll(files: File[]) {
    for (const file of files) await take(file);
  }

  async function take(file: File) {
    if (tickets.size + underWay >= most) return void (status.textContent = say("TooMany", most));
    underWay++;
    status.textContent = say("Uploading", file.name);
    try {
      const content = file.type.startsWith("image/") ? await scaled(file, largeSide) : file;
      const answer = await upload(`${place.url}/files`, content, file.name);
      if (!answer.ok) return void (status.textContent = await sentenceOf(answer, say("UploadLost", file.name)));
      status.textContent = say("Uploaded", file.name);
      add(await answer.json() as Uploaded, file);
    } catch {
      status.textContent = say("UploadLost", file.name);
    } finally {
      underWay--;
    }
  }

  function add(uploaded: Uploaded, file: File) {
    const row = blank("blank-attached");
    const label = part<HTMLLabelElement>("label", row)!, text = part<HTMLInputElement>("input", row)!, out = part("button", row)!;
    part("[data-name]", row)!.textContent = uploaded.name;
    text.id = `describe-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
    label.htmlFor = text.id;
    label.textContent = say("DescribeWhich", uploaded.name);
    part("span", out)!.textContent = say("LeaveOutWhich", uploaded.name);
    out.addEventListener("click", () => { drop(row); box.focus(); });
    // Enter in a description is not yet the message.
    text.addEventListener("keydown", event => { if (event.key === "Enter") { event.preventDefault(); box.focus(); } });
    if (file.type.startsWith("image/")) preview(file, part("[data-thumb]", row)!);
    tickets.set(row, uploaded);
    list.append(row);
    show(list, true);
    text.focus();
  }

  function drop(row: HTMLElement) {
    tickets.delete(row);
    row.remove();
    show(list, tickets.size > 0);
  }

  return {
    /** The sentence that says what is missing before the message can go. */
    wanting(): string | null {
      if (underWay > 0) return say("StillUploading");
      for (const [row, { name }] of tickets) {
        const text = part<HTMLInputElement>("input", row)!;
        if (text.value.trim()) continue;
        text.focus();
        return say("DescribeIt", name);
      }
      return null;
    },
    files: (): UnsentFile[] => [...tickets].map(([row, { ticket, name }]) => ({ ticket, name, description: part<HTMLInputElement>("input", row)!.value.trim() })),
    clear() {
      [...tickets.keys()].forEach(drop);
      status.textContent = "";
    },
  };
}

function preview(file: File, into: HTMLElement) {
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    const image = new Image();
    image.alt = "";
    image.src = reader.result as string;
    into.replaceChildren(image);
  });
  reader.readAsDataURL(file);
}
