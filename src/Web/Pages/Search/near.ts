/** "Near me" asks the device where it is, rounds that to a kilometre, and searches around it. Nothing is kept. */
export function near(button: HTMLButtonElement) {
  if (!navigator.geolocation) return;
  button.hidden = false;
  const said = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const address = new URL(location.href);
        address.searchParams.set("place", `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)},80`);
        address.searchParams.delete("page");
        location.assign(address);
      },
      () => {
        button.disabled = false;
        if (said) said.textContent = button.dataset.failed ?? "";
      },
      { maximumAge: 600_000, timeout: 10_000 });
  });
}
