import { crc32 } from 'node:zlib'

/**
 * Every line of the journal and of a checkpoint is a JSON array of its checksum, its length and its content:
 *
 *     ["5cf2f3a1","00000027",{"synced":1048}]
 *
 * The checksum is the CRC-32 of the content's UTF-8 bytes in hexadecimal, the length their number. JSON has no line
 * ends of its own, so a reader finds the next line again after one that is damaged.
 */
const HEAD = '["00000000","00000000",'.length
const FRAME = HEAD + ']\n'.length
const FORM = /^\["([0-9a-f]{8})","(\d{8})",$/

export interface Line {
  readonly text: string
  /** Bytes in UTF-8, line end included. */
  readonly bytes: number
}

/** The most bytes that the eight digits of a length can say. */
const LONGEST = 99_999_999

const headOf = (crc: number, length: number): string => {
  if (length > LONGEST) throw new RangeError(`A line holds at most ${LONGEST} bytes, not ${length}.`)
  return `["${crc.toString(16).padStart(8, '0')}","${String(length).padStart(8, '0')}",`
}

/** @throws {RangeError} for content beyond 99,999,999 bytes, which no record comes near. */
export function toLine(content: string): Line {
  const length = Buffer.byteLength(content)
  return { text: `${headOf(crc32(content), length)}${content}]\n`, bytes: length + FRAME }
}

/** The most bytes that a line with this content can take. */
export const roomForLine = (content: string): number => content.length * 3 + FRAME

/**
 * Puts a line into memory that has room for it; gives back where it ends.
 *
 * @throws {RangeError} as {@link toLine} does.
 */
export function putLine(content: string, into: Buffer, at: number): number {
  const start = at + HEAD
  const end = start + into.write(content, start, 'utf8')
  into.write(headOf(crc32(into.subarray(start, end)), end - start), at, 'latin1')
  into.write(']\n', end, 'latin1')
  return end + ']\n'.length
}

const read = (bytes: Buffer, start: number, end: number): string => bytes.toString('latin1', start, end)

const announcedLength = (bytes: Buffer): number | null => {
  const match = FORM.exec(read(bytes, 0, HEAD))
  return match ? Number(match[2]) : null
}

/** The checksum that a line states, to tell it from other lines. */
export const checksumOf = (line: string | Buffer): string =>
  typeof line === 'string' ? line.slice(2, 10) : read(line, 2, 10)

/** The content of a line, handed in without its line end, as UTF-8; null unless length and checksum agree. */
export function parseLine(bytes: Buffer): Buffer | null {
  const length = announcedLength(bytes)
  if (length === null || bytes.length !== length + FRAME - 1 || bytes[bytes.length - 1] !== 0x5d) return null
  const content = bytes.subarray(HEAD, HEAD + length)
  return crc32(content) === parseInt(checksumOf(bytes), 16) ? content : null
}

/** Bytes of the whole line that begins here, line end included; null when this is no beginning of a line. */
export function lineLength(bytes: Buffer): number | null {
  const length = announcedLength(bytes)
  return length === null ? null : length + FRAME
}

/**
 * True for what a write leaves that was cut short: a line without its end and shorter than it says, or one with blocks
 * that never reached the disk, which read as NUL. A whole line with a wrong checksum is something else: damage.
 */
export function isUnfinished({ bytes, ended }: { bytes: Buffer; ended: boolean }): boolean {
  if (bytes.includes(0)) return true
  return !ended && (bytes.length < HEAD || bytes.length < (lineLength(bytes) ?? 0))
}
