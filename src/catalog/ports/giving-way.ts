import { MOST_SENT_FILES, type SentFile } from './sent-files.js'

/** A file that is kept, with what decides how long. */
export interface KeptFile {
  readonly file: Pick<SentFile, 'accountId'>
  /** In bytes. */
  readonly size: number
  /** When its time is over, in milliseconds since 1970. */
  readonly until: number
}

/**
 * Which of the files, given oldest first, give way: those whose time is over, and the oldest of more than may be kept. One
 * that gives way takes no room from those that are older.
 */
export function listGivingWay<Kept extends KeptFile>(files: readonly Kept[], now: Date): Kept[] {
  const { ofOne, ofAll, bytes } = MOST_SENT_FILES
  const stay: Kept[] = []
  let size = 0
  return [...files].reverse().filter((kept) => {
    const own = stay.filter(({ file }) => file.accountId === kept.file.accountId)
    const fits = stay.length === 0 || (size + kept.size <= bytes && stay.length < ofAll && own.length < ofOne)
    if (!fits || kept.until <= now.getTime()) return true
    size += kept.size
    stay.push(kept)
    return false
  })
}
