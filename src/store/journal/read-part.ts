import { damaged } from '../failures.js'
import { lineLength, parseLine } from '../disk/line.js'
import type { SharedReaders } from '../disk/shared-readers.js'
import { parsePart, type Part } from './journal-lines.js'
import type { ScannedFile } from './journal.js'
import { JOURNAL } from './scan-journal.js'

/** An order fits into this many bytes, nearly always: one read gets it. */
const READ_AHEAD = 4096

/**
 * Reads one line of the journal by its address.
 *
 * @throws {CatalogError} `STORE_DAMAGED` when it is not as it was written.
 */
export async function readPart(readers: SharedReaders, files: readonly ScannedFile[], address: number): Promise<Part> {
  const file = files.findLast(({ base }) => base <= address)
  if (!file) throw new RangeError(`There is no journal at ${address}.`)
  const offset = address - file.base
  const reader = await readers.get(file.name)
  let bytes = await reader.read(READ_AHEAD, offset)
  const length = lineLength(bytes)
  if (length !== null && length > bytes.length) bytes = await reader.read(length, offset)
  const content = length === null ? null : parseLine(bytes.subarray(0, length - 1))
  if (!content) throw damaged({ file: `${JOURNAL}/${file.name}`, offset }, 'checksum')
  return parsePart(content)
}
