// Asks Lighthouse, as on a phone, about pages of the published program. Ends with 1 when a page is worse than promised.
//   node lighthouse.mjs <HealthDoers.Web.dll> <folder with node_modules>
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const promised = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const rounds = 5;

const [program, packages] = process.argv.slice(2).map(path => resolve(path));
const packaged = createRequire(join(packages, "package.json"));
const from = async name => import(pathToFileURL(packaged.resolve(name)));
const { default: lighthouse } = await from("lighthouse");
const { launch } = await from("chrome-launcher");

const data = mkdtempSync(join(tmpdir(), "healthdoers-lighthouse-"));
const site = `http://127.0.0.1:${await freePort()}`;
const server = spawn("dotnet", [program, "--urls", site, "--environment", "Production"], {
  cwd: dirname(program),
  env: { ...process.env, Data__Folder: data, Site__PublicUrl: site, RateLimits__Enabled: "false" },
  stdio: "ignore",
});
const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
});
try {
  await answers(`${site}/health/ready`);
  const story = /<h3[^>]*><a href="(\/stories\/[^"]+)"/.exec(await (await fetch(`${site}/stories`)).text())[1];
  let broken = 0;
  for (const path of ["/", "/stories", story]) broken += await judge(path);
  process.exitCode = broken > 0 ? 1 : 0;
} finally {
  chrome.kill();
  server.kill("SIGKILL");
  await new Promise(ended => server.exitCode !== null || server.signalCode !== null ? ended() : server.once("exit", ended));
  rmSync(data, { recursive: true, force: true });
}

/** Speed is a matter of luck, so it is the median of several; what else is wrong with a page is wrong every time. */
async function judge(path) {
  const first = await ask(path, Object.keys(promised));
  const speeds = [first];
  while (speeds.length < rounds) speeds.push(await ask(path, ["performance"]));
  const scores = Object.fromEntries(Object.entries(first.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
  scores.performance = speeds.map(({ categories }) => Math.round(categories.performance.score * 100)).sort((a, b) => a - b)[Math.floor(rounds / 2)];
  console.log(`${path}  ${Object.entries(scores).map(([name, score]) => `${name} ${score}`).join(", ")}`);
  const missed = Object.keys(promised).filter(name => scores[name] < promised[name]);
  for (const name of missed) for (const { id, weight } of first.categories[name].auditRefs) {
    const { score, title, displayValue = "" } = first.audits[id];
    if (weight > 0 && score !== null && score < 1) console.log(`    ${name}: ${title} (${id}) ${displayValue}`);
  }
  return missed.length;
}

async function ask(path, onlyCategories, again = 2) {
  const { lhr } = await lighthouse(site + path, { port: chrome.port, onlyCategories, logLevel: "silent" });
  if (!lhr.runtimeError) return lhr;
  // On a crowded machine it may lose its own recording of a visit, and asks to be run again.
  if (again === 0) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  return ask(path, onlyCategories, again - 1);
}

async function answers(address) {
  for (let tries = 0; ; tries++) {
    if (await fetch(address).then(answer => answer.ok, () => false)) return;
    if (tries > 300) throw new Error(`${address} did not answer.`);
    await new Promise(done => setTimeout(done, 200));
  }
}

function freePort() {
  return new Promise(found => {
    const asked = createServer().listen(0, "127.0.0.1", () => {
      const { port } = asked.address();
      asked.close(() => found(port));
    });
  });
}
