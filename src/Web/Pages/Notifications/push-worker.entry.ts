// Woken by the browser when a message comes, also while no page is open.
type Told = { title: string; body: string; url: string; tag: string };
type Waiting = Event & { waitUntil(work: Promise<unknown>): void };

const worker = self as unknown as {
  registration: ServiceWorkerRegistration;
  location: Location;
  clients: { openWindow(url: string): Promise<unknown> };
  addEventListener(name: string, hear: (event: never) => void): void;
};

worker.addEventListener("push", (event: Waiting & { data: { json(): Told } | null }) => {
  if (!event.data) return;
  const told = event.data.json();
  event.waitUntil(worker.registration.showNotification(told.title, { body: told.body, tag: told.tag, data: told.url }));
});

worker.addEventListener("notificationclick", (event: Waiting & { notification: Notification }) => {
  event.notification.close();
  const url = new URL(String(event.notification.data), worker.location.origin);
  // Only ever a page of this site.
  if (url.origin === worker.location.origin) event.waitUntil(worker.clients.openWindow(url.href));
});
