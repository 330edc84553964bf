import { saveWhileWriting } from "./scripts/autosave";
import { uploadPictures } from "./scripts/pictures";
import { sendWhatIsLeft } from "./scripts/send";

const form = document.querySelector<HTMLFormElement>("form[data-draft]");
if (form) {
  // `/stories/new#id` comes back to text that only this device has.
  const id = location.hash.slice(1);
  if (/^[0-9a-f-]{36}$/.test(id) && form.dataset.known === "false") {
    form.dataset.draft = id;
    form.querySelector<HTMLInputElement>("[name=Draft]")!.value = id;
  }
  saveWhileWriting(form);
  uploadPictures(form);
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!.value;
  void sendWhatIsLeft(form.dataset.account!, token, form.dataset.draft);
}
