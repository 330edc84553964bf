// The map that moves: takes the place of the drawing, asks for what is in view and keeps list and address in step.
import { Control, DivIcon, LatLngBounds, LayerGroup, Map, Marker, Popup, TileLayer } from "leaflet";
import { drawOutlines } from "./outlines";
import { nameTowns } from "./towns";

type Single = { id: string; kind: string; title: string; url: string; precision: string; standing?: string };
type Cluster = { cluster: true; count: number; layers: Record<string, number>; expansionZoom: number };
type Feature = { geometry: { coordinates: [number, number] }; properties: Single | Cluster };

const people: [[number, number], [number, number]] = [[-57, -170], [78, 180]];

export function showMap(place: HTMLElement): void {
  const said = document.querySelector<HTMLElement>("[data-map-said]")!;
  const words = place.dataset as Record<string, string>;
  const query = new URLSearchParams(words.query);
  for (const own of ["bbox", "zoom", "page", "place"]) query.delete(own);

  place.replaceChildren();
  const map = new Map(place, {
    zoomControl: false, worldCopyJump: true, minZoom: 1, maxZoom: 18, zoomSnap: 0.5, maxBoundsViscosity: 0.5,
    fadeAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  new Control.Zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.attributionControl.setPrefix(false);
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", words.label);
  document.querySelector("[data-map-steps]")?.setAttribute("hidden", "");
  map.fitBounds(boundsOf(words.bbox), { animate: false });

  drawOutlines(map, words.outlines.split(" "));
  if (words.tiles) new TileLayer(words.tiles, { attribution: words.attribution }).addTo(map);
  else nameTowns(map);

  const marks = new LayerGroup().addTo(map);
  let turn = 0;
  const refresh = async (moved: boolean) => {
    const mine = ++turn;
    const asked = new URLSearchParams(query);
    // At first exactly what the list beside it says; the screen may be wider than that.
    asked.set("bbox", moved ? boxOf(map.getBounds()) : words.bbox);
    asked.set("zoom", String(Math.floor(map.getZoom())));
    const answer = await fetch(`/api/map/features?${asked}`).catch(() => null);
    if (mine !== turn) return;
    if (!answer?.ok) {
      tell(said, words.failed);
      window.setTimeout(() => { if (mine === turn) void refresh(moved); }, 5000);
      return;
    }
    said.classList.add("visually-hidden");
    const { features } = await answer.json() as { features: Feature[] };
    draw(map, marks, features, words);
    if (moved && words.embedded === "no") await follow(words.url, asked, said, () => mine === turn);
  };
  map.on("moveend", () => void refresh(true));
  void refresh(false);
  highlight(marks);
  offerNearMe(map, said);
}

/** Where the device is goes nowhere but into the view that is asked for. */
function offerNearMe(map: Map, said: HTMLElement): void {
  const near = document.querySelector<HTMLButtonElement>("[data-map-near]");
  if (!near || !("geolocation" in navigator)) return;
  near.hidden = false;
  near.addEventListener("click", () => map.locate({ setView: true, maxZoom: 10 }));
  map.on("locationerror", () => tell(said, near.dataset.mapNear!));
}

/** Seen as well as read out. */
function tell(said: HTMLElement, sentence: string): void {
  said.textContent = sentence;
  said.classList.remove("visually-hidden");
}

function draw(map: Map, marks: LayerGroup, features: Feature[], words: Record<string, string>): void {
  // Whoever stands on a marker with the keyboard keeps standing there.
  const focused = (document.activeElement as HTMLElement | null)?.dataset?.mark;
  marks.clearLayers();
  for (const { geometry: { coordinates: [longitude, latitude] }, properties } of features) {
    const mark = "cluster" in properties ? clusterOf(map, properties, [latitude, longitude], words) : singleOf(properties, [latitude, longitude], words);
    mark.addTo(marks);
    const element = mark.getElement()!;
    element.dataset.mark = "id" in properties ? properties.id : `${latitude},${longitude}`;
    if (element.dataset.mark === focused) element.focus();
  }
}

function clusterOf(map: Map, { count, expansionZoom }: Cluster, at: [number, number], words: Record<string, string>): Marker {
  const size = Math.round(32 + 6 * Math.log10(count));
  const label = words.cluster.replace("{0}", String(count));
  const mark = new Marker(at, {
    icon: new DivIcon({ className: "map-mark map-cluster", html: count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`, iconSize: [size, size] }), title: label, alt: label,
  });
  const open = () => map.setView(at, Math.min(expansionZoom, map.getMaxZoom()));
  mark.on("click", open).on("keypress", event => { if ((event as unknown as { originalEvent: KeyboardEvent }).originalEvent.key === "Enter") open(); });
  mark.on("add", () => mark.getElement()?.setAttribute("aria-label", label));
  return mark;
}

function singleOf({ id, kind, title, url, precision, standing }: Single, at: [number, number], words: Record<string, string>): Marker {
  const mark = new Marker(at, {
    icon: new DivIcon({ className: "map-mark", html: `<svg class="dot" viewBox="0 0 24 24" aria-hidden="true"><use href="#sign-${standing ?? kind}"/></svg>`, iconSize: [44, 44] }), title, alt: title,
  });
  const says = document.createElement("div");
  const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
  if (words.embedded === "yes") Object.assign(link, { target: "_blank", rel: "noopener" });
  says.append(link);
  if (precision !== "exact") says.append(Object.assign(document.createElement("p"), { textContent: precision === "near" ? words.near : words.region }));
  mark.bindPopup(new Popup({ closeButton: true }).setContent(says));
  mark.on("popupopen", () => link.focus());
  mark.on("popupclose", () => mark.getElement()?.focus());
  mark.on("add", () => { const element = mark.getElement()!; element.setAttribute("aria-label", title); element.dataset.marker = id; });
  return mark;
}

/** List and address say what is in view, so that it can be shared. */
async function follow(path: string, asked: URLSearchParams, said: HTMLElement, isCurrent: () => boolean): Promise<void> {
  const list = document.querySelector<HTMLElement>("[data-map-view]");
  if (!list) return;
  const answer = await fetch(`${path}?handler=List&${asked}`, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || !isCurrent()) return;
  // Only the list: the server wrote it, with every word in it escaped.
  list.innerHTML = await answer.text();
  history.replaceState(null, "", `${path}?${asked}`);
  said.textContent = list.querySelector("#inview")?.textContent ?? "";
}

/** Pointing at a row, or reaching it by keyboard, shows its marker, and the other way round. */
function highlight(marks: LayerGroup): void {
  const list = document.querySelector<HTMLElement>("[data-map-view]");
  const on = (id: string | undefined, isOn: boolean) => {
    if (!id) return;
    list?.querySelector(`.row[data-marker="${id}"]`)?.classList.toggle("row-on", isOn);
    marks.eachLayer(layer => { const element = (layer as Marker).getElement(); if (element?.dataset.marker === id) element.classList.toggle("is-on", isOn); });
  };
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]])
    for (const [type, isOn] of [[begin, true], [end, false]] as const)
      document.addEventListener(type, event => on((event.target as Element).closest<HTMLElement>(".row[data-marker], .map-mark[data-marker]")?.dataset.marker, isOn));
}

function boundsOf(text: string): LatLngBounds {
  const [west, south, east, north] = text.split(",").map(Number);
  if (west === -180 && east === 180) return new LatLngBounds(people);
  return new LatLngBounds([south, west], [north, west > east ? east + 360 : east]);
}

const boxOf = (bounds: LatLngBounds) => [bounds.getWest(), Math.max(-90, bounds.getSouth()), bounds.getEast(), Math.min(90, bounds.getNorth())].map(part => Number(part.toFixed(5))).join(",");
