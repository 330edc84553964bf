import { saveWhileWriting } from "./scripts/autosave";
import { uploadPictures } from "./scripts/pictures";
import { sendWhatIsLeft } from "./scripts/send";
import { takeUp } from "./scripts/taken-up";

const form = document.querySelector<HTMLFormElement>("form[data-draft]");
if (form) {
  takeUp(form);
  saveWhileWriting(form);
  uploadPictures(form);
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!.value;
  void sendWhatIsLeft(form.dataset.account!, token, form.dataset.draft);
}
