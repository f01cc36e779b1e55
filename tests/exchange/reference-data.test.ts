import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { crc32 } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CatalogError } from '../../src/catalog/errors.js'
import { provinceKey } from '../../src/catalog/places/place.js'
import { PACKAGE_DATA } from '../../src/exchange/package-data.js'
import { CHECKED, loadReference, loadSynonyms } from '../../src/exchange/reference-data.js'

type Row = Record<string, string>
const readCsv = async (file: string): Promise<Row[]> =>
  parse(await readFile(new URL(file, PACKAGE_DATA)), { columns: true })

const rows = await readCsv('sample/ocop-products.csv')

describe('the package’s reference data', () => {
  it('holds 6 groups, 17 sub-groups and 26 sets', async () => {
    const { groups } = await loadReference()
    const sets = groups.groups.flatMap((group) => group.sets)
    expect(groups.groups).toHaveLength(6)
    expect(new Set(sets.map(({ group, subgroup }) => `${group} ${subgroup.vi}`)).size).toBe(17)
    expect(sets.map((set) => set.number)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
  })

  it('leads each of 10,035 old communes into communes of the province that its own became', async () => {
    const { places } = await loadReference()
    const codes = new Set<string>()
    const reached = new Set<string>()
    for (const row of await readCsv('legacy-communes.csv')) {
      const province = places.province(provinceKey('pre-2025-07', row.oldProvinceCode ?? ''))
      const commune = places.findCommune('2025-07', row.newCommuneCode ?? '')
      expect(commune?.provinceCode).toBe(province && places.successor(province).code)
      reached.add(row.newCommuneCode ?? '')
      if (row.oldCommuneCode) codes.add(row.oldCommuneCode)
    }
    expect(codes.size).toBe(10_035)
    expect(reached.size).toBe(3_321)
  })

  it('knows its large files by their checksums; checked all the same, they pass and say the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ocop-reference-'))
    await cp(PACKAGE_DATA, folder, { recursive: true, filter: (source) => !source.includes('live') })
    for (const [file, checksum] of Object.entries(CHECKED)) {
      const text = await readFile(join(folder, file), 'utf8')
      expect(crc32(text), file).toBe(checksum)
      await writeFile(join(folder, file), `${text}\n`)
    }
    const [kept, anew] = [await loadReference(), await loadReference(pathToFileURL(`${folder}/`))]
    const place = kept.places.findCommune('pre-2025-07', '00001')
    expect(place).toMatchObject({ name: 'Phúc Xá', district: { kind: 'urbanDistrict', name: 'Ba Đình' } })
    const codes = (await readCsv('legacy-communes.csv')).map(({ oldCommuneCode = '' }) => oldCommuneCode)
    const oldOnes = ({ places }: typeof kept) => codes.map((code) => places.findCommune('pre-2025-07', code))
    expect(oldOnes(anew)).toEqual(oldOnes(kept))
    await rm(folder, { recursive: true })
  })

  it('holds words that stand for each other, each with a northern form', async () => {
    const synonyms = await loadSynonyms()
    expect(synonyms).toHaveLength(122)
    expect(synonyms.every(({ northern }) => northern !== '')).toBe(true)
    expect(synonyms[0]).toMatchObject({ northern: 'lạc', southern: 'đậu phộng', mode: 'both' })
  })
})

describe('the sample catalog', () => {
  const count = (column: string, value: string) => rows.filter((row) => row[column] === value).length

  it('holds 383 recognitions, each with its source', () => {
    expect(rows).toHaveLength(383)
    expect(rows.every(({ name, province, source }) => name && province && source)).toBe(true)
  })

  it('says how strong the evidence is, and names a decision only where the source does', () => {
    expect(['A', 'B', 'C'].map((evidence) => count('evidence', evidence))).toEqual([179, 165, 39])
    const decided = rows.filter(({ decision_number }) => decision_number)
    expect(decided).toHaveLength(47)
    for (const { decision_number, decision_date, evidence, source } of decided) {
      expect(evidence).toBe('A')
      expect(source).toContain(decision_number)
      const [year = '', month = '', day = ''] = decision_date?.split('-') ?? []
      if (decision_date) expect(source).toContain(`${Number(day)}/${Number(month)}/${year}`)
    }
  })

  it('leaves empty what its sources do not say', () => {
    expect({
      producer: count('producer', ''),
      place: count('district_or_commune', ''),
      stars: count('stars', ''),
      year: count('year', ''),
      decision_date: count('decision_date', ''),
    }).toEqual({ producer: 56, place: 24, stars: 40, year: 64, decision_date: 374 })
  })

  it('names 359 places: 353 are known in full, 249 products lie in one commune of today', async () => {
    const { places } = await loadReference()
    const named = rows.filter(({ district_or_commune }) => district_or_commune)
    const read = named.map(({ province = '', district_or_commune = '' }) => {
      const unit = places.findProvinceByName(province, 'pre-2025-07') ?? expect.fail(province)
      const ref = places.resolve(unit, district_or_commune)
      const levels = [ref.list === '2025-07' ? 'today' : ref.district, ref.commune].filter(Boolean).length
      return {
        words: district_or_commune,
        ref,
        isWhole: levels === 2 || levels === district_or_commune.split(',').length,
      }
    })
    expect(read).toHaveLength(359)
    expect(read.filter(({ isWhole }) => !isWhole).map(({ words }) => words)).toEqual([
      'xã Bình Ngọc, TP. Tuy Hòa',
      'xã Hải Dương, TX. Hương Trà',
      'xã Thượng Long, huyện Nam Đông',
      'xã Hương Thọ, TX. Hương Trà',
      'xã Tam Vinh, huyện Phú Ninh',
      'huyện Đông Sơn',
    ])
    expect(read.filter(({ ref }) => places.today(ref).commune !== undefined)).toHaveLength(249)
  })
})

describe('damaged reference data', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocop-reference-'))
    await cp(PACKAGE_DATA, folder, { recursive: true, filter: (source) => !source.includes('live') })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const load = () =>
    loadReference(pathToFileURL(`${folder}/`)).then(
      () => expect.fail('it was read'),
      (error: unknown) => error,
    )
  const change = async (file: string, edit: (text: string) => string) => {
    const path = join(folder, file)
    await writeFile(path, edit(await readFile(path, 'utf8')))
  }

  it.each<[string, string, (text: string) => string, string]>([
    ['a kind that is none', 'communes.json', (text) => text.replace('"type": "ward"', '"type": "town"'), '0.type'],
    ['a code cut short', 'provinces.json', (text) => text.replace('{"code": "04"', '{"code": "4"'), '1.code'],
    [
      'a title without its kind',
      'legacy-communes.csv',
      (text) => text.replace('Quận Ba Đình', 'Ba Đình'),
      '0.oldDistrict',
    ],
    [
      'a commune that is not there',
      'legacy-communes.csv',
      (text) => text.replace(',00097\n', ',99999\n'),
      'legacyCommunes.0.newCommuneCode',
    ],
    [
      'a province that is not there',
      'communes.json',
      (text) => text.replace('"provinceCode": "01"', '"provinceCode": "99"'),
      'communes.0.provinceCode',
    ],
  ])('%s is named by file, row and field', async (_, file, edit, path) => {
    await change(file, edit)
    const error = await load()
    expect(error).toBeInstanceOf(CatalogError)
    expect(error).toMatchObject({ code: 'REFERENCE_DAMAGED', issues: [{ path }] })
    expect((error as CatalogError).text('en')).toContain(file)
    expect((error as CatalogError).text('vi')).toContain('Hãy cài lại gói ocop-catalog')
  })

  it('a file that is missing or cut off is named', async () => {
    await change('ocop-groups.json', (text) => text.slice(0, 500))
    expect(await load()).toMatchObject({ code: 'REFERENCE_DAMAGED', details: { file: 'ocop-groups.json' } })
    await rm(join(folder, 'ocop-groups.json'))
    expect(await load()).toMatchObject({ code: 'REFERENCE_DAMAGED', details: { file: 'ocop-groups.json' } })
  })

  it('a lost column does not bury the reader in faults', async () => {
    await change('legacy-communes.csv', (text) => text.replace('newCommuneCode', 'commune'))
    const error = (await load()) as CatalogError
    expect(error.issues.length).toBeLessThanOrEqual(20)
    expect(error.message.length).toBeLessThan(5_000)
  })
})
