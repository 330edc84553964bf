/** `<input type="checkbox" data-shows="field-id">` shows what was typed; it is hidden again before the form leaves. */
export function showPasswords() {
  document.querySelectorAll<HTMLInputElement>("[data-shows]").forEach(tick => {
    const field = document.getElementById(tick.dataset.shows!) as HTMLInputElement | null;
    if (!field) return;
    tick.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
    tick.addEventListener("change", () => (field.type = tick.checked ? "text" : "password"));
    field.form?.addEventListener("submit", () => (field.type = "password"));
  });
}
