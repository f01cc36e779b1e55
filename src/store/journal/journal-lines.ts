import * as z from 'zod'
import { CatalogError } from '../../catalog/errors.js'
import type { AuditEntry } from '../../catalog/audit.js'
import type { Committed, Put, StockMovement } from '../../catalog/store.js'
import type { Transaction } from '../../catalog/transaction.js'
import { toLine, type Line } from '../disk/line.js'

/** What one line of the journal holds of a commit: all of it, unless the commit is large. */
export interface Part {
  readonly puts: readonly Put[]
  readonly transactions: readonly Transaction[]
  readonly stock: readonly StockMovement[]
  readonly audit: readonly AuditEntry[]
  /** When its commit was written, for one that was read from a journal. */
  readonly at?: string | undefined
}

/** A part together with where the journal keeps it, so that its orders and entries can be read back. */
export interface Placed {
  readonly address: number
  readonly part: Part
}

/** A part as the content of a line. */
export interface PartLine {
  readonly content: string
  readonly part: Part
}

/** A commit of so few items is kept in one line, whatever their size. */
const FEW = 20

/** A line grows to about this many characters before a commit goes on in the next one. */
const LINE_SIZE = 64 * 1024

/** Orders, ledger and audit entries are read back from their line; a line without any need not be read again. */
const needsReading = ({ puts, transactions, audit }: Part): boolean =>
  transactions.length > 0 || audit.length > 0 || puts.some(({ collection }) => collection === 'orders')

function toPartLine(revision: number, at: string, part: Part, texts: Texts, more: boolean): PartLine {
  const holds = needsReading(part) ? 'trade' : 'catalog'
  const auditText = part.audit.length > 0 ? `,"audit":[${texts.audit.join()}]` : ''
  const content =
    `{"revision":${revision},"holds":"${holds}",${more ? '"more":true,' : ''}"at":"${at}"` +
    `,"puts":[${texts.puts.join()}],"transactions":[${texts.transactions.join()}],"stock":[${texts.stock.join()}]${auditText}}`
  return { content, part }
}

type Texts = Record<Exclude<keyof Part, 'at'>, string[]>

const emptyTexts = (): Texts => ({ puts: [], transactions: [], stock: [], audit: [] })
const emptyPart = () => ({
  puts: [] as Put[],
  transactions: [] as Transaction[],
  stock: [] as StockMovement[],
  audit: [] as AuditEntry[],
})

/**
 * The lines by which the journal keeps a commit. All but the last say that there is `more`; only with the last one is
 * the commit whole.
 */
export function toPartLines(commit: Committed, at: string): Iterable<PartLine> {
  const { puts, transactions, stock, audit } = commit
  const items = puts.length + transactions.length + stock.length + audit.length
  return items <= FEW ? [toWholeLine(commit, at)] : inParts(commit, at)
}

/** A commit of few items in one line, as nearly all are. */
function toWholeLine(commit: Committed, at: string): PartLine {
  const { revision, puts, transactions, stock, audit } = commit
  const said = { revision, holds: needsReading(commit) ? 'trade' : 'catalog', at, puts, transactions, stock }
  const content = JSON.stringify(audit.length > 0 ? { ...said, audit } : said)
  return { content, part: commit }
}

function* inParts(commit: Committed, at: string): Generator<PartLine> {
  let part = emptyPart()
  let texts = emptyTexts()
  let size = 0
  for (const kind of ['puts', 'transactions', 'stock', 'audit'] as const)
    for (const item of commit[kind]) {
      if (size >= LINE_SIZE) {
        yield toPartLine(commit.revision, at, part, texts, true)
        part = emptyPart()
        texts = emptyTexts()
        size = 0
      }
      const text = JSON.stringify(item)
      ;(part[kind] as unknown[]).push(item)
      texts[kind].push(text)
      size += text.length
    }
  yield toPartLine(commit.revision, at, part, texts, false)
}

/** What a part line says before its contents: enough to skip it. */
export interface PartHead {
  readonly revision: number
  readonly holds: 'catalog' | 'trade'
  readonly more: boolean
}

const PART = /^\{"revision":(\d+),"holds":"(catalog|trade)",("more":true,)?/

export function parsePartHead(content: Buffer): PartHead | null {
  const match = PART.exec(content.toString('latin1', 0, 80))
  return match && { revision: Number(match[1]), holds: match[2] as PartHead['holds'], more: match[3] !== undefined }
}

/** The contents of a part line; its checksum has shown that they are as they were written. */
export function parsePart(content: Buffer): Part {
  const part = JSON.parse(content.toString()) as Omit<Part, 'audit'> & Partial<Part>
  return { ...part, audit: part.audit ?? [] }
}

/** The content of the line that begins every write: all before it was on disk, `synced` bytes, when it was written. */
export const toSyncedContent = (synced: number): string => `{"synced":${synced}}`

export function parseSynced(content: Buffer): number | null {
  const match = /^\{"synced":(\d+)\}$/.exec(content.toString('latin1', 0, 40))
  return match && Number(match[1])
}

/**
 * The format of journal and checkpoint that this version writes, and the newest that it reads. Format 2 added the audit
 * trail and further collections; a folder of format 1 is read as it is, and marked anew when it is opened.
 */
export const FORMAT = 2

/** The first line of a journal file. `after` names the file before it and how it ended. */
const Header = z.object({
  format: z.int(),
  site: z.string(),
  month: z.string(),
  after: z.object({ file: z.string(), length: z.int(), checksum: z.string() }).nullable(),
})
export type Header = z.infer<typeof Header>

export const toHeaderLine = (header: Header): Line => toLine(JSON.stringify(header))

/** @throws {CatalogError} `STORE_NEWER` */
export function parseHeader(content: Buffer, file: string): Header | null {
  const json: unknown = JSON.parse(content.toString())
  refuseNewer(json, file)
  return Header.safeParse(json).data ?? null
}

/** @throws {CatalogError} `STORE_NEWER` when something states a format that this version does not know. */
export function refuseNewer(json: unknown, file: string): void {
  const found = z.object({ format: z.number() }).safeParse(json).data?.format
  if (found !== undefined && found > FORMAT)
    throw new CatalogError('STORE_NEWER', { details: { file, found, known: FORMAT } })
}
