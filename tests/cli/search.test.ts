import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCatalog, loadSampleCatalog } from '../../src/index.js'
import { Shell } from './run-ocop.js'

let shell: Shell

beforeAll(async () => {
  shell = await Shell.open()
  const catalog = await createCatalog({ folder: join(shell.folder, 'ocop-data') })
  await loadSampleCatalog(catalog)
  await catalog.close()
})
afterAll(() => shell.close())

const search = async (...argv: string[]) => {
  const { exitCode, out } = await shell.ocop(['search', ...argv], {})
  expect(exitCode).toBe(0)
  return out
}

describe('ocop search', () => {
  it('prints products with stars, producer and place, the best first', async () => {
    const out = await search('ca phe dak lak', '--limit', '3')
    expect(out).toMatch(/^\d+ sản phẩm cho “ca phe dak lak”\n“dak lak” được hiểu là điều kiện lọc: Đắk Lắk\n/)
    expect(out).toMatch(/# {2}Sản phẩm +Sao +Chủ thể +Nơi/)
    expect(out).toMatch(/\n1 {2}[^\n]*[Cc]à phê[^\n]* {2,}[345] {2,}[^\n]*Đắk Lắk/)
    expect(out.split('\n').at(-1)).toMatch(/^3 {2}/)
  })

  it('says which words it took as filters', async () => {
    const out = await search('cà phê 4 sao dưới 100k')
    expect(out).toContain('“4 sao” được hiểu là điều kiện lọc: 4 sao')
    expect(out).toMatch(/“dưới 100k” được hiểu là điều kiện lọc: đến 100\.000 ₫/)
  })

  it('--explain says which words led to each and what each part gave', async () => {
    const out = await search('caf phê', '--explain', '--limit', '1')
    expect(out).toMatch(/\n {5}điểm [01],\d\d\n/)
    expect(out).toMatch(/ca → cà: tên, phím gõ tiếng Việt còn sót [01],\d\d/)
    expect(out).toMatch(/từ [01],\d\d × 0,\d\d \+ từ đứng cạnh nhau [01],\d\d × 0,\d\d/)
    expect(await search('cà phê')).not.toContain('điểm')
  })

  it('offers a spelling, or what is nearest, where nothing fits as typed', async () => {
    expect(await search('xầu riêng')).toContain('Có phải bạn tìm: sầu riêng')
    expect(await search('iphone mật ong')).toMatch(/\nĐủ các từ: 0; các sản phẩm sau đó có một phần\./)
    expect(await search('iphone mật')).toBe('0 sản phẩm cho “iphone mật”\nGần với từ đã gõ: mật')
  })

  it('refuses a number of products that is none', async () => {
    const { exitCode, told } = await shell.ocop(['search', 'trà', '--limit', '0'])
    expect(told).toBe('--limit=0: this must be a number from 1 to 1000.')
    expect(exitCode).toBe(2)
  })
})
