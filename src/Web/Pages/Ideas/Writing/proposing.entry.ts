import { saveWhileWriting } from "../../Stories/Writing/scripts/autosave";
import { sendWhatIsLeft } from "../../Stories/Writing/scripts/send";
import { takeUp } from "../../Stories/Writing/scripts/taken-up";

const form = document.querySelector<HTMLFormElement>("form[data-draft]");
if (form) {
  takeUp(form);
  saveWhileWriting(form);
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!.value;
  void sendWhatIsLeft(form.dataset.account!, token, form.dataset.draft);
}
