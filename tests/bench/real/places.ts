import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** A commune of the time before July 2025 and what has become of it, by bare names. */
export interface FormerCommune {
  readonly commune: string
  readonly district: string
  readonly formerProvince: string
  readonly province: string
}

interface Row {
  readonly oldProvinceCode: string
  readonly oldDistrict: string
  readonly oldCommune: string
}

interface ProvinceEntry {
  readonly name: string
  readonly mergedFrom: readonly { readonly code: string; readonly name: string }[]
}

const data = (file: string): URL => new URL(`../../../data/${file}`, import.meta.url)
const KIND = /^(?:Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố) /u

export function readPlaces(): {
  readonly communes: readonly FormerCommune[]
  successorOf(formerProvince: string): string
} {
  const provinces = JSON.parse(readFileSync(data('provinces.json'), 'utf8')) as ProvinceEntry[]
  const byCode = new Map(
    provinces.flatMap(({ name, mergedFrom }) =>
      mergedFrom.map((former) => [former.code, { former: former.name, name }]),
    ),
  )
  const byName = new Map([...byCode.values()].map(({ former, name }) => [former, name]))
  const communes = parse<Row>(readFileSync(data('legacy-communes.csv')), { columns: true, bom: true }).flatMap(
    (row) => {
      const province = byCode.get(row.oldProvinceCode)
      const commune = row.oldCommune.replace(KIND, '')
      return province && !/^\d/.test(commune)
        ? [
            {
              commune,
              district: row.oldDistrict.replace(KIND, ''),
              formerProvince: province.former,
              province: province.name,
            },
          ]
        : []
    },
  )
  return { communes, successorOf: (former) => byName.get(former) ?? former }
}
