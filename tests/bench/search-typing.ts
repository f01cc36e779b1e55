import { draw } from './generator.js'

/** Ways in which people type a word otherwise than it is written. Each gives null when it does not apply. */
export type Typing = (text: string, random: () => number) => string | null

const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']
const LETTER_MARKS: Readonly<Record<string, string>> = { '\u0302': '^', '\u0306': '(', '\u031B': '+' }

interface Parts {
  readonly letters: readonly { readonly base: string; readonly mark: string }[]
  readonly tone: number
}

function takeApart(word: string): Parts {
  const letters: { base: string; mark: string }[] = []
  let tone = 0
  for (const char of word.toLowerCase().normalize('NFD')) {
    const last = letters.at(-1)
    if (TONES.includes(char)) tone = TONES.indexOf(char)
    else if (char in LETTER_MARKS && last) last.mark = LETTER_MARKS[char] ?? ''
    else letters.push(char === 'đ' ? { base: 'd', mark: '-' } : { base: char, mark: '' })
  }
  return { letters, tone }
}

const words = (text: string, change: (word: string) => string): string => text.split(' ').map(change).join(' ')
const unlessSame = (text: string, changed: string): string | null => (text === changed ? null : changed)

export const withoutMarks = (text: string): string =>
  words(text, (word) =>
    takeApart(word)
      .letters.map(({ base }) => base)
      .join(''),
  )

/** Telex keys, each tone at the end of the word. */
const telex: Typing = (text) =>
  words(text, (word) => {
    const { letters, tone } = takeApart(word)
    const typed = letters
      .map(({ base, mark }) => base + (mark === '^' || mark === '-' ? base : mark === '' ? '' : 'w'))
      .join('')
    return typed + ('sfrxj'[tone - 1] ?? '')
  })

/** Telex keys for letters' marks at the end, too: nuocws. */
const telexLate: Typing = (text) =>
  words(text, (word) => {
    const { letters, tone } = takeApart(word)
    const late = letters.some(({ mark }) => mark === '(' || mark === '+') ? 'w' : ''
    const typed = letters.map(({ base, mark }) => base + (mark === '^' || mark === '-' ? base : '')).join('')
    return typed + late + ('sfrxj'[tone - 1] ?? '')
  })

const vni: Typing = (text) =>
  words(text, (word) => {
    const { letters, tone } = takeApart(word)
    const keys: Readonly<Record<string, string>> = { '^': '6', '+': '7', '(': '8', '-': '9', '': '' }
    return letters.map(({ base, mark }) => base + (keys[mark] ?? '')).join('') + (tone > 0 ? String(tone) : '')
  })

const halfDecoded: Typing = (text, random) => {
  const typed = text.split(' ')
  const at = Math.floor(random() * typed.length)
  return unlessSame(text, typed.map((word, i) => (i === at ? (telex(word, random) ?? word) : word)).join(' '))
}

function changeWord(text: string, random: () => number, change: (word: string) => string, shortest = 4): string | null {
  const typed = withoutMarks(text).split(' ')
  const long = typed.flatMap((word, i) => (word.length >= shortest && !/\d/.test(word) ? [i] : []))
  if (long.length === 0) return null
  const at = draw(random, long)
  return typed.map((word, i) => (i === at ? change(word) : word)).join(' ')
}

const dropped: Typing = (text, random) =>
  changeWord(text, random, (word) => {
    const at = 1 + Math.floor(random() * (word.length - 1))
    return word.slice(0, at) + word.slice(at + 1)
  })
const doubled: Typing = (text, random) =>
  changeWord(text, random, (word) => {
    const at = 1 + Math.floor(random() * (word.length - 1))
    return word.slice(0, at) + word.charAt(at) + word.slice(at)
  })
const swapped: Typing = (text, random) =>
  changeWord(text, random, (word) => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  })
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'x',
  d: 'f',
  e: 'w',
  g: 'h',
  h: 'j',
  i: 'o',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'p',
  p: 'o',
  q: 'w',
  r: 't',
  s: 'd',
  t: 'y',
  u: 'i',
  v: 'b',
  x: 'c',
  y: 'u',
}
const neighbour: Typing = (text, random) =>
  changeWord(
    text,
    random,
    (word) => {
      const at = 1 + Math.floor(random() * (word.length - 1))
      return word.slice(0, at) + (NEIGHBOURS[word.charAt(at)] ?? 'x') + word.slice(at + 1)
    },
    3,
  )

const CONFUSIONS: readonly (readonly [RegExp, string])[] = [
  [/(^| )s(?=[aeiouăâêôơưáàảãạ])/, '$1x'],
  [/(^| )x/, '$1s'],
  [/(^| )tr/, '$1ch'],
  [/(^| )ch/, '$1tr'],
  [/(^| )gi(?=[aeouăâêôơư])/, '$1d'],
  [/(^| )n(?=[aeiouăâêôơưáàảãạếấướạ])/, '$1l'],
  [/(^| )l(?=[aeiouăâêôơưáàảãạ])/, '$1n'],
  [/ng( |$)/, 'n$1'],
  [/([aăâeêoôơuưiáàảãạếốộắ])n( |$)/, '$1ng$2'],
  [/t( |$)/, 'c$1'],
  [/c( |$)/, 't$1'],
  [/ươu/, 'iu'],
  [/uô/, 'u'],
  [/ay( |$)/, 'ai$1'],
]
const misheard: Typing = (text, random) => {
  const lower = text.toLowerCase()
  const fitting = CONFUSIONS.filter(([from]) => from.test(lower))
  if (fitting.length === 0) return null
  const [from, to] = draw(random, fitting)
  return unlessSame(lower, lower.replace(from, to))
}
const hoiNga: Typing = (text) =>
  unlessSame(
    text,
    text
      .normalize('NFD')
      .replace(/[\u0309\u0303]/g, (mark) => (mark === '\u0309' ? '\u0303' : '\u0309'))
      .normalize('NFC'),
  )
const oldTonePlace: Typing = (text) =>
  unlessSame(
    text,
    text
      .replace(/óa/g, 'oá')
      .replace(/òa/g, 'oà')
      .replace(/ỏa/g, 'oả')
      .replace(/ủy/g, 'uỷ')
      .replace(/úy/g, 'uý')
      .replace(/mỹ/gi, 'mĩ')
      .replace(/quý/gi, 'quí'),
  )

const joined: Typing = (text) => (text.includes(' ') ? withoutMarks(text).replaceAll(' ', '') : null)
const joinedPair: Typing = (text, random) => {
  const typed = withoutMarks(text).split(' ')
  if (typed.length < 3) return null
  const at = Math.floor(random() * (typed.length - 1))
  return typed
    .map((word, i) => (i === at ? word : (i > 0 ? ' ' : '') + word))
    .join('')
    .replace(new RegExp(`^(${typed[at] ?? ''}) `), '$1')
    .trim()
}
const prefix: Typing = (text, random) => {
  const typed = withoutMarks(text)
  const last = typed.slice(typed.lastIndexOf(' ') + 1)
  return last.length < 3 ? null : typed.slice(0, typed.length - 1 - Math.floor(random() * (last.length - 2)))
}
const wordOrder: Typing = (text) => {
  const typed = text.split(' ')
  return typed.length < 2 ? null : [...typed.slice(1), typed[0]].join(' ')
}

/** By the name of the class in the report. */
export const TYPINGS: Readonly<Record<string, Typing>> = {
  'as written': (text) => text,
  'no marks': (text) => unlessSame(text, withoutMarks(text)),
  capitals: (text) => withoutMarks(text).toUpperCase(),
  NFD: (text) => unlessSame(text, text.normalize('NFD')),
  'tone place, i/y': oldTonePlace,
  'hỏi/ngã': hoiNga,
  'as typed so far': prefix,
  Telex: (text, random) => unlessSame(text, telex(text, random) ?? text),
  'Telex late': (text, random) => unlessSame(text, telexLate(text, random) ?? text),
  VNI: (text, random) => unlessSame(text, vni(text, random) ?? text),
  'half decoded': halfDecoded,
  'letter dropped': dropped,
  'letter doubled': doubled,
  'letters swapped': swapped,
  'neighbouring key': neighbour,
  misheard,
  joined,
  'pair joined': joinedPair,
  'word order': wordOrder,
}
