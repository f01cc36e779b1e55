import type { OpenFile } from './files.js'

/** A line as it stands in a file, without its line end. `ended` is false for the last one when its end is missing. */
export interface RawLine {
  readonly offset: number
  readonly bytes: Buffer
  readonly ended: boolean
}

const CHUNK = 256 * 1024
const LINE_END = 0x0a

/**
 * Reads the lines between two positions, a chunk of them at a time, so that other work goes on in between. The bytes of
 * a chunk's lines are gone with the next one: all lie in the same memory, since what is let go in pieces does not go back
 * to the system.
 */
export async function* readLines(file: OpenFile, from: number, to: number): AsyncGenerator<RawLine[]> {
  const room = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(0, to - from)))
  let rest: Buffer[] = []
  let offset = from
  for (let position = from; position < to;) {
    const chunk = await file.read(Math.min(CHUNK, to - position), position, room)
    if (chunk.length === 0) break
    position += chunk.length
    const lines: RawLine[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      const piece = chunk.subarray(start, end)
      const bytes = rest.length > 0 ? Buffer.concat([...rest, piece]) : piece
      lines.push({ offset, bytes, ended: true })
      rest = []
      offset += bytes.length + 1
      start = end + 1
    }
    if (start < chunk.length) rest.push(Buffer.from(chunk.subarray(start)))
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) yield [{ offset, bytes: Buffer.concat(rest), ended: false }]
}
