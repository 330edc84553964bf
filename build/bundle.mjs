// Bundles every entry into fingerprinted files with a manifest, and compresses them once, here, rather than on each request.
import { readFileSync, readdirSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { built, relative, web } from "./paths.mjs";
import { cutFonts, folder as fontFolder } from "./fonts.mjs";
import { drawIcons } from "./icons.mjs";
import { markPng, markSvg } from "./mark.mjs";
import { drawOutlines } from "./outlines.mjs";

// What everybody downloads on a first visit, compressed. A page script of its own may be larger.
const budgets = { "site.css": 14_000, "site.js": 4_000, "sans.woff2": 22_000, "serif.woff2": 18_000, "outlines-world.svg": 20_000 };

export async function bundle() {
  const fresh = `${built}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await cutFonts();

  const { metafile } = await esbuild.build({
    entryPoints: entries(),
    outdir: fresh,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: ["es2021", "chrome100", "firefox100", "safari15.4"],
    charset: "utf8",
    legalComments: "eof",
    publicPath: "/built",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    // Leaflet's own pictures are not used: our markers are drawn.
    loader: { ".woff2": "file", ".png": "empty" },
    metafile: true,
    logLevel: "warning",
    plugins: [{
      name: "fonts",
      setup: build => build.onResolve({ filter: /^font:/ }, ({ path }) => ({ path: join(fontFolder, path.slice(5)) })),
    }],
  });

  const manifest = {};
  for (const [output, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    if (entryPoint) manifest[logicalName(entryPoint)] = basename(output);
    else if (output.endsWith(".woff2")) manifest[basename(Object.keys(inputs)[0])] = basename(output);
  }
  const add = (name, content) => {
    const [stem, extension] = name.split(".");
    const file = `${stem}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.${extension}`;
    writeFileSync(join(fresh, file), content);
    manifest[name] = file;
  };
  add("mark.svg", markSvg);
  add("mark.png", markPng(180));
  for (const [name, content] of Object.entries(drawOutlines())) add(name, content);

  compress(fresh);
  keepBudgets(fresh, manifest);
  writeFileSync(join(fresh, "icons.json"), JSON.stringify(drawIcons()));
  writeFileSync(join(fresh, "manifest.json"), JSON.stringify(manifest, null, 2));
  rmSync(built, { recursive: true, force: true });
  renameSync(fresh, built);
}

/** `Pages/Rooms/room.entry.ts` becomes `room.js`; `wwwroot/css/site.css` stays `site.css`. */
function entries() {
  const found = readdirSync(join(web, "Pages"), { recursive: true }).filter(file => /\.entry\.(ts|js|css)$/.test(file)).map(file => join(web, "Pages", file));
  const all = {};
  for (const file of [join(web, "wwwroot", "css", "site.css"), ...found]) {
    const name = basename(file).replace(/\.entry\.\w+$|\.css$/, "");
    const key = file.endsWith(".css") ? `${name}.css` : name;
    if (all[key]) throw new Error(`Two entries are named ${key}: ${relative(all[key])} and ${relative(file)}.`);
    all[key] = file;
  }
  return Object.entries(all).map(([out, file]) => ({ in: file, out: out.replace(/\.css$/, "") }));
}

function logicalName(entryPoint) {
  return basename(entryPoint).replace(/\.entry\.css$/, ".css").replace(/\.entry\.(ts|js)$/, ".js");
}

function compress(folder) {
  for (const file of readdirSync(folder).filter(name => /\.(css|js|svg)$/.test(name))) {
    const bytes = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

function keepBudgets(folder, manifest) {
  for (const [name, budget] of Object.entries(budgets)) {
    const sent = name.endsWith(".woff2") ? manifest[name] : `${manifest[name]}.gz`;
    const size = readFileSync(join(folder, sent)).length;
    if (size > budget) throw new Error(`${name} is ${size} bytes over the wire; its budget is ${budget}. A first visit on a slow phone pays for every one.`);
  }
}
