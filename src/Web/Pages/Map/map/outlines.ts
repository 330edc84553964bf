// Draws the base map from the outlines that were made at build: the whole world at once, finer parts when somebody looks closer.
import { LatLng, LayerGroup, type Map, Polygon, Polyline, SVG } from "leaflet";

type Part = { file: string; west: number; east: number };

const finerFrom = 4;
const kinds = { land: "m-land", coast: "m-coast", borders: "m-border", states: "m-state" };

/** The files in their order: the world, the Americas, Europe and Africa, Asia and the Pacific; with what each reaches over. */
export function drawOutlines(map: Map, files: string[]): void {
  const [world, americas, europeAfrica, asiaPacific] = files;
  const renderer = new SVG({ padding: 0.4 });
  const finer: Part[] = [
    { file: americas, west: -180, east: -20 },
    { file: europeAfrica, west: -32, east: 66 },
    { file: asiaPacific, west: 19, east: 180 },
  ];
  const drawn = new globalThis.Map<string, Promise<LayerGroup>>();
  const get = (file: string) => {
    if (!drawn.has(file)) drawn.set(file, load(file, file === world, renderer));
    return drawn.get(file)!;
  };

  const show = async () => {
    const view = map.getBounds();
    const wanted = map.getZoom() < finerFrom ? [world] : finer.filter(part => part.west < view.getEast() && view.getWest() < part.east).map(part => part.file);
    const layers = await Promise.all((wanted.length > 0 ? wanted : [world]).map(get)).catch(() => []);
    if (layers.length === 0) return;
    for (const other of await Promise.all(drawn.values())) if (!layers.includes(other)) other.remove();
    for (const layer of layers) layer.addTo(map);
  };
  map.on("moveend", show);
  void show();
}

async function load(file: string, isWorld: boolean, renderer: SVG): Promise<LayerGroup> {
  const svg = new DOMParser().parseFromString(await (await fetch(file)).text(), "image/svg+xml").documentElement;
  const units = Number(svg.getAttribute("viewBox")!.split(" ")[2]);
  const group = new LayerGroup();
  for (const [id, className] of Object.entries(kinds)) {
    const path = svg.querySelector(`#${id === "coast" && isWorld ? "land" : id}`)?.getAttribute("d");
    if (!path) continue;
    const lines = read(path, units);
    const how = { renderer, className, interactive: false, smoothFactor: 0.5 };
    group.addLayer(id === "land" ? new Polygon(lines, how) : new Polyline(lines, how));
  }
  return group;
}

/** "M10,20l1,0 0,1Z…" in units of the file: an absolute point, then steps from one to the next. */
function read(path: string, units: number): LatLng[][] {
  return path.split("M").filter(Boolean).map(line => {
    const [start, steps = ""] = line.replace("Z", "").split("l");
    let [x, y] = start.split(",").map(Number);
    const points = [pointOf(x, y, units)];
    for (const step of steps.split(" ").filter(Boolean)) {
      const [right, down] = step.split(",").map(Number);
      points.push(pointOf(x += right, y += down, units));
    }
    return points;
  });
}

function pointOf(x: number, y: number, units: number): LatLng {
  const degrees = 180 / Math.PI;
  return new LatLng(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / units))) * degrees, x / units * 360 - 180);
}
