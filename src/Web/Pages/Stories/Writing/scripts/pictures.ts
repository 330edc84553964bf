import { scaled } from "../../../Shared/scripts/scaled";

const large = 1600, small = 480;

/** Scales pictures before they travel, uploads them as they are chosen and shows each with its description to write. */
export function uploadPictures(form: HTMLFormElement) {
  const input = form.querySelector<HTMLInputElement>("[data-upload]");
  const list = form.querySelector<HTMLElement>("[data-pictures]");
  const template = form.querySelector<HTMLTemplateElement>("template[data-picture]");
  const status = form.querySelector<HTMLElement>("[data-uploading]");
  if (!input || !list || !template || !status) return;
  form.querySelectorAll<HTMLElement>("[data-plain]").forEach(plain => (plain.hidden = true));
  input.multiple = true;
  input.addEventListener("change", async () => {
    for (const file of input.files ?? []) {
      status.textContent = status.dataset.uploading!;
      status.textContent = await upload(file);
    }
    input.value = "";
  });

  async function upload(file: File) {
    const body = new FormData();
    body.append("picture", await scaled(file, large), file.name);
    const reduced = await scaled(file, small);
    if (reduced !== file) body.append("small", reduced, file.name);
    body.append("seenVersion", form.dataset.seen || "0");
    if (form.dataset.story) body.append("storyId", form.dataset.story);
    try {
      const response = await fetch(`/stories/drafts/${form.dataset.draft}/pictures`, {
        method: "POST",
        redirect: "manual",
        headers: { Accept: "application/json", RequestVerificationToken: form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!.value },
        body,
      });
      const said = await response.json();
      if (!response.ok) return said.detail ?? status!.dataset.lost!;
      show(said);
      return status!.dataset.done!;
    } catch {
      return status!.dataset.lost!;
    }
  }

  function show({ file, url, width, height }: { file: string; url: string; width: number; height: number }) {
    if (document.getElementById(`out-${file}`)) return;
    const item = template!.content.firstElementChild!.cloneNode(true) as HTMLElement;
    const [image, text, out] = [item.querySelector("img")!, item.querySelector("textarea")!, item.querySelector<HTMLInputElement>("[type=checkbox]")!];
    Object.assign(image, { src: url, width, height });
    text.name = `Input.Descriptions[${file}]`;
    text.id = `Input_Descriptions_${file}_`;
    item.querySelectorAll("label").forEach((label, n) => (label.htmlFor = n === 0 ? text.id : `out-${file}`));
    Object.assign(out, { value: file, id: `out-${file}` });
    list!.append(item);
    text.focus();
  }
}
