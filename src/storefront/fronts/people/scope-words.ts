import type { OfficeScope } from '../../../catalog/account.js'
import { provinceName } from '../../models/place-words.js'
import type { Visit } from '../../visit.js'

/** What an office role reaches, in words: "Cả nước", "Đắk Lắk, Gia Lai". */
export function scopeWords(scope: OfficeScope, visit: Visit): string {
  if (scope === 'country') return visit.messages.office.wholeCountry
  const { places } = visit.catalog.reference
  return scope
    .map((key) => {
      const province = places.province(key)
      return province ? provinceName(province, visit) : key
    })
    .join(', ')
}
