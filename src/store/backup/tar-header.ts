/** A file in an archive of the kind that `tar` reads and writes (POSIX ustar). */
export interface Entry {
  /** Relative, with slashes. */
  readonly name: string
  readonly size: number
  /** In whole seconds. */
  readonly changedAt: number
}

export const BLOCK = 512
/** A name is kept in two fields, the second for the folders before a slash. */
const NAME = 100
const PREFIX = 155

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`

/** The checksum counts its own field as blanks. */
const checksum = (header: Buffer): number =>
  header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0)

function split(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= NAME) return ['', name]
  const cut = name.indexOf('/', Math.max(0, name.length - NAME - 1))
  const [prefix, rest] = [name.slice(0, Math.max(0, cut)), name.slice(cut + 1)]
  if (cut < 1 || Buffer.byteLength(prefix) > PREFIX || Buffer.byteLength(rest) > NAME)
    throw new RangeError(`The name is too long for an archive: ${name}`)
  return [prefix, rest]
}

export function toHeader({ name, size, changedAt }: Entry): Buffer {
  const header = Buffer.alloc(BLOCK)
  const [prefix, rest] = split(name)
  header.write(rest, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(changedAt, 12), 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345)
  header.write(octal(checksum(header), 8), 148)
  return header
}

const text = (header: Buffer, from: number, length: number): string =>
  header.toString('utf8', from, from + length).replace(/\0.*$/s, '')

/** Null for the empty block at the end. @throws {RangeError} for what is no plain file of an archive. */
export function parseHeader(header: Buffer): Entry | null {
  if (header.every((byte) => byte === 0)) return null
  const number = (from: number, length: number): number => parseInt(text(header, from, length).trim(), 8)
  const [prefix, rest] = [text(header, 345, PREFIX), text(header, 0, NAME)]
  const name = prefix ? `${prefix}/${rest}` : rest
  const isSafe = name.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\:]/.test(name)
  if (number(148, 8) !== checksum(header) || text(header, 156, 1) !== '0' || !isSafe)
    throw new RangeError('This is no archive of a backup.')
  return { name, size: number(124, 12), changedAt: number(136, 12) }
}
