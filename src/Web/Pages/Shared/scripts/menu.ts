/** A `<details data-menu>` opens and closes without script; this closes it on Escape and on a press elsewhere. */
export function closeMenus() {
  const open = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");
  document.addEventListener("click", event => {
    open().forEach(menu => menu.contains(event.target as Node) || (menu.open = false));
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    open().forEach(menu => {
      menu.open = false;
      menu.querySelector("summary")!.focus();
    });
  });
}
