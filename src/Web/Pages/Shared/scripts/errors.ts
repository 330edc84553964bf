/** After a refused form the list of what to put right comes first, for eyes and screen readers alike. */
export function focusErrors() {
  document.querySelector<HTMLElement>("[data-errors]")?.focus();
}
