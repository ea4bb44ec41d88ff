import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** A colour as one number: red, green and blue, eight bits each. */
type Color = number;

const most = 64;

/** The picture with few colours: a fraction of the size, and on a page's plain areas no loss to be seen. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(png);
  const colors = Array.from({ length: width * height }, (_, at) => data.readUIntBE(at * 4, 3));
  const palette = choose(colors);
  const nearest = new Map(palette.map((color, index) => [color, index]));
  const rows = Buffer.alloc((width + 1) * height);
  colors.forEach((color, at) => {
    const index = nearest.get(color) ?? closest(palette, color);
    nearest.set(color, index);
    // Each row begins with the number of its filter: none.
    rows[at + Math.floor(at / width) + 1] = index;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, which are an index.
  header.set([8, 3], 8);
  const entries = Buffer.alloc(palette.length * 3);
  palette.forEach((color, index) => entries.writeUIntBE(color, index * 3, 3));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours that are there most, none too much like another. */
function choose(colors: readonly Color[]): Color[] {
  const counts = new Map<Color, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const chosen: Color[] = [];
  for (const [color] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (chosen.length === most) break;
    // The plain areas keep theirs, however little they differ.
    const isPlain = chosen.length < 12;
    if (isPlain || chosen.every((other) => distance(color, other) > 300)) chosen.push(color);
  }
  return chosen;
}

function closest(palette: readonly Color[], color: Color): number {
  const distances = palette.map((other) => distance(color, other));
  return distances.indexOf(Math.min(...distances));
}

function distance(a: Color, b: Color): number {
  const part = (shift: number) => ((a >> shift) & 255) - ((b >> shift) & 255);
  return part(16) ** 2 + part(8) ** 2 + part(0) ** 2;
}

/** PNG, "5.3 Chunk layout". */
function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
