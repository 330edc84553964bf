/** `<p hidden data-counts="field-id" data-left="{0} left" data-over="{0} too many">` says the room left, to eyes and ears, in the last fifth. */
export function countLetters() {
  document.querySelectorAll<HTMLElement>("[data-counts]").forEach(says => {
    const field = document.getElementById(says.dataset.counts!) as HTMLTextAreaElement | null;
    const limit = Number(says.dataset.limit);
    if (!field || !limit) return;
    const spoken = says.parentElement!.querySelector<HTMLElement>("[data-spoken]");
    let wait = 0;
    const count = () => {
      // A line break travels as two characters and is counted so by the server.
      const left = limit - field.value.replace(/\r?\n/g, "\r\n").length;
      const text = (left < 0 ? says.dataset.over! : says.dataset.left!).replace("{0}", Math.abs(left).toLocaleString(document.documentElement.lang));
      says.hidden = left > limit / 5;
      says.textContent = text;
      says.classList.toggle("over", left < 0);
      clearTimeout(wait);
      if (spoken && !says.hidden) wait = window.setTimeout(() => (spoken.textContent = text), 1200);
    };
    field.addEventListener("input", count);
    count();
  });
}
