import { expect, it } from 'vitest'
import type { Person } from '../../src/access/actor.js'
import { system } from '../../src/access/actor.js'
import { provinceKey } from '../../src/catalog/places/place.js'
import { openShop } from '../support/shop.js'
import { refusalOf } from '../support/trade.js'

const inTayNinh = (role: 'administrator' | 'importer'): Person => ({
  kind: 'person',
  accountId: 'someone' as Person['accountId'],
  name: 'Lê Văn Tỉnh',
  memberships: [{ front: 'office', role, scope: [provinceKey('2025-07', '80')] }],
})

it('saves for a person what lies within reach and notes each record; the program itself may save anything', async () => {
  const catalog = await openShop()
  const admin = inTayNinh('administrator')
  const { state } = catalog
  const renamed = (id: string, name: string) => ({
    producers: [{ ...state.get('producers', id), version: undefined, changedAt: undefined, name }] as never,
  })
  const strip = (changes: object) => JSON.parse(JSON.stringify(changes)) as never
  await catalog.save(strip(renamed('go-den', 'HKD Gò Đen')), admin)
  expect(state.get('producers', 'go-den').name).toBe('HKD Gò Đen')
  const { entries } = await catalog.audit.search(system('test'), {}, { limit: 1 })
  expect(entries[0]).toMatchObject({
    action: 'producers.save',
    subject: { id: 'go-den' },
    actor: { name: 'Lê Văn Tỉnh' },
  })
  const foreign = await refusalOf(catalog.save(strip(renamed('ea-tu', 'HTX khác')), admin))
  expect(foreign.code).toBe('NOT_FOUND')
  expect((await refusalOf(catalog.save({ stock: [{ sku: 'CF-250', quantity: 5 }] }, admin))).code).toBe('NOT_FOUND')
  const importer = await refusalOf(catalog.save(strip(renamed('go-den', 'HKD')), inTayNinh('importer')))
  expect(importer.code).toBe('FORBIDDEN')
  await catalog.save({ stock: [{ sku: 'SPIRIT', quantity: 5 }] }, admin)
  expect(state.stockOf('SPIRIT')).toBe(10)
})

it('records a platform’s sales for a person in the own provinces alone', async () => {
  const catalog = await openShop()
  await catalog.save({ platforms: [{ id: 'postmart', slug: 'postmart', name: { vi: 'Postmart' }, own: false }] })
  const sale = (externalNumber: string, province: string) => ({
    platformId: 'postmart',
    externalNumber,
    from: '2026-05-01',
    province: province as never,
  })
  const importer = inTayNinh('importer')
  // Long An of then went into the Tây Ninh of today.
  expect(await catalog.recordPlatformSales([sale('1', 'pre-2025-07:80')], importer)).toEqual({ recorded: 1, known: 0 })
  const both = [sale('2', '2025-07:80'), sale('3', '2025-07:66')]
  expect((await refusalOf(catalog.recordPlatformSales(both, importer))).code).toBe('NOT_FOUND')
  expect(await catalog.recordPlatformSales(both)).toEqual({ recorded: 2, known: 0 })
})
