import { draw } from '../generator.js'
import { decompose, viqrKeys, withoutMarks, withoutTones, type Letter } from './letters.js'

/** One of the forty ways to type of the domain notes, by its number there. Null where it does not apply. */
export type Pattern = (text: string, random: () => number) => string | null

const each = (text: string, change: (word: string) => string): string => text.split(' ').map(change).join(' ')
const changed = (text: string, other: string): string | null => (other === text ? null : other)

/** Changes one word that the rule fits. */
const oneWord =
  (...rules: readonly (readonly [RegExp, string])[]): Pattern =>
  (text, random) => {
    const words = text.split(' ')
    const options = words.flatMap((word, i) =>
      rules.flatMap(([from, to]) =>
        from.test(word) && /[aeiouy]/.test(withoutMarks(word).slice(1)) ? [[i, word.replace(from, to)] as const] : [],
      ),
    )
    if (options.length === 0) return null
    const [at, other] = draw(random, options)
    return changed(text, words.map((word, i) => (i === at ? other : word)).join(' '))
  }

const TONE_KEYS = 'sfrxj'
const telexMark = ({ base, mark }: Letter): string => (mark === '^' || mark === '-' ? base : mark === '' ? '' : 'w')
const keyed = (word: string, key: (letter: Letter) => string, tone: string, late: boolean): string => {
  const { letters } = decompose(word)
  const keys = letters.map((letter) => [letter.base, key(letter)] as const)
  const plain = late
    ? keys.map(([base]) => base).join('') + [...new Set(keys.map(([, mark]) => mark))].join('')
    : keys.map((pair) => pair.join('')).join('')
  return plain + tone
}
const toneKey = (word: string): string => TONE_KEYS[decompose(word).tone - 1] ?? ''
const vniKey = ({ mark }: Letter): string => ({ '^': '6', '+': '7', '(': '8', '-': '9', '': '' })[mark] ?? ''
const vniTone = (word: string): string => String(decompose(word).tone || '')

const telexAfterVowel = (word: string): string => {
  const { letters } = decompose(word)
  const at = letters.findLastIndex(({ base }) => 'aeiouy'.includes(base))
  return letters.map((letter, i) => letter.base + telexMark(letter) + (i === at ? toneKey(word) : '')).join('')
}

const telexDoubleHorn = (word: string): string => {
  const plain = keyed(word, telexMark, toneKey(word), false)
  return plain.replace('uwow', 'uow')
}

const half: Pattern = (text, random) => {
  const words = text.split(' ')
  const at = Math.floor(random() * words.length)
  return changed(
    text,
    words.map((word, i) => (i === at ? keyed(word, telexMark, toneKey(word), false) : word)).join(' '),
  )
}

const longWord = (text: string, random: () => number, shortest: number, change: (word: string) => string) => {
  const words = text.split(' ')
  const long = words.flatMap((word, i) => (word.length >= shortest && !/\d/.test(word) ? [i] : []))
  if (long.length === 0) return null
  const at = draw(random, long)
  return changed(text, words.map((word, i) => (i === at ? change(word) : word)).join(' '))
}
const inside = (word: string, random: () => number, room: number): number =>
  1 + Math.floor(random() * Math.max(1, word.length - room))

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const besideKey = (letter: string, random: () => number): string => {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? 'xc'
  const at = row.indexOf(letter)
  return draw(
    random,
    [row[at - 1], row[at + 1]].filter((key) => key !== undefined),
  )
}

export const PATTERNS: Readonly<Record<string, Pattern>> = {
  '1 no marks': (text) => changed(text, withoutMarks(text)),
  '2 đ as d': (text) => changed(text, text.replace(/đ/g, 'd')),
  '3 đ as dd': (text) =>
    text.includes('đ') ? each(text, (word) => keyed(word, telexMark, toneKey(word), false)) : null,
  '4 Telex, tone last': (text) =>
    changed(
      text,
      each(text, (word) => keyed(word, telexMark, toneKey(word), false)),
    ),
  '5 Telex, all late': (text) =>
    changed(
      text,
      each(text, (word) => keyed(word, telexMark, toneKey(word), true)),
    ),
  '6 Telex, tone in place': (text) => changed(text, each(text, telexAfterVowel)),
  '7 Telex uow': (text) => (/ươ/.test(withoutTones(text)) ? each(text, telexDoubleHorn) : null),
  '8 Telex aw': (text) =>
    text.includes('ă') ? each(text, (word) => keyed(word, telexMark, toneKey(word), false)) : null,
  '9 VNI': (text) =>
    changed(
      text,
      each(text, (word) => keyed(word, vniKey, vniTone(word), false)),
    ),
  '10 VNI late': (text) =>
    changed(
      text,
      each(text, (word) => keyed(word, vniKey, vniTone(word), true)),
    ),
  '11 VNI d9': (text) => (text.includes('đ') ? each(text, (word) => keyed(word, vniKey, vniTone(word), false)) : null),
  '12 half decoded': half,
  '13 VIQR': (text) => changed(text, each(text, viqrKeys)),
  '14 key repeat': (text, random) =>
    longWord(text, random, 2, (word) => (/[aăâeêioôơuưymn]$/i.test(word) ? word + word.slice(-1) : word)),
  '15 NFD': (text) => changed(text, text.normalize('NFD')),
  '16 old tone place': oneWord(
    [/óa$/, 'oá'],
    [/òa$/, 'oà'],
    [/ỏa$/, 'oả'],
    [/ủy$/, 'uỷ'],
    [/úy$/, 'uý'],
    [/ỏe$/, 'oẻ'],
    [/ùy$/, 'uỳ'],
  ),
  '17 i for y': oneWord(
    [/ỹ$/, 'ĩ'],
    [/ỳ$/, 'ì'],
    [/ý$/, 'í'],
    [/^(l|m|s|k|t)y$/, '$1i'],
    [/^(m|k|l|s|t)ì$/, '$1ỳ'],
    [/^(k|l)í$/, '$1ý'],
  ),
  '18 s, x': oneWord([/^s/, 'x'], [/^x/, 's']),
  '19 tr, ch': oneWord([/^tr/, 'ch'], [/^ch/, 'tr']),
  '20 d, gi, r': oneWord([/^gi(?=[^\s])/, 'd'], [/^r/, 'd'], [/^d/, 'gi'], [/^gi/, 'r']),
  '21 l, n': oneWord([/^l/, 'n'], [/^n(?![gh])/, 'l']),
  '22 v as d': oneWord([/^v/, 'd']),
  '23 hỏi, ngã': (text) => {
    const swapped = text
      .normalize('NFD')
      .replace(/[\u0309\u0303]/g, (mark) => (mark === '\u0309' ? '\u0303' : '\u0309'))
      .normalize('NFC')
    return changed(text, swapped)
  },
  '24 final n, ng': oneWord([/ng$/, 'n'], [/n$/, 'ng']),
  '25 final t, c': oneWord([/t$/, 'c'], [/(?<!h)c$/, 't']),
  '26 ch as t, ê as e': oneWord([/ch$/, 't'], [/(?<=.)t$/, 'ch'], [/ê/, 'e'], [/ế/, 'é'], [/ề/, 'è']),
  '27 au, ay': oneWord([/au$/, 'ao'], [/ao$/, 'au'], [/ay$/, 'ai'], [/ai$/, 'ay'], [/áu$/, 'áo'], [/áy$/, 'ái']),
  '28 ươu, iêu': oneWord([/ượu/, 'ịu'], [/iêu/, 'iu'], [/iếu/, 'íu'], [/ươu/, 'iu']),
  '29 uôi, ươi': oneWord([/uôi/, 'ui'], [/uối/, 'úi'], [/ưởi/, 'ửi'], [/ươi/, 'ưi'], [/ười/, 'ừi']),
  '30 k for c': oneWord([/^c(?=[aàáảăâoòóôơuư])/, 'k'], [/^k(?=[eêiy])/, 'c'], [/^qu/, 'w']),
  '31 gh, ngh': oneWord([/^ngh/, 'ng'], [/^gh/, 'g'], [/^ng(?=[aoôơuưăâ])/, 'ngh'], [/^g(?=[aàoôơuư])/, 'gh']),
  '32 f, z, j, w': oneWord([/^ph/, 'f'], [/^d/, 'z'], [/^gi(?=[aeouêôơưàáảò])/, 'j'], [/^qu/, 'w']),
  '33 joined': (text) => (text.includes(' ') && text.length < 24 ? withoutMarks(text).replaceAll(' ', '') : null),
  '33 joined with marks': (text) => (text.includes(' ') && text.length < 24 ? text.replaceAll(' ', '') : null),
  '33 one pair joined': (text, random) => {
    const words = text.split(' ')
    if (words.length < 3) return null
    const at = Math.floor(random() * (words.length - 1))
    return withoutMarks(
      words
        .map((word, i) => word + (i === at ? '' : ' '))
        .join('')
        .trim(),
    )
  },
  '33 word split': (text, random) =>
    longWord(withoutMarks(text), random, 5, (word) => `${word.slice(0, 3)} ${word.slice(3)}`),
  '39 neighbouring key': (text, random) =>
    longWord(withoutMarks(text), random, 3, (word) => {
      const at = inside(word, random, 1)
      return word.slice(0, at) + besideKey(word.charAt(at), random) + word.slice(at + 1)
    }),
  '39 neighbouring key, marks': (text, random) =>
    longWord(text, random, 3, (word) => word.slice(0, -1) + besideKey(withoutMarks(word.slice(-1)), random)),
  '40 swapped': (text, random) =>
    longWord(withoutMarks(text), random, 3, (word) => {
      const at = Math.floor(random() * (word.length - 1))
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    }),
  '40 dropped': (text, random) =>
    longWord(withoutMarks(text), random, 4, (word) => {
      const at = inside(word, random, 1)
      return word.slice(0, at) + word.slice(at + 1)
    }),
  '40 dropped, marks': (text, random) =>
    longWord(text, random, 4, (word) => {
      const at = inside(word, random, 1)
      return word.slice(0, at) + word.slice(at + 1)
    }),
  'letter added': (text, random) =>
    longWord(withoutMarks(text), random, 3, (word) => {
      const at = inside(word, random, 0)
      return word.slice(0, at) + draw(random, Array.from('aeiouhgntcm')) + word.slice(at)
    }),
  capitals: (text) => withoutMarks(text).toUpperCase(),
  'copied text': (text) => `\u200B${text.replace(/ /g, '\u00A0')}\u200B `,
  'zero for o': (text) => changed(text, withoutMarks(text).replace(/o/, '0')),
  'tones left out': (text) =>
    changed(
      text,
      text
        .normalize('NFD')
        .replace(/[\u0301\u0300\u0309\u0303\u0323]/g, '')
        .normalize('NFC'),
    ),
  'letter marks left out': (text) =>
    changed(
      text,
      text
        .normalize('NFD')
        .replace(/[\u0302\u0306\u031B]/g, '')
        .normalize('NFC'),
    ),
  'word order': (text) => {
    const words = text.split(' ')
    return words.length < 2 ? null : changed(text, [...words.slice(1), words[0]].join(' '))
  },
  'as typed so far': (text, random) => {
    const last = text.slice(text.lastIndexOf(' ') + 1)
    return last.length < 3 ? null : text.slice(0, text.length - 1 - Math.floor(random() * (last.length - 2)))
  },
  'as typed so far, no marks': (text, random) => {
    const plain = withoutMarks(text)
    const last = plain.slice(plain.lastIndexOf(' ') + 1)
    return last.length < 3 ? null : plain.slice(0, plain.length - 1 - Math.floor(random() * (last.length - 2)))
  },
}
