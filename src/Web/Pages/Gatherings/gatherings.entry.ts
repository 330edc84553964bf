// Two things that only a browser knows: the reader's own time, and the zone to begin with.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const language = document.documentElement.lang;

/** What a clock in this zone shows, to compare two of them. */
const wall = (zone: string | undefined, at: Date) =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(at);

document.querySelectorAll<HTMLElement>("[data-your-time]").forEach(line => {
  const { yourTime, short, starts, ends, zone } = line.dataset;
  const [from, to] = [new Date(Number(starts)), new Date(Number(ends))];
  if (wall(zone, from) === wall(undefined, from)) return;
  const day: Intl.DateTimeFormatOptions = short ? { weekday: "short", day: "numeric", month: "short" } : { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const span = new Intl.DateTimeFormat(language, { ...day, hour: "numeric", minute: "2-digit" }).formatRange(from, to);
  line.textContent = yourTime!.replace("{0}", span).replace("{1}", here.replace(/_/g, " "));
  line.hidden = false;
});

document.querySelectorAll<HTMLSelectElement>("select[data-own-zone]").forEach(choice => {
  if (!choice.value && [...choice.options].some(option => option.value === here)) choice.value = here;
});

// How often and until when is asked of those who said that it repeats.
const more = document.querySelector<HTMLDetailsElement>("[data-repeating]");
document.querySelector<HTMLSelectElement>("[name='Input.Repeats']")?.addEventListener("change", event => {
  if (more) more.open = (event.target as HTMLSelectElement).value !== "No";
});
