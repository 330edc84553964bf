// Turns notifications on in this browser, after a press and never before.
const form = document.querySelector<HTMLFormElement>("form[data-push]");

if (form && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    void turnOn(form);
  });
} else document.querySelector<HTMLElement>("[data-push-cannot]")?.removeAttribute("hidden");

async function turnOn(form: HTMLFormElement) {
  const status = form.querySelector<HTMLElement>("[data-push-status]")!;
  const say = (key: "refused" | "failed") => (status.textContent = status.dataset[key]!);
  try {
    if ((await Notification.requestPermission()) !== "granted") return say("refused");
    await navigator.serviceWorker.register(form.dataset.worker!);
    const worker = await navigator.serviceWorker.ready;
    // A subscription made for another key of the site would never be heard.
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    const made = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.push! })).toJSON();
    const fill = (name: string, value = "") => (form.querySelector<HTMLInputElement>(`[name='Input.${name}']`)!.value = value);
    fill("Endpoint", made.endpoint);
    fill("P256dh", made.keys?.p256dh);
    fill("Auth", made.keys?.auth);
    form.submit();
  } catch {
    say("failed");
  }
}
