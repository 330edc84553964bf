import { clear, unsent } from "./outbox";

/**
 * Where `_Unsent` stands on a page with a way to sign out: asks about text that was not sent, and clears it from the
 * device before the sign-out leaves. The next person at a shared phone must not find it.
 */
export function clearOnSignOut() {
  const { unsentOf: member, ask } = document.querySelector<HTMLElement>("[data-unsent-of]")?.dataset ?? {};
  if (!member || !ask) return;
  let cleared = false;
  document.querySelectorAll<HTMLElement>("[data-sign-out]").forEach(button => {
    const form = button.closest("form")!;
    button.addEventListener("click", async event => {
      if (cleared) return;
      event.preventDefault();
      const left = await unsent(member).catch(() => 0);
      if (left > 0 && !confirm(ask.replace("{0}", String(left)))) return;
      await clear(member).catch(() => undefined);
      cleared = true;
      form.requestSubmit(button);
    });
  });
}
