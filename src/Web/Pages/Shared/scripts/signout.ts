/** Before somebody signs out of a shared phone: text that only this device has is asked about, the rest goes silently. */
export function askBeforeSignOut() {
  document.addEventListener("click", event => {
    const sign = (event.target as Element).closest?.("a[href='/account/logout'], [data-sign-out]");
    if (!sign) return;
    try {
      const mine = `draft:${document.querySelector<HTMLElement>("a[data-account]")?.dataset.account}:`;
      const kept = Object.keys(localStorage).filter(name => name.startsWith(mine));
      if (kept.some(name => localStorage[name].includes('"sent":false'))) {
        event.preventDefault();
        location.href = "/stories/unsent";
      } else if (sign.matches("[data-sign-out]")) kept.forEach(name => localStorage.removeItem(name));
    } catch {
      // storage is switched off, so nothing was kept
    }
  });
}
