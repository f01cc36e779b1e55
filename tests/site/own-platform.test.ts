import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCatalog, type LocalizedText } from '../../src/index.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-name-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Opens the shop, under a name or without saying one, and tells how it is called among the platforms. */
async function nameAfterOpening(name?: LocalizedText) {
  const catalog = await createCatalog({ folder, name })
  const { ownPlatform, revision } = { ownPlatform: catalog.ownPlatform, revision: catalog.state.revision }
  await catalog.close()
  return { id: ownPlatform.id, name: ownPlatform.name, revision }
}

it('a site is a platform from its first start, keeps the name that it was given, and takes a new one', async () => {
  expect(await nameAfterOpening()).toMatchObject({ name: { vi: 'Phiên chợ OCOP', en: 'OCOP Market' }, revision: 1 })
  const market = { vi: 'Chợ Đắk Lắk' }
  expect(await nameAfterOpening(market)).toEqual({ id: 'storefront', name: market, revision: 2 })
  expect(await nameAfterOpening(market)).toMatchObject({ revision: 2 })
  expect(await nameAfterOpening()).toEqual({ id: 'storefront', name: market, revision: 2 })
})
