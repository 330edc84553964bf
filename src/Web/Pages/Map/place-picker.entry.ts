import { offerPlaces } from "./map/offers";
import { PinMap } from "./map/pin";

for (const picker of document.querySelectorAll<HTMLElement>("[data-place-picker]")) {
  const pin = new PinMap(picker);
  offerPlaces(picker, place => pin.goTo(place));
}
