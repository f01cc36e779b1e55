import type { GroupCode, ProductGroups, SetNumber } from '../../catalog/product-groups.js'
import { fold } from '../../catalog/text.js'

export interface Category {
  readonly group: GroupCode
  readonly set: SetNumber | null
}

const same = (a: string, ...names: readonly string[]): boolean => names.some((name) => fold(name) === fold(a))

/** What may be written in place of a category that the programme does not have: the sets of the group that is named, else all groups. */
export function categoriesNear(text: string, { groups }: ProductGroups): Readonly<Record<'vi' | 'en', string>> {
  const [first = ''] = text.split('>').map((part) => part.trim())
  const group = groups.find(({ code, vi, en }) => same(first, code, vi, en))
  const named = group ? group.sets : groups
  return { vi: named.map(({ vi }) => vi).join('; '), en: named.map(({ en }) => en).join('; ') }
}

/**
 * Reads `Thực phẩm > Cà phê, cacao` (group > set), a group alone, or a set alone, in Vietnamese or English, marks or
 * not; null when the programme has no such group or set.
 */
export function findCategory(text: string, { groups }: ProductGroups): Category | null {
  const [first = '', ...rest] = text.split('>').map((part) => part.trim())
  const last = rest.at(-1)
  const group = groups.find(({ code, vi, en }) => same(first, code, vi, en))
  if (group && last === undefined) return { group: group.code, set: null }
  if (!group && last !== undefined) return null
  const sets = (group ? [group] : groups).flatMap(({ sets }) => sets)
  const set = sets.find(({ number, vi, en }) => same(last ?? first, String(number), vi, en))
  return set ? { group: set.group, set: set.number } : null
}
