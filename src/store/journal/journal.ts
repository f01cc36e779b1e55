import type { Committed } from '../../catalog/store.js'
import type { Part, PartLine, Placed } from './journal-lines.js'

/** A commit that waits to be written, in lines where it goes to a file. */
export interface Staged {
  readonly commit: Committed
  readonly lines: Iterable<PartLine>
}

/** The end of a commit in the journal: a file, and the bytes up to there. */
export interface Position {
  readonly file: string
  readonly length: number
}

/** A journal file that was read to its end. */
export interface ScannedFile {
  readonly name: string
  /** Bytes of all files before it. An address in the journal is this base and an offset. */
  readonly base: number
  /** Bytes up to the end of its last whole commit. */
  readonly length: number
  /** The checksum of its last line. */
  readonly checksum: string
  /** Up to its length: its lines, and the CRC-32 of its bytes. */
  readonly lines: number
  readonly crc: number
}

/** A commit as the journal keeps it. */
export interface KeptCommit {
  readonly revision: number
  readonly placed: readonly Placed[]
  /** Null when nothing is kept on disk. */
  readonly end: Position | null
}

/** The list of all commits, oldest first, to which is only ever added. */
export interface Journal {
  stage(commit: Committed): Staged
  /**
   * Adds commits, all or none; they are durable when the promise resolves. One call at a time.
   * @throws {JournalStopped} when the commits could be neither written nor taken back.
   */
  append(batch: readonly Staged[]): Promise<readonly KeptCommit[]>
  /** One part of a commit, by its address. */
  read(address: number): Promise<Part>
  /** The parts with orders or ledger entries that are durable at the time of the call, oldest first. */
  parts(): AsyncIterable<readonly Part[]>
  /** The newest file as far as it is durable; null where there is none. */
  readonly tail: ScannedFile | null
  close(): Promise<void>
}

/** A write failed and its bytes could not be cut off again: nothing more may be written after them. */
export class JournalStopped extends Error {
  override readonly name = 'JournalStopped'
}
