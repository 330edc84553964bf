/** `/stories/new#id` comes back to text that only this device has. */
export function takeUp(form: HTMLFormElement) {
  const id = location.hash.slice(1);
  if (!/^[0-9a-f-]{36}$/.test(id) || form.dataset.known !== "false") return;
  form.dataset.draft = id;
  form.querySelector<HTMLInputElement>("[name=Draft]")!.value = id;
}
