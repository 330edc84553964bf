import { showMap } from "./map/view";

for (const place of document.querySelectorAll<HTMLElement>("[data-map]")) showMap(place);
