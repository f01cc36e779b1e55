import process from 'node:process'
import * as vitest from 'vitest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../../src/store/postgres/index.js'
import { describeStore } from '../../../src/testing/index.js'
import { serverForTests } from '../../support/postgres-server.js'

const server = await serverForTests()
let schemas = 0

describe.skipIf(server === null).each([
  ['Asia/Ho_Chi_Minh', -420],
  ['UTC', 0],
])('where process and database keep the time of %s,', (zone, offset) => {
  const zoneBefore = process.env['TZ']
  beforeAll(() => void (process.env['TZ'] = zone))
  afterAll(() => void (process.env['TZ'] = zoneBefore))

  it('a date is one of that zone', () => {
    expect(new Date('2026-11-22T05:00:00Z').getTimezoneOffset()).toBe(offset)
  })

  describeStore(vitest, 'the PostgreSQL store', async () => {
    const options = {
      url: `${server?.url ?? ''}?options=-c%20TimeZone%3D${encodeURIComponent(zone)}`,
      schema: `shop_${(schemas += 1)}`,
      onWarning: () => undefined,
    }
    return { store: await openPostgresStore(options), reopen: () => openPostgresStore(options) }
  })
})

afterAll(() => server?.stop())
