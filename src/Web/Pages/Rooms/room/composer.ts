import { nameOf, show } from "./message";
import * as outbox from "./outbox";
import { part, place, say } from "./place";
import { enqueue, onRefused } from "./sending";
import { typing } from "./live";
import { startAttaching } from "./attaching";
import { startPreview } from "./preview";

// The box to write in: it grows, counts, keeps what is typed, and gives a refused text back with the reason.

const form = part<HTMLFormElement>("[data-composer]");

export function startComposer() {
  if (!form || !place.member) return;
  const member = place.member;
  const box = part<HTMLTextAreaElement>("textarea", form)!;
  const refusal = part("[data-refusal]", form)!;
  const left = part("[data-left]", form)!;
  const replying = part("[data-replying]", form)!;
  const replyTo = part<HTMLInputElement>("[name='Input.ReplyToSeq']", form)!;
  const topic = part<HTMLInputElement>("[name='Input.Topic']", form)!;
  const enter = part<HTMLInputElement>("[data-enter] input", form)!;
  const attaching = startAttaching(form, box);
  const preview = startPreview(form, box);
  let keeping = 0;

  const grow = () => {
    box.rows = Math.min(12, Math.max(2, box.value.split("\n").length + Math.floor(box.value.length / 90)));
    const room = place.limit - box.value.trim().length;
    show(left, room < place.limit / 5);
    left.textContent = room < 0 ? say("Over", -room) : say("Left", room);
    left.classList.toggle("over", room < 0);
  };
  const refuse = (sentence: string | null) => {
    refusal.textContent = sentence ?? "";
    show(refusal, sentence !== null);
    if (sentence === null) box.removeAttribute("aria-invalid");
    else box.setAttribute("aria-invalid", "true");
  };
  const reply = (seq: number | null) => {
    replyTo.value = seq === null ? "" : String(seq);
    show(replying, seq !== null);
    const answered = seq !== null && part(`#m-${seq}`);
    if (!answered) return;
    part("span", replying)!.textContent = say("ReplyTo", nameOf(answered));
    if (place.topic === null) topic.value = answered.dataset.ofTopic ?? "";
  };

  box.addEventListener("input", () => {
    grow();
    refuse(null);
    preview.draw();
    typing();
    clearTimeout(keeping);
    keeping = window.setTimeout(() => void outbox.keepDraft(member, place.slug, box.value).catch(() => undefined), 300);
  });
  box.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || (enter.checked && !event.shiftKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const wanting = attaching.wanting();
    if (wanting) return refuse(wanting);
    const files = attaching.files();
    // A picture without a word is said by its description.
    const body = box.value.trim() || files[0]?.description || "";
    if (!body) return refuse(say("BodyEmpty"));
    if (body.length > place.limit) return refuse(say("Over", body.length - place.limit));
    clearTimeout(keeping);
    void enqueue(body, topic.value.trim(), replyTo.value ? Number(replyTo.value) : null, files)
      .finally(() => void outbox.keepDraft(member, place.slug, box.value).catch(() => undefined));
    box.value = "";
    attaching.clear();
    preview.draw();
    grow();
    refuse(null);
    reply(null);
    box.focus();
  });
  part("button", replying)!.addEventListener("click", () => { reply(null); box.focus(); });
  place.root.addEventListener("room:reply", event => { reply((event as CustomEvent<number>).detail); box.focus(); });

  place.root.addEventListener("room:quote", event => {
    const quoted = (event as CustomEvent<string>).detail.split("\n").map(line => `> ${line}`).join("\n");
    box.value = `${box.value.trim() ? `${box.value.trimEnd()}\n\n` : ""}${quoted}\n\n`;
    grow();
    box.focus();
  });

  onRefused((unsent, sentence) => {
    if (box.value.trim()) return false;
    box.value = unsent.body;
    if (place.topic === null) topic.value = unsent.topic;
    reply(unsent.replyToSeq);
    grow();
    refuse(sentence);
    void outbox.keepDraft(member, place.slug, box.value).catch(() => undefined);
    return true;
  });

  show(part("[data-enter]", form), true);
  enter.checked = localStorage.getItem("enter-sends") === "yes";
  enter.addEventListener("change", () => localStorage.setItem("enter-sends", enter.checked ? "yes" : "no"));
  void outbox.draft(member, place.slug).then(text => {
    if (!box.value) box.value = text;
    grow();
  }).catch(() => undefined);
}
