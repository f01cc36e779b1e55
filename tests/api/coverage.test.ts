import path from 'node:path'
import { expect, it } from 'vitest'
import type { Operation } from '../../src/api/operation.js'
import { OPERATIONS } from '../../src/api/operations.js'
import { allRoutes } from '../../src/storefront/fronts/all-routes.js'
import { PAGE_COVERAGE } from './page-coverage.js'

const DOC = path.resolve(import.meta.dirname, '../../docs/api-coverage.md')
const operations: Readonly<Record<string, Operation>> = OPERATIONS
const routes = await allRoutes()
const addresses = routes.map((route) => `${route.method.toUpperCase()} ${route.path}`)

/** Operations that do what no page does. */
const BEYOND_PAGES: Readonly<Record<string, string>> = {
  listSubmissions: 'the producer’s home shows them',
  recordBankNotice: 'a bank tells of transfers',
}

function toDocument(): string {
  const rows = addresses.map((address) => {
    const { operations: names = [], reason = '' } = PAGE_COVERAGE[address] ?? {}
    return `| \`${address}\` | ${names.map((name) => `\`${name}\``).join(', ') || `– ${reason}`} |`
  })
  return [
    '# What the pages do, and the operation of the API that does it',
    '',
    'Made from the routes by `npx vitest run tests/api/coverage.test.ts -u`, which also refuses a route without an entry. The entries stand in `tests/api/page-coverage.ts`.',
    '',
    '| page | operations, or why there is none |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n')
}

it('each address of the pages has an operation of the API, or a reason why not; the docs say the same', async () => {
  expect(addresses.filter((address) => !PAGE_COVERAGE[address])).toEqual([])
  expect(Object.keys(PAGE_COVERAGE).filter((address) => !addresses.includes(address))).toEqual([])
  const named = Object.values(PAGE_COVERAGE).flatMap(({ operations: names = [] }) => names)
  expect(named.filter((name) => !operations[name])).toEqual([])
  const unnamed = Object.keys(operations).filter((name) => !named.includes(name) && !BEYOND_PAGES[name])
  expect(unnamed).toEqual([])
  await expect(toDocument()).toMatchFileSnapshot(DOC)
})

it('every change heeds an Idempotency-Key, every condition names what it is about, and names are told once', () => {
  for (const [id, operation] of Object.entries(operations)) {
    expect(operation.id).toBe(id)
    expect(operation.conditional === undefined, id).toBe(operation.changes === undefined)
  }
  const reading = ['quote', 'followOrder', 'orderAgain', 'recordBankNotice', 'followFeedback', 'openMyData']
  const trying = ['beginPayment', 'previewImport', 'trySearchRule', 'pullSource']
  const changing = Object.values(operations).filter(({ method }) => method !== 'get')
  const unkeyed = changing.filter(({ idempotency }) => idempotency === undefined).map(({ id }) => id)
  expect(unkeyed.toSorted()).toEqual([...reading, ...trying].toSorted())
  const places = Object.values(operations).map(({ method, path: address }) => `${method} ${address}`)
  expect(new Set(places).size).toBe(places.length)
})
