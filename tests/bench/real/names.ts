import { draw } from '../generator.js'
import { FAMILY_NAMES, GIVEN_NAMES } from '../generator-words.js'
import type { FormerCommune } from './places.js'

/** Names of producers and brands that widen the vocabulary as a national catalog does: people, places, syllables, pseudo-English. */
const INITIALS = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'h',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  'qu',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
]
const RHYMES = [
  'a',
  'an',
  'ang',
  'anh',
  'ao',
  'ay',
  'ăn',
  'ân',
  'ât',
  'âu',
  'em',
  'ên',
  'iên',
  'inh',
  'oan',
  'ong',
  'ôi',
  'ông',
  'ơn',
  'uân',
  'ung',
  'uyên',
  'ương',
  'ưu',
  'ep',
  'oc',
  'uc',
  'iêt',
]
const TONES = ['', '', '', '\u0301', '\u0300', '\u0309', '\u0323']
const LATIN_STARTS = [
  'va',
  'be',
  'de',
  'fo',
  'ka',
  'ko',
  'la',
  'mi',
  'na',
  'ne',
  'po',
  'ro',
  'sa',
  'so',
  'ta',
  'ti',
  'vi',
  'zo',
]
const LATIN_ENDS = ['co', 'fa', 'food', 'green', 'lat', 'mex', 'na', 'nut', 'ra', 'ta', 'tex', 'va', 'x']

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function syllable(random: () => number): string {
  const rhyme = draw(random, RHYMES)
  const isStopped = /[cptx]$/.test(rhyme)
  const tone = isStopped ? draw(random, ['\u0301', '\u0323']) : draw(random, TONES)
  const at = Array.from(rhyme).findLastIndex((letter) => 'aăâeêioôơuưy'.includes(letter))
  const toned = rhyme.slice(0, at + 1) + tone + rhyme.slice(at + 1)
  const initial = draw(random, INITIALS)
  // No syllable has b, m, ph or v before a u or o that is only a glide.
  const isRead = !/^(?:ua|uâ|uy|oa)/.test(rhyme) || !/^(?:b|m|ph|v|g|c|n|đ)?$/.test(initial)
  return isRead ? capital((initial + toned).normalize('NFC')) : syllable(random)
}

const person = (random: () => number): string =>
  [draw(random, FAMILY_NAMES), draw(random, ['Thị', 'Văn', draw(random, GIVEN_NAMES)]), draw(random, GIVEN_NAMES)].join(
    ' ',
  )

export function madeUpBrand(random: () => number, { commune, district }: FormerCommune): string {
  const kind = random()
  if (kind < 0.3) return `${draw(random, GIVEN_NAMES)} ${draw(random, GIVEN_NAMES)}`
  if (kind < 0.45) return `${draw(random, ['Cô', 'Bà', 'Chú', 'Út', 'Năm', 'Tư', 'Mười'])} ${draw(random, GIVEN_NAMES)}`
  if (kind < 0.6) return `${syllable(random)} ${syllable(random)}`
  if (kind < 0.75) return capital(draw(random, LATIN_STARTS) + draw(random, LATIN_STARTS) + draw(random, LATIN_ENDS))
  return kind < 0.9 ? commune : district
}

const KINDS = [
  'Hợp tác xã Nông nghiệp',
  'Hợp tác xã Sản xuất, Thương mại và Dịch vụ',
  'Hợp tác xã',
  'Tổ hợp tác',
  'Công ty TNHH',
  'Công ty TNHH MTV',
  'Công ty Cổ phần',
  'Hộ kinh doanh',
  'Hộ kinh doanh',
  'Hộ kinh doanh',
  'Cơ sở sản xuất',
]

export function madeUpProducer(random: () => number, brand: string, { commune }: FormerCommune): string {
  const kind = draw(random, KINDS)
  if (kind.startsWith('Hộ') && random() < 0.7) return `${kind} ${person(random)}`
  return `${kind} ${random() < 0.25 ? commune : brand}`
}
