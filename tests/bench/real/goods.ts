/**
 * What a real product is, told from its name by the custom of writing names: the thing itself in lower case, then the
 * brand in capitals. Spellings and regional words of one thing are made one, so that facts and not the search decide
 * what answers a query.
 */
const SAME_THING: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:macca|maca|mác ca)(?!\p{L})/gu, 'mắc ca'],
  [/(?<!\p{L})(?:socola|sôcôla|chocolate)(?!\p{L})/gu, 'sô cô la'],
  [/(?<!\p{L})cacao(?!\p{L})/gu, 'ca cao'],
  [/(?<!\p{L})(?:coffee|café|cafe)(?!\p{L})/gu, 'cà phê'],
  [/(?<!\p{L})thác lát(?!\p{L})/gu, 'thát lát'],
  [/(?<!\p{L})mắm nhĩ(?!\p{L})/gu, 'mắm nhỉ'],
  [/(?<!\p{L})3 ?in ?1(?!\p{L})/gu, '3 trong 1'],
  [/(?<!\p{L})1 nắng(?!\p{L})/gu, 'một nắng'],
  [/(?<!\p{L})2 nắng(?!\p{L})/gu, 'hai nắng'],
  [/(?<!\p{L})(?:khóm|trái thơm)(?!\p{L})/gu, 'dứa'],
  [/(?<!\p{L})thơm (?=sấy)/gu, 'dứa '],
  [/(?<!\p{L})(?:đậu phụng|đậu phộng|phụng|lạc)(?!\p{L})/gu, 'đậu phộng'],
  [/(?<!\p{L})bí đao(?!\p{L})/gu, 'bí xanh'],
  [/(?<!\p{L})dưa leo(?!\p{L})/gu, 'dưa chuột'],
  [/(?<!\p{L})vừng(?!\p{L})/gu, 'mè'],
  [/(?<!\p{L})khổ qua(?!\p{L})/gu, 'mướp đắng'],
  [/(?<!\p{L})chanh leo(?!\p{L})/gu, 'chanh dây'],
  [/(?<!\p{L})st 25(?!\p{L})/gu, 'st25'],
  [/(?<!\p{L})vd 20(?!\p{L})/gu, 'vd20'],
]
const OLD_TONE_PLACE: readonly (readonly [RegExp, string])[] = [
  [/oà/g, 'òa'],
  [/oá/g, 'óa'],
  [/oả/g, 'ỏa'],
  [/oã/g, 'õa'],
  [/oạ/g, 'ọa'],
  [/oẻ/g, 'ỏe'],
  [/uỷ/g, 'ủy'],
  [/uý/g, 'úy'],
  [/qúy/g, 'quý'],
]

/** A text in one spelling: lower case, words apart, the words above made one. */
export function canonical(text: string): string {
  let plain = text.normalize('NFC').toLowerCase()
  for (const [old, modern] of OLD_TONE_PLACE) plain = plain.replace(old, modern)
  plain = plain.replace(/[^\p{L}\p{N}%]+/gu, ' ').trim()
  for (const [other, one] of SAME_THING) plain = plain.replace(other, one)
  return plain
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)
const PACKS = /^(?:Bộ sản phẩm|Sản phẩm|Bộ quà tặng) /u

/** The thing itself, as written; null where the name says nothing but a brand. */
export function thingIn(name: string): string | null {
  const [first = ''] = name.replace(PACKS, '').split(/ [-–(]|\(/u)
  const words = first.trim().split(/\s+/)
  let end = words.findIndex((word, i) => i > 0 && (isCapital(word) || /^\d+%?$/.test(word)))
  if (end === -1) end = words.length
  if (end === 1 && words.length > 1) end = words.slice(1).every(isCapital) ? 1 : words.length
  const thing = words.slice(0, end).join(' ')
  return /^[\p{Lu}\d\s]+$/u.test(thing) && thing.length > 1 ? null : thing
}

/** True when the words stand so, whole and side by side. */
export const holdsPhrase = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `)
export const holdsWords = (text: string, words: readonly string[]): boolean =>
  words.every((word) => holdsPhrase(text, word))
