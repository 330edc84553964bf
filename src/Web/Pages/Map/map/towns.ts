// Names of the largest towns in view, where no tiles bring their own.
import { DivIcon, LayerGroup, type Map, Marker } from "leaflet";

const fromZoom = 5;

type Town = { id: string; name: string; latitude: number; longitude: number };

export function nameTowns(map: Map): void {
  const labels = new LayerGroup().addTo(map);
  let asked = 0;
  const show = async () => {
    const turn = ++asked;
    if (map.getZoom() < fromZoom) { labels.clearLayers(); return; }
    const view = map.getBounds();
    const answer = await fetch(`/api/places/within?bbox=${[view.getWest(), Math.max(-90, view.getSouth()), view.getEast(), Math.min(90, view.getNorth())].join(",")}`).catch(() => null);
    if (!answer?.ok || turn !== asked) return;
    const { items } = await answer.json() as { items: Town[] };
    labels.clearLayers();
    for (const town of apart(map, items))
      new Marker([town.latitude, town.longitude], {
        icon: new DivIcon({ className: "map-town", html: escaped(town.name.split(",")[0]), iconSize: [0, 0] }), interactive: false, keyboard: false,
      }).addTo(labels);
  };
  map.on("moveend", () => void show());
  void show();
}

/** The larger ones first; what would stand on another's name is left out. */
function apart(map: Map, towns: Town[]): Town[] {
  const kept: { town: Town; x: number; y: number }[] = [];
  for (const town of towns) {
    const { x, y } = map.latLngToContainerPoint([town.latitude, town.longitude]);
    if (!kept.some(other => Math.abs(other.x - x) < 110 && Math.abs(other.y - y) < 26)) kept.push({ town, x, y });
  }
  return kept.map(({ town }) => town);
}

const escaped = (text: string) => { const node = document.createElement("i"); node.textContent = text; return node.innerHTML; };
