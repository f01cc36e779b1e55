import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { system } from '../../src/access/actor.js'
import { createCatalog } from '../../src/index.js'
import { stockShop } from '../support/shop.js'
import { orderOf, PHONE } from '../care/desk.js'
import { Shell } from './run-ocop.js'

let shell: Shell
let old: string
let recent: string

beforeAll(async () => {
  shell = await Shell.open()
  let now = new Date(Date.now() - 4 * 366 * 24 * 3_600_000)
  const catalog = await createCatalog({ folder: join(shell.folder, 'data'), clock: () => now })
  await stockShop(catalog)
  old = await orderOf(catalog, 'CF-250')
  now = new Date()
  recent = await orderOf(catalog, 'CF-250')
  await catalog.close()
})
afterAll(() => shell.close())

async function find(code: string) {
  const catalog = await createCatalog({ folder: join(shell.folder, 'data') })
  try {
    return await catalog.findOrder(code, PHONE)
  } finally {
    await catalog.close()
  }
}

async function trailOfExpiry() {
  const catalog = await createCatalog({ folder: join(shell.folder, 'data') })
  try {
    const { entries } = await catalog.audit.search(system('test'), { action: 'retention.expire' }, { limit: 9 })
    expect(JSON.stringify(entries)).not.toMatch(/0905|Nguyễn|Lê Duẩn/)
    return entries
  } finally {
    await catalog.close()
  }
}

it('ocop privacy expire first lists what is due, and erases only with --yes, which the trail says', async () => {
  const preview = await shell.ocop(['privacy', 'expire', '--data', 'data'])
  expect(preview.out).toMatch(/Received before \d{4}-\d\d-\d\d:[^]*Orders\s+1\b[^]*Nothing was erased/)
  expect(preview.exitCode).toBe(0)
  await expect(find(old)).resolves.not.toBeNull()

  const erased = await shell.ocop(['privacy', 'expire', '--yes', '--data', 'data'], {})
  expect(erased.out).toMatch(/Đơn hàng\s+1\b[^]*Đã xóa dữ liệu cá nhân[^]*ocop compact/)
  await expect(find(old)).resolves.toBeNull()
  await expect(find(recent)).resolves.not.toBeNull()

  await expect(trailOfExpiry()).resolves.toMatchObject([
    {
      actor: { name: 'ocop privacy' },
      subject: { id: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
      after: { orders: 1 },
    },
  ])

  const again = await shell.ocop(['privacy', 'expire', '--yes', '--data', 'data'])
  expect(again.out).toContain('Nothing is due.')
  await expect(trailOfExpiry()).resolves.toHaveLength(1)
})
