import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { buildHalfYear2024 } from '../support/half-year-2024.js'
import { Shell } from './run-ocop.js'

let shell: Shell

beforeAll(async () => {
  shell = await Shell.open()
  const catalog = await createCatalog({ folder: join(shell.folder, 'ocop-data') })
  await buildHalfYear2024(catalog)
  await catalog.close()
})
afterAll(() => shell.close())

const report = async (...argv: string[]) => {
  const { exitCode, out } = await shell.ocop(['report', ...argv, '--period', '2024-H1'], {})
  expect(exitCode).toBe(0)
  return out
}

describe('ocop report, first half of 2024', () => {
  it('Long An: 168 recognised, 85 on the Post office’s platform, 42 and 15 on its own two, not added up', async () => {
    const out = await report('coverage', '--province', 'Long An')
    expect(out).toContain('Sản phẩm OCOP trên các sàn · Long An · 2024-H1 (01/01/2024 – 30/06/2024)')
    expect(out).toMatch(/Được công nhận +168 {2}30\/06\/2024/)
    expect(out).toMatch(/Postmart +85\/168 +50,6% +85 {2}30\/06\/2024/)
    expect(out).toMatch(/nongsanantoanlongan\.vn +42\/168 +25,0%/)
    expect(out).toMatch(/longantrade\.com +15\/168 +8,9%/)
    expect(out).toContain('không cộng các sàn với nhau')
    expect(out).not.toContain('142')
  })

  it('Đắk Lắk: 42,933 transactions, the 5th of the provinces, with key and tie rule', async () => {
    const transactions = await report('transactions', '--province', 'Đắk Lắk')
    expect(transactions).toMatch(/Đắk Lắk +42\.933/)
    expect(transactions).toContain('một đơn được nhận, của một chủ thể, trên một sàn là một giao dịch.')
    const ranking = await report('ranking', '--province', 'dak lak')
    expect(ranking).toContain('Tiêu chí xếp hạng: số giao dịch.')
    expect(ranking).toMatch(/Đắk Lắk: hạng 5 trong \d+ tỉnh/)
    expect(ranking).toContain('Bằng nhau thì cùng hạng')
  })

  it('Đắk Lắk: 1,715 products on platforms', async () => {
    expect(await report('coverage', '--province', 'Đắk Lắk')).toMatch(/Có trên ít nhất một sàn \(mọi loại\) +1\.715/)
  })

  it('as now: Long An’s figures stand under Tây Ninh, and Đắk Lắk’s include Phú Yên’s', async () => {
    const coverage = await report('coverage', '--province', 'Long An', '--as', 'now')
    expect(coverage).toContain('Long An nay thuộc Tây Ninh')
    expect(coverage).toMatch(/Được công nhận +168/)
    expect(await report('transactions', '--province', 'Đắk Lắk', '--as', 'now')).toMatch(/Đắk Lắk +43\.933/)
  })

  it('explains a province that did not exist then, and a period that is none', async () => {
    const gone = await shell.ocop(['report', 'coverage', '--period', '2026-H1', '--province', 'Long An'])
    expect(gone.told).toMatch(/This Long An did not exist on 2026-06-30; ask “as now”, or choose: Tây Ninh/)
    const none = await shell.ocop(['report', 'coverage', '--period', '2024-13'])
    expect(none.told).toMatch(/^--period: Not in the right form; a good example: 2024-H1/)
    expect([gone.exitCode, none.exitCode]).toEqual([1, 2])
  })
})

describe('the data folder proves itself', () => {
  it('recount finds the counts in use equal to the ledger', async () => {
    const { out, exitCode } = await shell.ocop(['recount'])
    expect(out).toMatch(/^Read 6 entries: 313,933 transactions\.\nThe counts in use agree with the ledger\.$/)
    expect(exitCode).toBe(0)
  })

  it('verify checks every line', async () => {
    const { out, exitCode } = await shell.ocop(['verify'])
    expect(out).toMatch(/The data are whole: [^]*Products +1,883[^]*Ledger entries +6/)
    expect(exitCode).toBe(0)
  })
})
