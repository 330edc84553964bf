// Lucide icons (ISC licence) as the inner part of an SVG, for the names listed in src/Web/Look/icons.txt.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packages, web } from "./paths.mjs";

export function drawIcons() {
  const names = readFileSync(join(web, "Look", "icons.txt"), "utf8").split("\n").map(line => line.trim()).filter(Boolean);
  return Object.fromEntries(names.map(name => [name, innerOf(name)]));
}

function innerOf(name) {
  const file = join(packages, "lucide-static", "icons", `${name}.svg`);
  if (!existsSync(file)) throw new Error(`src/Web/Look/icons.txt asks for "${name}", which Lucide does not have.`);
  return readFileSync(file, "utf8").replace(/<!--.*?-->|<svg[^>]*>|<\/svg>/gs, "").replace(/\s+/g, " ").replace(/> </g, "><").replace(/ \/>/g, "/>").trim();
}
