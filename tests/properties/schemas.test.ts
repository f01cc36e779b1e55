import fc from 'fast-check'
import type * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { AuditEntry } from '../../src/catalog/audit.js'
import { COLLECTION_NAMES, COLLECTIONS } from '../../src/catalog/collections.js'
import { CatalogError } from '../../src/catalog/errors.js'
import { Order } from '../../src/catalog/order.js'
import { parse } from '../../src/catalog/parse.js'
import { Transaction } from '../../src/catalog/transaction.js'
import { documentsFrom, goodRecords } from './near-valid.js'

/** Never kept: controls, invisible and bidirectional characters, halves of letters. Line ends belong to paragraphs. */
const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u

/** No text of a record is longer; the longest is a story of a producer. */
const LONGEST_TEXT = 20_000

const SCHEMAS: readonly (readonly [string, z.ZodType])[] = [
  ...COLLECTION_NAMES.map((name) => [name, COLLECTIONS[name].schema] as const),
  ['orders', Order],
  ['transactions', Transaction],
  ['auditEntries', AuditEntry],
]

/** The trail and the undoing of imports repeat here what records held, as it was checked then. */
const REPEATED: ReadonlySet<string> = new Set(['before', 'after'])

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      yield key
      if (!REPEATED.has(key)) yield* textsIn(inner)
    }
}

function parsed(schema: z.ZodType, input: unknown): unknown {
  try {
    return parse(schema, input)
  } catch (error) {
    if (error instanceof CatalogError) return undefined
    throw error
  }
}

describe.each(SCHEMAS)('The schema of %s', (_name, schema) => {
  it('refuses in words or keeps whole: no control characters, NFC, bounded, the same when it is read again', () => {
    const good = goodRecords(schema)
    expect(good.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(documentsFrom(good), (input) => {
        const record = parsed(schema, input)
        if (record === undefined) return
        for (const text of textsIn(record)) {
          expect(text).not.toMatch(FORBIDDEN)
          expect(text).toBe(text.normalize('NFC'))
          expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT)
        }
        const kept: unknown = JSON.parse(JSON.stringify(record))
        expect(JSON.parse(JSON.stringify(parse(schema, kept)))).toEqual(kept)
        expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
      }),
      { numRuns: 250, seed: 8 },
    )
  })
})
