// The bright spot as a picture for browser tabs and home screens. No rasterizer is needed for three circles.
import { deflateSync } from "node:zlib";

const rings = [
  { radius: 0.5, colour: [246, 201, 160] },
  { radius: 0.34, colour: [18, 48, 42] },
  { radius: 0.28, colour: [212, 84, 26] },
];

export const markSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${rings
  .map(({ radius, colour }) => `<circle cx="12" cy="12" r="${radius * 24}" fill="rgb(${colour})"/>`).join("")}</svg>`;

/** A square PNG, on paper where a home screen would otherwise show black. */
export function markPng(size) {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) rows.set(colourAt((x + 0.5) / size - 0.5, (y + 0.5) / size - 0.5, size), y * (size * 3 + 1) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function colourAt(x, y, size) {
  const distance = Math.hypot(x, y);
  return rings.reduce((under, { radius, colour }) => {
    const cover = Math.min(1, Math.max(0, (radius - 0.04 - distance) * size + 0.5));
    return under.map((value, i) => Math.round(value + (colour[i] - value) * cover));
  }, [247, 244, 234]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
