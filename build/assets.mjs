// Styles, scripts, fonts, icons, outlines and the gazetteer: installs the npm packages when the lock file changed,
// then rebuilds src/Web/wwwroot/built when one of its sources changed. Safe to run twice at once.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { built, cache, relative, root, web } from "./paths.mjs";

const lock = join(cache, "assets.lock");
const stamp = join(built, ".sources");

await alone(async () => {
  installPackages();
  const { writeGazetteer } = await import("./gazetteer.mjs");
  writeGazetteer();
  const sources = fingerprintSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  const { bundle } = await import("./bundle.mjs");
  await bundle();
  writeFileSync(stamp, sources);
});

/** Only one build at a time may touch node_modules and the built folder. */
async function alone(work) {
  mkdirSync(cache, { recursive: true });
  for (let waited = 0; !takeLock(); waited++) {
    if (waited > 3000) throw new Error(`Another asset build holds ${relative(lock)}. If none is running, delete that folder.`);
    await new Promise(done => setTimeout(done, 200));
  }
  try { await work(); } finally { rmSync(lock, { recursive: true, force: true }); }
}

function takeLock() {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (holderIsGone()) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function holderIsGone() {
  try {
    const pid = Number(readFileSync(join(lock, "pid"), "utf8"));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === "ESRCH") return true;
    // The folder is there and the number is not: give its maker a moment to write it.
    try { return Date.now() - statSync(lock).mtimeMs > 5000; } catch { return false; }
  }
}

/** The stamp is written after an installation has ended well and names the lock file that it followed. */
function installPackages() {
  const wanted = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
  const have = join(root, "node_modules", ".installed");
  if (existsSync(have) && readFileSync(have, "utf8") === wanted) return;
  const npm = spawnSync("npm", ["ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  if (npm.status !== 0) {
    console.error("npm ci did not finish. Check the connection to your npm registry, then build again.");
    process.exit(1);
  }
  writeFileSync(have, wanted);
}

function fingerprintSources() {
  const hash = createHash("sha256");
  for (const file of [join(root, "package-lock.json"), ...filesUnder(join(root, "build")), ...filesUnder(web)]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["bin", "obj", "built", "data"].includes(entry.name) ? [] : filesUnder(path);
    return /\.(css|ts|js|mjs|txt|svg)$/.test(entry.name) ? [path] : [];
  });
}
