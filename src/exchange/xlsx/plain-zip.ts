import { crc32 } from 'node:zlib'

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x800

/** What the local header and the directory say alike of one file: from the version needed to the length of the name. */
function facts(name: Buffer, bytes: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(UTF8_NAMES, 2)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const number = (value: number, length: 2 | 4): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}

/**
 * Packs parts that were checked into an archive of our own making, without compression. Whoever reads it sees these
 * parts and nothing that the original said differently in another place.
 */
export function toPlainZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of parts) {
    const name = Buffer.from(path)
    const described = facts(name, bytes)
    const file = Buffer.concat([number(LOCAL, 4), described, name, bytes])
    directory.push(number(ENTRY, 4), number(VERSION, 2), described, Buffer.alloc(10), number(offset, 4), name)
    files.push(file)
    offset += file.length
  }
  const listed = Buffer.concat(directory)
  const end = [number(END, 4), Buffer.alloc(4), number(parts.size, 2), number(parts.size, 2)]
  return Buffer.concat([...files, listed, ...end, number(listed.length, 4), number(offset, 4), number(0, 2)])
}
