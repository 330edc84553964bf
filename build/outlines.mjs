// The base map as SVG paths in Web Mercator: a light one of the whole world and a finer one for each third of it.
// Sources: Natural Earth (public domain) in the npm package world-atlas, US Census states in us-atlas.
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";

const require = createRequire(import.meta.url);
const northEnd = 85.05112878;

/** Units from west to east; the finer files hold a third of the world each, by the middle of each country's islands and mainland. */
const coarse = 4_096, fine = 65_536;
const thirds = {
  americas: middle => middle < -30,
  "europe-africa": middle => middle >= -30 && middle < 60,
  "asia-pacific": middle => middle >= 60,
};

/** File name to content. In the light one the edge of the land is the coast; the finer ones keep the coast apart, because their land comes by country. */
export function drawOutlines() {
  const world = require("world-atlas/countries-110m.json"), detail = require("world-atlas/countries-50m.json"), us = require("us-atlas/states-10m.json");
  const states = mesh(us, us.objects.states, (a, b) => a !== b).coordinates;
  const files = {
    "outlines-world.svg": svg(coarse, { land: ringsOf(world, "land"), borders: bordersOf(world), states: states.map(line => thinned(line)) }),
  };
  const finer = { land: ringsOf(detail, "countries"), coast: coastOf(detail), borders: bordersOf(detail), states };
  for (const [name, belongs] of Object.entries(thirds))
    files[`outlines-${name}.svg`] = svg(fine, Object.fromEntries(Object.entries(finer).map(([id, paths]) => [id, paths.filter(path => belongs(middleOf(path)))])));
  return files;
}

// Nobody lives in Antarctica, and Mercator makes it as large as all the rest.
const isInhabited = path => path.some(([, lat]) => lat > -60);

const ringsOf = (atlas, of) => feature(atlas, atlas.objects[of]).features
  .flatMap(({ geometry }) => geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat()).filter(isInhabited).flatMap(cutRing);

const bordersOf = atlas => mesh(atlas, atlas.objects.countries, (a, b) => a !== b).coordinates.flatMap(cutLine);

const coastOf = atlas => mesh(atlas, atlas.objects.countries, (a, b) => a === b).coordinates.filter(isInhabited).flatMap(cutLine);

/** The atlas goes on behind the date line as on a globe; a flat map has to cut there. */
function cutRing(ring) {
  const whole = unrolled(ring);
  return [-360, 0, 360].map(turn => clipped(clipped(whole.map(([lon, lat]) => [lon + turn, lat]), -180, 1), 180, -1)).filter(piece => piece.length > 3);
}

function cutLine(line) {
  const pieces = [[line[0]]];
  for (const [at, point] of line.entries())
    if (at > 0) Math.abs(point[0] - line[at - 1][0]) > 180 ? pieces.push([point]) : pieces.at(-1).push(point);
  return pieces;
}

function unrolled(ring) {
  let turn = 0;
  return ring.map(([lon, lat], at) => {
    if (at > 0) turn -= 360 * Math.round((lon - ring[at - 1][0]) / 360);
    return [lon + turn, lat];
  });
}

/** What of a ring lies east (side 1) or west (side -1) of a meridian (Sutherland and Hodgman 1974). */
function clipped(ring, meridian, side) {
  const inside = ([lon]) => (lon - meridian) * side >= 0;
  const kept = ring.flatMap((point, at) => {
    const before = ring[(at + ring.length - 1) % ring.length];
    if (inside(before) === inside(point)) return inside(point) ? [point] : [];
    const part = (meridian - before[0]) / (point[0] - before[0]);
    const edge = [meridian, before[1] + part * (point[1] - before[1])];
    return inside(point) ? [edge, point] : [edge];
  });
  return kept.length > 0 ? [...kept, kept[0]] : [];
}

/** Between the ends of its longest reach from west to east. */
function middleOf(points) {
  const lons = points.map(([lon]) => lon);
  return (Math.min(...lons) + Math.max(...lons)) / 2;
}

/** State lines are drawn for a screen ten times finer than the world's. */
const thinned = line => line.filter((point, at) => at === 0 || at === line.length - 1 || at % 4 === 0);

function svg(units, parts) {
  const paths = Object.entries(parts).map(([id, drawn]) => `<path id="${id}" vector-effect="non-scaling-stroke" d="${drawn.map(path => draw(path, units, id === "land")).join("")}"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${units} ${units}">${paths}</svg>`;
}

function draw(points, units, closed) {
  let [x, y] = [NaN, NaN], path = "", count = 0;
  for (const point of points) {
    const [toX, toY] = project(point, units);
    if (toX === x && toY === y) continue;
    path += count === 0 ? `M${toX},${toY}` : `${count === 1 ? "l" : " "}${toX - x},${toY - y}`;
    [x, y] = [toX, toY];
    count++;
  }
  // What has shrunk to a dot or a line of one step is not worth its letters.
  return count < (closed ? 4 : 2) ? "" : closed ? `${path}Z` : path;
}

function project([lon, lat], units) {
  const φ = Math.max(-northEnd, Math.min(northEnd, lat)) * Math.PI / 180;
  return [(lon + 180) / 360, (1 - Math.asinh(Math.tan(φ)) / Math.PI) / 2].map(part => Math.round(part * units));
}
