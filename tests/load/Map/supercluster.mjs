// npm supercluster on the same points, for the bench: builds its index, then answers views; prints one line of JSON.
import { readFileSync } from "node:fs";
import Supercluster from "supercluster";

const features = JSON.parse(readFileSync(process.argv[2], "utf8")).features;
const builds = [], asks = [];
let index;
for (let round = 0; round < 3; round++) {
  const since = performance.now();
  index = new Supercluster({ radius: 40, extent: 256, maxZoom: 20 }).load(features);
  builds.push(performance.now() - since);
}
const views = JSON.parse(readFileSync(process.argv[3], "utf8"));
for (const { box, zoom } of views) {
  const since = performance.now();
  index.getClusters(box, zoom);
  asks.push(performance.now() - since);
}
const middle = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log(JSON.stringify({ build: middle(builds), ask: middle(asks), megabytes: process.memoryUsage().rss / 2 ** 20 }));
