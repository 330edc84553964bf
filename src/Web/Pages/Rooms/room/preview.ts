import { show } from "./message";
import { part, place, say } from "./place";
import { post } from "./server";

// What is being written, as it will look: drawn by the server, which draws the message later. While it is closed, nothing is asked.

const pause = 1500;

export function startPreview(form: HTMLFormElement, box: HTMLTextAreaElement) {
  const panel = part("[data-preview]", form)!;
  const drawn = part("[data-preview-html]", form)!;
  const button = part<HTMLButtonElement>("[data-preview-button]", form)!;
  let timer = 0;
  let last = "";

  button.type = "button";
  toggle(!panel.hidden);
  button.addEventListener("click", () => toggle(panel.hidden));

  function toggle(open: boolean) {
    show(panel, open);
    button.setAttribute("aria-pressed", String(open));
    part("span", button)!.textContent = say(open ? "ClosePreview" : "Preview");
    if (open) void ask();
  }

  async function ask() {
    timer = 0;
    const body = box.value;
    last = body;
    if (!body.trim()) return void (drawn.textContent = say("PreviewEmpty"));
    const answer = await post(`${place.url}/preview`, { body }).catch(() => null);
    // Offline the last drawing stays. Made safe by the server.
    if (answer?.ok) drawn.innerHTML = (await answer.json() as { html: string }).html;
  }

  return {
    draw() {
      if (panel.hidden || timer || box.value === last) return;
      timer = window.setTimeout(() => void ask(), last.trim() && box.value.trim() ? pause : 0);
    },
  };
}
