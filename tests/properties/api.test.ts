import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import type { Operation } from '../../src/api/operation.js'
import { OPERATIONS } from '../../src/api/operations.js'
import { CatalogError } from '../../src/catalog/errors.js'
import { parse } from '../../src/catalog/parse.js'
import { documentsFrom, goodRecords } from './near-valid.js'

/** What programs send to each operation: in its address, in its query, in its body. */
const SCHEMAS = Object.values<Operation>(OPERATIONS).flatMap(({ id, params, query, body }) =>
  Object.entries({ params, query, body }).flatMap(([place, schema]): [string, z.ZodType][] =>
    schema ? [[`${place} of ${id}`, schema]] : [],
  ),
)

/** Null for what is refused in words; whatever else is thrown is a fault of ours. */
function read(schema: z.ZodType, input: unknown): { readonly value: unknown } | null {
  try {
    return { value: parse(schema, input) }
  } catch (error) {
    if (error instanceof CatalogError) return null
    throw error
  }
}

// What a text may hold is asked where it is kept: `schemas.test.ts` draws the records.
describe.each(SCHEMAS)('The %s', (_name, schema) => {
  it('is refused in words or read, the same when it is read again, and teaches objects nothing', () => {
    const good = goodRecords(schema)
    expect(good.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(documentsFrom(good), (input) => {
        const taken = read(schema, input)
        if (taken) expect(read(schema, taken.value)).toEqual(taken)
        expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
      }),
      { numRuns: 60, seed: 8 },
    )
  })
})
