import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonSchemaOf, RECORD_NAMES } from '../../src/catalog/json-schema.js'
import { recordDocs } from '../support/record-docs.js'

describe('the JSON Schema of a record', () => {
  it.each(RECORD_NAMES)('of a %s refuses fields that it does not name', (name) => {
    expect(jsonSchemaOf(name)).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it('states the limits that the parser holds', () => {
    const { properties } = jsonSchemaOf('product') as { properties: Record<string, { properties?: object }> }
    expect(properties['slug']).toMatchObject({
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      examples: ['ca-phe-buon-ma-thuot'],
    })
    expect(properties['name']?.properties).toMatchObject({ vi: { minLength: 1, maxLength: 200 } })
  })
})

it('docs/records.md is what the schemas say; if not, run `npm run docs:records`', () => {
  expect(readFileSync(new URL('../../docs/records.md', import.meta.url), 'utf8')).toBe(recordDocs())
})
