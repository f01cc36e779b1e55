import { deflateSync } from 'node:zlib'
import { encode, renderSVG } from 'uqr'

/** Modules of white around the code, as the standard asks for. */
const BORDER = 4
const PIXELS_PER_MODULE = 10

const OPTIONS = { ecc: 'M', border: BORDER } as const

/** A QR code as an address that a page can show at once, without asking for it. */
export const qrAddress = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { ...OPTIONS, pixelSize: 4 }))}`

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

const crc32 = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

/** One chunk of a PNG file: length, kind, contents, checksum. */
function chunk(kind: string, contents: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), contents])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(contents.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** One row of pixels, a bit each: 1 is white. */
function toRow(modules: readonly boolean[]): Buffer {
  const row = Buffer.alloc(1 + Math.ceil((modules.length * PIXELS_PER_MODULE) / 8))
  for (let x = 0; x < modules.length * PIXELS_PER_MODULE; x += 1)
    if (!modules[Math.floor(x / PIXELS_PER_MODULE)]) row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  return row
}

/** A QR code as a PNG picture of black and white: what banks' apps read from a phone's own pictures. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, OPTIONS)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size * PIXELS_PER_MODULE, 0)
  header.writeUInt32BE(size * PIXELS_PER_MODULE, 4)
  header[8] = 1
  const rows = data.flatMap((modules) => Array<Buffer>(PIXELS_PER_MODULE).fill(toRow(modules)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
