import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

/** Gives every pixel the nearest of 32 steps of each colour, so that a picture has few of them. */
export function posterize(picture: PNG): PNG {
  const { data } = picture;
  for (let at = 0; at < data.length; at++)
    data[at] = ((data[at] ?? 0) & 0xf8) | ((data[at] ?? 0) >> 5);
  return picture;
}

/**
 * A picture as a PNG of one byte a pixel, which pngjs does not write: a quarter of the size. It keeps the
 * 256 colours that are there most often; any other, at the edge of a letter, becomes the nearest of them.
 */
export function paletted({ width, height, data }: PNG): Buffer {
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const color = data.readUInt32BE(at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  const kept = sorted.slice(0, 256);
  const palette = new Map(
    sorted.map((color, index) => [color, index < 256 ? index : nearest(color, kept)]),
  );
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const index = palette.get(data.readUInt32BE(pixel * 4)) ?? 0;
    rows[pixel + 1 + Math.floor(pixel / width)] = index;
  }
  const colors = Buffer.from(kept.flatMap(parts));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const parts = (color: number) => [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255];

/** The index of the nearest colour. */
function nearest(color: number, kept: readonly number[]): number {
  const distances = kept.map((other) =>
    parts(other).reduce((sum, part, at) => sum + Math.abs(part - (parts(color)[at] ?? 0)), 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** PNG (W3C), section 5.3: length, type, data, and a checksum of the last two. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
