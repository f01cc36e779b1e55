import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as storefront from '../../src/storefront/index.js'
import { signIntoOffice } from '../http/office-person.js'
import { Visitor } from '../http/visitor.js'
import { built } from '../support/built.js'
import { createCatalog } from './built.js'
import { figure, type Table } from './table.js'
import express from 'express'
import type { AddressInfo } from 'node:net'

const { createStorefront } = (await built('storefront/index.js')) as typeof storefront

const PRODUCERS = 400
const ORDERS = 50_000
const BATCH = 10_000
/** From the click to the last byte of the page. */
const PROMISED_MS = 1000
const ROUNDS = 5

/** How long an office waits for its report, and for the rows behind a figure, with 50,000 orders in a folder. */
export async function benchReports(faults: string[]): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-reports-'))
  const catalog = await createCatalog({ folder, clock: () => new Date('2026-11-22T05:00:00Z') })
  await catalog.save({
    platforms: ['postmart', 'voso'].map((id) => ({ id, slug: id, name: { vi: id }, own: false })),
    producers: Array.from({ length: PRODUCERS }, (_, index) => ({
      id: `producer-${index}`,
      slug: `producer-${index}`,
      name: `Cơ sở ${index}`,
      kind: 'household' as const,
      place: { list: '2025-07' as const, province: '66' },
    })),
  })
  for (let done = 0; done < ORDERS; done += BATCH)
    await catalog.recordPlatformSales(
      Array.from({ length: BATCH }, (_, index) => ({
        platformId: 'postmart',
        externalNumber: `PM-${done + index}`,
        from: new Date(Date.UTC(2026, 0, 1) + Math.floor(((done + index) / ORDERS) * 320) * 86_400_000)
          .toISOString()
          .slice(0, 10),
        producerId: `producer-${index % PRODUCERS}`,
        amount: 85_000,
      })),
    )
  const host = express().use(createStorefront({ catalog }))
  const server = host.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const office = await signIntoOffice(new Visitor(server), catalog)
  const origin = (server.address() as AddressInfo).port
  const asked: Readonly<Record<string, string>> = {
    'the half-year of the country': '/office/reports?period=2026-H1',
    'a province, a producer': '/office/reports?period=2026-H2&province=dak-lak&producer=producer-7',
    'the rows behind all transactions': '/office/reports/rows?period=2026&of=transactions',
    'the rows of one producer': '/office/reports/rows?period=2026&producer=producer-7&of=transactions',
    'the rows of a platform without any': '/office/reports/rows?period=2026&platform=voso&of=transactions',
  }
  const rows: string[][] = []
  for (const [name, address] of Object.entries(asked)) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now()
      await office.open(address)
      times.push(performance.now() - start)
      if (office.status !== 200) faults.push(`${address} on port ${origin} answered ${office.status}.`)
    }
    times.sort((a, b) => a - b)
    const middle = times[Math.floor(ROUNDS / 2)] ?? 0
    if (middle > PROMISED_MS) faults.push(`${name}: ${figure(middle)} ms, more than ${PROMISED_MS}.`)
    rows.push([name, `${figure(middle)} ms`, `${figure(times.at(-1) ?? 0)} ms`])
  }
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await catalog.close()
  await rm(folder, { recursive: true, force: true })
  return {
    title: `An office’s report with ${figure(ORDERS)} orders`,
    headings: ['page', 'middle', 'most'],
    rows,
    note: 'From the request to the last byte, by the clock, from a catalog in a folder. Figures come from counts in memory; the rows behind a figure are read from the journal.',
  }
}
