// Cuts the fonts down to the letters and weights that the pages use. Both families are under the SIL Open Font Licence.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subset from "subset-font";
import { cache, packages } from "./paths.mjs";

export const folder = join(cache, "fonts");

const ascii = letters(0x20, 0x7e);
const latin1 = letters(0xa0, 0xff);
const titles = "áéíóúüñÁÉÍÓÚÜÑçãõôêâàèïö";
const punctuation = "‘’“”–—…·•′″€™→←↑↓−≤≥≈½";
const sans = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const serif = "@fontsource-variable/source-serif-4/files/source-serif-4";

const fonts = [
  { name: "sans.woff2", from: `${sans}-latin-wght-normal.woff2`, text: ascii + latin1 + punctuation, axes: { wght: { min: 400, max: 700 } } },
  // Names from Łódź to İzmir; fetched only by a page that shows such a letter.
  { name: "sans-ext.woff2", from: `${sans}-latin-ext-wght-normal.woff2`, text: letters(0x100, 0x17f) + letters(0x218, 0x21b) + letters(0x1e00, 0x1eff), axes: { wght: { min: 400, max: 700 } } },
  // Titles and pulled quotes only: one weight, drawn for large sizes.
  { name: "serif.woff2", from: `${serif}-latin-opsz-normal.woff2`, text: ascii + titles + "¿¡«»\u00a0" + punctuation, axes: { wght: 600, opsz: 36 } },
  // The letters of other languages in the west of Europe, for a title that has one.
  { name: "serif-ext.woff2", from: `${serif}-latin-opsz-normal.woff2`, text: [...letters(0xc0, 0xff)].filter(letter => !titles.includes(letter)).join(""), axes: { wght: 600, opsz: 36 } },
];

/** Writes the subsets into the cache folder, and leaves those that are newer than this recipe and their package. */
export async function cutFonts() {
  mkdirSync(folder, { recursive: true });
  for (const { name, from, text, axes } of fonts) {
    const source = join(packages, from);
    const target = join(folder, name);
    const newest = Math.max(statSync(source).mtimeMs, statSync(fileURLToPath(import.meta.url)).mtimeMs);
    if (existsSync(target) && statSync(target).mtimeMs > newest) continue;
    writeFileSync(target, await subset(readFileSync(source), text, { targetFormat: "woff2", variationAxes: axes }));
  }
}

function letters(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}
