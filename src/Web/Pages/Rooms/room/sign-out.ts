import { clear, unsent } from "./outbox";

/**
 * `<form data-signs-out="member-id" data-ask="… ({0}) …">` asks about unsent text before it leaves, and clears it from the
 * device in any case: the next person at a shared phone must not find it.
 */
export function clearOnSignOut() {
  document.querySelectorAll<HTMLFormElement>("form[data-signs-out]").forEach(form => {
    const member = form.dataset.signsOut!;
    let cleared = false;
    form.addEventListener("submit", async event => {
      if (cleared) return;
      event.preventDefault();
      const left = await unsent(member).catch(() => 0);
      if (left > 0 && !confirm(form.dataset.ask!.replace("{0}", String(left)))) return;
      await clear(member).catch(() => undefined);
      cleared = true;
      form.requestSubmit();
    });
  });
}
