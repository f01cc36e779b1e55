import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Tail } from './append-adapter.js'
import { type Report } from '../failures.js'
import type { Files } from '../disk/files.js'
import { FORMAT, toHeaderLine, type Header } from './journal-lines.js'
import { checksumOf } from '../disk/line.js'
import { replaceFile } from '../disk/replace-file.js'
import { JOURNAL, journalFileOf, type TornTail } from './scan-journal.js'

interface Location {
  readonly files: Files
  readonly folder: string
  readonly site: string
}

/**
 * Makes the file of a month, its first line in it. An empty journal file never exists, so one that is found was
 * emptied by somebody. When this throws, the next attempt starts over.
 */
export async function createJournalFile(
  { files, folder, site }: Location,
  month: string,
  after: Header['after'],
): Promise<Tail> {
  const header = toHeaderLine({ format: FORMAT, site, month, after })
  await replaceFile(files, join(folder, JOURNAL, journalFileOf(month)), [header.text])
  return { length: header.bytes, checksum: checksumOf(header.text), lines: 1, crc: crc32(header.text) }
}

/** Cuts a torn tail off, after its bytes were put aside in a file of their own. */
export async function cutTornTail(files: Files, folder: string, torn: TornTail, report: Report): Promise<void> {
  const journal = join(folder, JOURNAL)
  const file = await files.open(join(journal, torn.file), 'change')
  try {
    const bytes = await file.read(torn.to - torn.from, torn.from)
    const aside = await putAside(files, journal, `${torn.file}.torn-at-${torn.from}`, bytes)
    await file.truncate(torn.from)
    await file.sync()
    const [count, name, kept] = [bytes.length, `${JOURNAL}/${torn.file}`, `${JOURNAL}/${aside}`]
    report({
      vi: `Đã cắt ${count} byte cuối của ${name}: một lần ghi dở dang, chưa ai được báo là xong. Giữ lại ở ${kept}.`,
      en: `Cut ${count} bytes off the end of ${name}: a write that was never finished nor confirmed. Kept in ${kept}.`,
    })
  } finally {
    await file.close()
  }
}

/** Writes a file that must not be lost either; takes the next name when the first is taken. */
async function putAside(files: Files, folder: string, name: string, bytes: Buffer): Promise<string> {
  const taken = new Set(await files.list(folder))
  let free = name
  for (let copy = 2; taken.has(free); copy += 1) free = `${name}-${copy}`
  const file = await files.open(join(folder, free), 'create')
  try {
    await file.write(bytes, 0)
    await file.sync()
  } finally {
    await file.close()
  }
  await files.syncFolder(folder)
  return free
}
