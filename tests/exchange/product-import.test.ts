import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CatalogError, createCatalog, issueText, type Catalog } from '../../src/index.js'
import { previewImport, type ImportOptions } from '../../src/exchange/import/preview-import.js'
import { productImport } from '../../src/exchange/products/product-import.js'
import { loadReference } from '../../src/exchange/reference-data.js'

const reference = await loadReference()
const clock = () => new Date('2026-11-22T05:00:00Z')

let folder: string
let catalog: Catalog

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-import-'))
  catalog = await createCatalog({ folder, reference, clock })
})

afterEach(async () => {
  await catalog.close()
  await rm(folder, { recursive: true })
})

const preview = (csv: string, options: ImportOptions = {}) =>
  previewImport(productImport, Buffer.from(csv), catalog, options)

const importAll = async (csv: string) => (await preview(csv)).apply()

const faultsOf = async (csv: string) =>
  (await preview(csv)).faults.map(({ row, column, issue }) => `${row} ${column ?? '–'}: ${issueText(issue, 'en')}`)

const onlyProduct = () => {
  const [product] = catalog.state.all('products')
  if (!product) throw new Error('no product was imported')
  const certificates = catalog.state.certificatesOf(product.id)
  return { product, certificates, certificate: certificates[0] }
}

const HEAD =
  'Tên sản phẩm,Chủ thể,Tỉnh,"Huyện, xã",Phân nhóm,Hạng sao,Năm,Số quyết định,Ngày quyết định,Mức chứng cứ,Nguồn'
const COFFEE =
  'Cà phê bột Robusta,Hợp tác xã Ea Tu,Đắk Lắk,"xã Ea Tu, TP. Buôn Ma Thuột","Thực phẩm > Cà phê, cacao",4,2023,12/QĐ-UBND,17/05/2023,A,baodaklak.vn'

describe('a row of an office’s list', () => {
  it('becomes a published product, its producer and its certificate, with nothing invented', async () => {
    await importAll(`${HEAD}\n${COFFEE}`)
    const { product, certificate } = onlyProduct()
    const producer = catalog.state.get('producers', product.producerId ?? '')
    expect(product).toMatchObject({
      slug: 'ca-phe-bot-robusta',
      status: 'published',
      name: { vi: 'Cà phê bột Robusta' },
      classification: { group: 'I', set: 13, basis: 'proposal' },
      origin: { list: 'pre-2025-07', province: '66', district: '643' },
      variants: [],
      source: 'baodaklak.vn',
    })
    expect(producer).toMatchObject({ name: 'Hợp tác xã Ea Tu', kind: 'cooperative', slug: 'hop-tac-xa-ea-tu' })
    expect(certificate).toMatchObject({
      outcome: 'recognized',
      stars: 4,
      decisionNumber: '12/QĐ-UBND',
      issuedOn: '2023-05-17',
      recognizedBy: { level: 'province' },
    })
    expect(certificate?.expiresOn).toBeUndefined()
  })

  it('leaves empty what it does not say', async () => {
    await importAll('name,province\nMăng mầm Y Na,Phú Yên\n')
    const { product, certificates } = onlyProduct()
    expect(product).toMatchObject({ producerId: null, classification: null, variants: [] })
    expect(certificates).toEqual([])
  })

  it.each([
    ['Hợp tác xã Bình Minh', 'cooperative'],
    ['HTX Bình Minh', 'cooperative'],
    ['Tổ hợp tác nhãn Rạch Đùi', 'cooperativeGroup'],
    ['Công ty TNHH Bình Minh', 'enterprise'],
    ['Hộ kinh doanh Trần Thị Về', 'household'],
    ['Cơ sở Hoàng Hằng', null],
    ['Trần Thị Thắm', null],
    ['Hội An Foods', null],
    ['Hồ Thị Lan', null],
  ])('reads the legal form of “%s” from the name: %s', async (name, kind) => {
    await importAll(`name,producer,province\nTrà sen,${name},Đắk Lắk\n`)
    expect(catalog.state.all('producers')[0]?.kind).toBe(kind)
  })

  it.each([
    ['5,2024,A', { level: 'ministry' }],
    ['4,2024,A', { level: 'province' }],
    ['3,2024,A', undefined],
    ['3,2025,A', undefined],
    ['3,2026,A', { level: 'province' }],
    ['5,2024,B', undefined],
  ])('says who recognised it only where grade and date leave no doubt: %s', async (facts, recognizedBy) => {
    await importAll(`name,province,stars,year,evidence\nTrà sen,Cà Mau,${facts}\n`)
    expect(onlyProduct().certificate?.recognizedBy).toEqual(recognizedBy)
  })

  it.each([
    ['Long An,', 'pre-2025-07:80'],
    ['Đắk Lắk,2023', 'pre-2025-07:66'],
    ['Đắk Lắk,2026', '2025-07:66'],
    ['Tỉnh Đắk Lắk,', '2025-07:66'],
    ['dak lak,2023', 'pre-2025-07:66'],
  ])('understands a province in the units of its time: %s', async (facts, key) => {
    await importAll(`name,province,year\nTrà sen,${facts}\n`)
    const { origin } = onlyProduct().product
    expect(`${origin.list}:${origin.province}`).toBe(key)
  })

  it('takes an undated province name as one of before July 2025 when told so', async () => {
    await (await preview('name,province\nTrà sen,Đắk Lắk\n', { placesBefore2025: true })).apply()
    expect(onlyProduct().product.origin.list).toBe('pre-2025-07')
  })
})

describe('faults', () => {
  it('are all told, by row and column, and then nothing at all is imported', async () => {
    const csv = [
      'Tên sản phẩm,Tỉnh,Hạng sao,Ngày quyết định,Phân nhóm',
      'Trà sen,Đắk Lắk,7,31/02/2024,Thực phẩm',
      ',Nơi lạ,3,2024-05-17,Đồ chơi',
      'Mật ong,Long An,4,,',
      '=HYPERLINK(A1),Long An,4,,',
      'Trà\u0007 sen,Long An,,,',
      'Trà sen,Long An,4',
    ].join('\n')
    const { faults, counts, apply } = await preview(csv)
    expect(faults.map(({ row, column, issue }) => [row, column, issue.code])).toEqual([
      [2, 'Hạng sao', 'notInList'],
      [2, 'Ngày quyết định', 'badFormat'],
      [3, 'Tên sản phẩm', 'required'],
      [3, 'Tỉnh', 'notFound'],
      [3, 'Phân nhóm', 'inconsistent'],
      [5, 'Tên sản phẩm', 'inconsistent'],
      [6, 'Tên sản phẩm', 'forbiddenCharacters'],
      [7, null, 'inconsistent'],
    ])
    const toys = faults.find(({ value }) => value === 'Đồ chơi')
    expect(toys && issueText(toys.issue, 'vi')).toMatch(/nhóm hay bộ “Đồ chơi”; hãy chọn: Thực phẩm; Đồ uống; /)
    expect(counts).toMatchObject({ new: 1, faulty: 5 })
    await expect(apply()).rejects.toThrow(CatalogError)
    expect(catalog.state.all('products')).toEqual([])
  })

  it('name province, category and product code that do not exist, together', async () => {
    const csv = 'name,province,category,product_code\nTrà sen,Nơi lạ,Đồ chơi,66-99999-001-2026\n'
    expect(await faultsOf(csv)).toEqual([
      '2 province: “Nơi lạ” is not known; check how it is written.',
      expect.stringMatching(/^2 category: The OCOP programme has no group or set “Đồ chơi”; choose from: Food; /),
      '2 product_code: “66-99999-001-2026” is not known; check how it is written.',
    ])
  })

  it.each([
    ['2,,A', '2 stars: 1 and 2 stars get no certificate.'],
    ['4,12/QĐ-UBND,B', '2 evidence: With a decision number the evidence must be A (decision named).'],
  ])('tell facts that contradict each other: %s', async (facts, fault) => {
    expect(await faultsOf(`name,province,stars,decision_number,evidence\nTrà sen,Huế,${facts}\n`)).toEqual([fault])
  })

  it('tell two rows of the file that contradict each other, and count repeated ones', async () => {
    const csv = [
      'name,producer,province,stars,year',
      'Trà sen,HTX A,Long An,3,2023',
      'TRÀ SEN,htx a,long an,3,2023',
      'Trà sen,HTX A,Long An,4,2023',
    ].join('\n')
    const { counts } = await preview(csv)
    expect(counts).toMatchObject({ new: 1, repeated: 1, faulty: 1 })
    expect(await faultsOf(csv)).toEqual(['4 stars: Row 2 says “3” of the same thing; keep one of them.'])
  })

  it('of a column named __proto__ cannot reach anything: it is named and not read', async () => {
    const { unknownColumns, apply } = await preview('name,province,__proto__\nTrà sen,Huế,polluted\n')
    await apply()
    expect(unknownColumns).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('importing again', () => {
  it('the same file changes nothing, on disk neither', async () => {
    await importAll(`${HEAD}\n${COFFEE}`)
    await catalog.close()
    catalog = await createCatalog({ folder, reference, clock })
    const { revision } = catalog.state
    const again = await preview(`${HEAD}\n${COFFEE}`)
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1, repeated: 0, faulty: 0 })
    expect(await again.apply()).toEqual({ done: 0, known: 0 })
    expect(catalog.state.revision).toBe(revision)
  })

  it('a corrected fact changes that fact alone and is shown before', async () => {
    await importAll(`${HEAD}\n${COFFEE}`)
    const corrected = await preview(`${HEAD}\n${COFFEE.replace(',4,2023', ',5,2023')}`)
    expect(corrected.planned).toMatchObject([
      { row: 2, outcome: 'changed', differences: [{ field: 'stars', before: '4', after: '5' }] },
    ])
    await corrected.apply()
    expect(onlyProduct().certificates).toMatchObject([{ stars: 5, recognizedBy: { level: 'ministry' }, version: 2 }])
  })

  it('blank cells erase nothing, and what others have added since stays', async () => {
    await importAll(`${HEAD}\n${COFFEE}`)
    const { product } = onlyProduct()
    const variant = { sku: 'RB-500', packSize: { quantity: 500, unit: 'g' as const }, price: 120_000 }
    const { id, slug, status, name, producerId, classification, origin, photos, labelFacts, source } = product
    const facts = { id, slug, status, name, producerId, classification, origin, photos, labelFacts, source }
    await catalog.save({ products: [{ ...facts, variants: [variant] }] })
    const { counts } = await preview('name,producer,province\nCà phê bột Robusta,Hợp tác xã Ea Tu,Đắk Lắk\n')
    expect(counts.unchanged).toBe(1)
    await importAll(`${HEAD}\n${COFFEE.replace('"Thực phẩm > Cà phê, cacao"', 'Thực phẩm')}`)
    expect(onlyProduct().product).toMatchObject({ classification: { group: 'I', set: null }, variants: [variant] })
  })

  it('a later decision adds to the history', async () => {
    await importAll(`${HEAD}\n${COFFEE}`)
    await importAll(`${HEAD}\n${COFFEE.replace('4,2023,12/QĐ-UBND,17/05/2023', '5,2026,99/QĐ-BNNMT,01/06/2026')}`)
    expect(onlyProduct().certificates.map(({ stars, issuedOn }) => [stars, issuedOn])).toEqual([
      [4, '2023-05-17'],
      [5, '2026-06-01'],
    ])
  })

  it('is refused as a whole when someone else has changed a record meanwhile', async () => {
    await importAll(`${HEAD}\n${COFFEE}`)
    const slow = await preview(`${HEAD}\n${COFFEE.replace(',4,', ',5,')}\nTrà sen,,Huế,,,,,,,,`)
    await importAll(`${HEAD}\n${COFFEE.replace('baodaklak.vn', 'daklak.gov.vn')}`)
    await expect(slow.apply()).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(catalog.state.all('products')).toHaveLength(1)
  })
})

describe('what is the same', () => {
  it.each([
    ['typed without marks', 'ca phe bot robusta', 'hop tac xa ea tu'],
    ['in capitals', 'CÀ PHÊ BỘT ROBUSTA', 'HỢP TÁC XÃ EA TU'],
    ['decomposed letters', 'Cà phê bột Robusta'.normalize('NFD'), 'Hợp tác xã Ea Tu'.normalize('NFD')],
    ['with a producer written short', 'Cà phê bột Robusta', 'HTX Ea Tu'],
  ])('is found %s', async (_, name, producer) => {
    await importAll(`${HEAD}\n${COFFEE}`)
    const { counts } = await preview(`name,producer,province,year\n${name},${producer},Đắk Lắk,2023\n`)
    expect(counts).toMatchObject({ new: 0, unchanged: 1 })
  })

  it('is a producer however its kind is written, and of two that are there the one written so', async () => {
    const list = (...producers: string[]) =>
      ['name,producer,province', ...producers.map((one, index) => `Bánh tráng ${index},${one},Tây Ninh`)].join('\n')
    await importAll(list('Công ty TNHH MTV Trảng Bàng', 'Cty trách nhiệm hữu hạn một thành viên Trảng Bàng'))
    const [company, ...more] = catalog.state.all('producers')
    expect(more).toEqual([])
    await catalog.save({
      producers: [{ ...company, id: 'twin', slug: 'twin', name: 'Cty TNHH MTV Trảng Bàng' }],
    } as never)
    const { faults, changes } = await preview(list('C.ty TNHH MTV Trảng Bàng', 'Cty TNHH MTV Trảng Bàng', 'HTX Cp'))
    expect(faults.map(({ row, issue }) => [row, issue.code])).toEqual([[2, 'ambiguous']])
    expect(changes.producers?.map(({ name }) => name)).toEqual(['HTX Cp'])
  })

  it('is told from what only looks alike: coconut is not pineapple', async () => {
    await importAll('name,producer,province\nMứt dừa,HTX A,Bến Tre\n')
    const { counts, planned } = await preview('name,producer,province\nMứt dứa,HTX A,Bến Tre\n')
    expect(counts.new).toBe(1)
    expect(planned[0]?.looksLike).toBe('Mứt dừa')
  })

  it('is not the name alone: producers have products of one name, with addresses of their own', async () => {
    await importAll(
      ['name,producer,province', 'Muối ớt,HTX A,Tây Ninh', 'Muối ớt,HTX B,Tây Ninh', 'Muối ớt,HTX B,Long An'].join(
        '\n',
      ),
    )
    expect(catalog.state.all('products').map(({ slug }) => slug)).toEqual(['muoi-ot', 'muoi-ot-htx-b'])
    expect(catalog.state.all('producers').map(({ name }) => name)).toEqual(['HTX A', 'HTX B'])
  })

  it('stays the same when its province is merged into another', async () => {
    await importAll('name,producer,province,stars,year,evidence\nMuối ớt,HTX A,Long An,3,2022,A\n')
    await importAll('name,producer,province,stars,year,evidence\nMuối ớt,HTX A,Tây Ninh,4,2026,A\n')
    const { product, certificates } = onlyProduct()
    expect(product.origin).toEqual({ list: 'pre-2025-07', province: '80' })
    expect(certificates.map(({ place }) => `${place.list}:${place.province}`)).toEqual(['pre-2025-07:80', '2025-07:80'])
  })
})

describe('a large file', () => {
  const large = [
    'name,producer,province,category,stars,year',
    ...Array.from(
      { length: 20_000 },
      (_, index) =>
        `Cà phê số ${index},Hợp tác xã số ${index % 3000},${index % 2 ? 'Đắk Lắk' : 'Long An'},"Thực phẩm > Cà phê, cacao",${3 + (index % 3)},2024`,
    ),
  ].join('\n')

  it('of 20,000 rows lets other work of the process go on, and tells how far it is', async () => {
    let turns = 0
    let running = true
    const others = (function next(): Promise<void> {
      turns++
      return new Promise((resolve) => setImmediate(() => (running ? resolve(next()) : resolve())))
    })()
    const told: number[] = []
    const { counts } = await preview(large, { onProgress: (done) => told.push(done) })
    running = false
    await others
    expect(counts.new).toBe(20_000)
    expect(turns).toBeGreaterThan(200)
    expect(told[0]).toBe(0)
    expect(told.at(-1)).toBe(20_000)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })
})
