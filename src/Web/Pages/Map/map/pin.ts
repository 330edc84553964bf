// The pin on its own small map: dragged, clicked or moved with the arrow keys; the fields of the form say the same.
import { DivIcon, Map, Marker } from "leaflet";
import { drawOutlines } from "./outlines";
import { nameTowns } from "./towns";
import type { Found } from "./offers";

const decimals = 5;
const step = 8, largeStep = 40;
const zoomOf: Record<string, number> = { country: 4, region: 6, town: 11, section: 12 };

export class PinMap {
  private map?: Map;
  private pin?: Marker;
  private readonly place: HTMLElement;
  private readonly latitude: HTMLInputElement;
  private readonly longitude: HTMLInputElement;
  private readonly of: HTMLInputElement;
  private readonly said: HTMLElement;

  constructor(private readonly picker: HTMLElement) {
    const find = <T extends HTMLElement>(name: string) => picker.querySelector<T>(`[data-pin-${name}]`)!;
    this.place = find("map");
    this.latitude = find("latitude");
    this.longitude = find("longitude");
    this.of = find("of");
    this.said = find("said");
    const [latitude, longitude] = [this.latitude, this.longitude].map(field => Number.parseFloat(field.value));
    if (Number.isFinite(latitude) && Number.isFinite(longitude) && Math.abs(latitude) <= 90) this.show(latitude, longitude, zoomOf.town);
    for (const field of [this.latitude, this.longitude]) field.addEventListener("change", () => this.follow());
  }

  goTo({ id, kind, latitude, longitude }: Found): void {
    this.of.value = id;
    this.show(latitude, longitude, zoomOf[kind] ?? zoomOf.town);
    this.write(latitude, longitude);
  }

  private show(latitude: number, longitude: number, zoom: number): void {
    this.place.hidden = false;
    if (!this.map) this.begin();
    this.map!.setView([latitude, longitude], zoom, { animate: false });
    this.pin!.setLatLng([latitude, longitude]);
  }

  private begin(): void {
    this.map = new Map(this.place, { zoomSnap: 0.5, minZoom: 1, maxZoom: 18 });
    this.map.attributionControl.setPrefix(false);
    this.map.setView([0, 0], 2, { animate: false });
    this.place.setAttribute("role", "group");
    this.place.setAttribute("aria-label", this.picker.dataset.pinMap!);
    drawOutlines(this.map, this.picker.dataset.outlines!.split(" "));
    nameTowns(this.map);
    const label = this.picker.dataset.pinLabel!;
    this.pin = new Marker([0, 0], {
      icon: new DivIcon({
        className: "map-pin", iconSize: [44, 44], iconAnchor: [22, 42],
        html: '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 22s7-7 7-12a7 7 0 1 0-14 0c0 5 7 12 7 12Z"/><circle cx="12" cy="10" r="2.5"/></svg>',
      }),
      draggable: true, autoPan: true, title: label, alt: label,
    }).addTo(this.map);
    const element = this.pin.getElement()!;
    element.setAttribute("aria-label", label);
    element.dataset.pin = "";
    element.addEventListener("keydown", event => this.nudge(event));
    this.pin.on("dragend", () => this.moved());
    this.map.on("click", event => { this.pin!.setLatLng(event.latlng); this.moved(); });
  }

  /** Steps on the screen, so that looking closer moves it finer. */
  private nudge(event: KeyboardEvent): void {
    const by = event.shiftKey ? largeStep : step;
    const move = { ArrowUp: [0, -by], ArrowDown: [0, by], ArrowLeft: [-by, 0], ArrowRight: [by, 0] }[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    const point = this.map!.latLngToContainerPoint(this.pin!.getLatLng()).add([move[0], move[1]]);
    this.pin!.setLatLng(this.map!.containerPointToLatLng(point));
    this.moved();
    if (!this.map!.getBounds().pad(-0.1).contains(this.pin!.getLatLng())) this.map!.panTo(this.pin!.getLatLng());
  }

  private moved(): void {
    const { lat, lng } = this.pin!.getLatLng().wrap();
    this.write(lat, lng);
    const [latitude, longitude] = [this.latitude.value, this.longitude.value];
    this.said.textContent = this.picker.dataset.pinMoved!.replace("{0}", latitude).replace("{1}", longitude);
  }

  private write(latitude: number, longitude: number): void {
    this.latitude.value = latitude.toFixed(decimals);
    this.longitude.value = longitude.toFixed(decimals);
  }

  private follow(): void {
    const [latitude, longitude] = [this.latitude, this.longitude].map(field => Number.parseFloat(field.value.replace(",", ".")));
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) this.show(latitude, longitude, this.map?.getZoom() ?? zoomOf.town);
  }
}
