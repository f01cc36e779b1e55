import { setTimeout as delay } from 'node:timers/promises'
import type { OpenFile } from '../disk/files.js'
import { parseLine } from '../disk/line.js'
import { readLines } from '../disk/read-lines.js'
import { parseSynced } from '../journal/journal-lines.js'

/** A write is over, one way or the other, when the file has not changed for so long. */
const QUIET_MS = 5000
const LOOK_MS = 20

/**
 * How much of a journal file that another process is writing is confirmed: up to a mark that says that all before it was
 * on disk, at or after the end that the file has now. So everything that was confirmed before the call is within, and
 * nothing that may yet be refused. When nothing is written for a while, that is the file's end.
 */
export async function confirmedEnd(file: OpenFile): Promise<number> {
  const wanted = await file.size()
  let [size, since] = [wanted, performance.now()]
  for (;;) {
    const mark = await firstMark(file, wanted, size)
    if (mark !== null) return mark
    const now = await file.size()
    if (now !== size) [size, since] = [now, performance.now()]
    else if (performance.now() - since >= QUIET_MS) return size
    else await delay(LOOK_MS)
  }
}

/** Where the first mark stands that lies at or behind an offset and confirms all before it. */
async function firstMark(file: OpenFile, from: number, to: number): Promise<number | null> {
  for await (const lines of readLines(file, from, to))
    for (const { bytes, offset, ended } of lines) {
      const content = ended ? parseLine(bytes) : null
      if (content && parseSynced(content) === offset) return offset
    }
  return null
}
