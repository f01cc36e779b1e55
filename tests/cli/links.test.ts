import path from 'node:path'
import { expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { PlatformSite } from '../links/platform-site.js'
import { stockShop } from '../support/shop.js'
import { Shell } from './run-ocop.js'

it('ocop links check looks at the links that are due, counts what it found, and asks nobody twice in a week', async () => {
  const [site, shell] = [new PlatformSite(), await Shell.open()]
  await site.open()
  const catalog = await createCatalog({ folder: path.join(shell.folder, 'shop') })
  await stockShop(catalog)
  const common = { productId: 'mat-ong', status: 'orderable' as const, listedOn: '2026-01-05' }
  await catalog.save({
    platforms: ['postmart', 'voso'].map((id) => ({ id, slug: id, name: { vi: id }, own: false })),
    listings: [
      { ...common, id: 'a', platformId: 'postmart', url: `${site.origin}/con` },
      { ...common, id: 'b', platformId: 'voso', url: `${site.origin}/mat` },
    ],
  })
  await catalog.close()
  const check = (...more: string[]) => shell.ocop(['links', 'check', '--data', 'shop', '--delay', '0', ...more])
  const { exitCode, out } = await check('--inside-host', '127.0.0.1')
  expect(exitCode).toBe(0)
  expect(out).toMatch(/alive +1\n/)
  expect(out).toMatch(/gone +1\n/)
  expect(out).toContain('To do: 1.')
  const asked = site.requests.length
  expect((await check('--inside-host', '127.0.0.1')).out).toBe('No link is due for a check.')
  // Without leave it asks nothing of the own network.
  expect((await check('--all')).out).toMatch(/unreachable +2/)
  expect(site.requests).toHaveLength(asked)
  expect((await check('--delay', 'soon')).exitCode).toBe(2)
  site.close()
  await shell.close()
})
