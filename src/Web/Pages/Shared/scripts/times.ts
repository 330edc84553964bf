const shapes: Record<string, Intl.DateTimeFormatOptions> = {
  moment: { day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit" },
  clock: { hour: "numeric", minute: "2-digit" },
};

/** `<time data-local="moment|clock">` arrives in UTC and says so; here it takes the reader's own zone. */
export function tellLocalTimes(within: ParentNode) {
  within.querySelectorAll<HTMLTimeElement>("time[data-local]").forEach(time => {
    const at = new Date(time.dateTime);
    if (isNaN(at.getTime())) return;
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, shapes[time.dataset.local!]).format(at);
    time.removeAttribute("data-local");
  });
}
