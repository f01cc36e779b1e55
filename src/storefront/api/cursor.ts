import { createHash } from 'node:crypto'
import * as z from 'zod'
import { fieldError } from '../../catalog/errors.js'
import { ParameterFault } from '../answer/parameter-fault.js'

const Position = z.strictObject({ at: z.union([z.int().min(0), z.string().max(500)]), of: z.string().length(11) })

/** What says where in a list, and not which list. */
const PLACES: ReadonlySet<string> = new Set(['cursor', 'page'])

/** What a list was asked, so that a cursor is never read on another list than its own. */
const digestOf = (asked: object): string => {
  const stated = Object.entries(asked).filter(([name, value]) => value !== undefined && !PLACES.has(name))
  const text = JSON.stringify(stated.sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('sha256').update(text).digest('base64url').slice(0, 11)
}

/** Writes where to read on, for the one who asked. */
export const writeCursor = (at: number | string, asked: object): string =>
  Buffer.from(JSON.stringify({ at, of: digestOf(asked) })).toString('base64url')

const refuse = (): ParameterFault => new ParameterFault('query', fieldError('cursor', 'otherList'))

/** @throws {ParameterFault} for what this very list did not give out. */
function readCursor(cursor: string, asked: object): number | string {
  try {
    const { at, of } = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (of === digestOf(asked)) return at
  } catch {
    // Said below, for every reason alike.
  }
  throw refuse()
}

/** The number at which to read on; 0 for the beginning. */
export function readOffset(asked: { readonly cursor?: string | undefined }): number {
  if (asked.cursor === undefined) return 0
  const at = readCursor(asked.cursor, asked)
  if (typeof at !== 'number') throw refuse()
  return at
}

/** The mark at which to read on; null for the beginning. */
export function readMark(asked: { readonly cursor?: string | undefined }): string | null {
  if (asked.cursor === undefined) return null
  const at = readCursor(asked.cursor, asked)
  if (typeof at !== 'string') throw refuse()
  return at
}

/** A part of a list that lies in memory, and where to read on. */
export function takePage<T>(
  all: readonly T[],
  asked: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  size = 50,
): { readonly entries: readonly T[]; readonly next: string | null } {
  const from = readOffset(asked)
  const until = from + (asked.limit ?? size)
  return { entries: all.slice(from, until), next: until < all.length ? writeCursor(until, asked) : null }
}
