import { nameKey, toWords } from './names.js'

/**
 * What people write for official names: short forms, names of before, and spellings that do not fold alike.
 * An alias is one more reading, never a replacement: Sài Gòn is also a ward of today.
 */
const ALIASES: readonly (readonly [official: string, ...aliases: string[]])[] = [
  ['Buôn Ma Thuột', 'BMT', 'Ban Mê Thuột', 'Buôn Mê Thuột'],
  ['Hồ Chí Minh', 'HCM', 'TPHCM', 'Sài Gòn'],
  ['Hà Nội', 'HN'],
  // The province was so called until it became a municipality on 1 January 2025.
  ['Huế', 'Thừa Thiên Huế'],
  ['Đắk Lắk', 'Đắc Lắc', 'Đắc Lắk', 'Đắk Lắc'],
  ['Đắk Nông', 'Đắc Nông'],
  ['Bắc Kạn', 'Bắc Cạn'],
  ['Quy Nhơn', 'Qui Nhơn'],
]

const OFFICIAL = new Map(
  ALIASES.flatMap(([official, ...aliases]) => aliases.map((alias) => [nameKey(alias), toWords(official)] as const)),
)

/** The words as typed, and once more with a short or former name at their beginning replaced by the official one. */
export function withAliases(words: readonly string[]): (readonly string[])[] {
  const readings = [words]
  for (let length = 1; length <= words.length; length++) {
    const official = OFFICIAL.get(nameKey(words.slice(0, length).join('')))
    if (official) readings.push([...official, ...words.slice(length)])
  }
  return readings
}
