/**
 * Sounds that speakers of some region do not tell apart, so that writers mix their spellings up: s/x, tr/ch, d/gi/r/v,
 * l/n, finals n/ng/nh and t/c/ch, some vowels; and spellings that sound alike everywhere: c/k/q, g/gh, ng/ngh, ph/f.
 */
interface Sound {
  readonly initial: string
  readonly vowel: string
  readonly final: string
}

const SYLLABLE =
  /^(ngh|ng|nh|gh|gi(?=[aeouy])|kh|ph|th|tr|ch|qu(?=[aeiouy])|[bcdfghjklmnpqrstvwxz]?)([aeiouy]{1,3})(ng|nh|ch|[bcdfgklmnpt]?)$/

/** Spellings of one and the same sound. */
const SPELLING: Readonly<Record<string, string>> = {
  k: 'c',
  q: 'c',
  gh: 'g',
  ngh: 'ng',
  f: 'ph',
  z: 'd',
  j: 'gi',
  w: 'qu',
  y: 'i',
}
const CONFUSED_INITIAL: Readonly<Record<string, string>> = { x: 's', ch: 'tr', d: 'gi', r: 'gi', v: 'gi', n: 'l' }
const CONFUSED_VOWEL: Readonly<Record<string, string>> = {
  au: 'ao',
  ay: 'ai',
  oay: 'oai',
  uou: 'iu',
  ieu: 'iu',
  uu: 'iu',
  uoi: 'ui',
  uo: 'u',
  ie: 'i',
}
const CONFUSED_FINAL: Readonly<Record<string, string>> = { ng: 'n', nh: 'n', c: 't', ch: 't' }

/** A plain syllable as spelt, with spellings of one sound made one; null for what is no Vietnamese syllable. */
function toSound(fold: string): Sound | null {
  const match = SYLLABLE.exec(fold)
  if (!match) return null
  const [, initial = '', vowel = '', final = ''] = match
  return {
    initial: SPELLING[initial] ?? initial,
    vowel: SPELLING[vowel] ?? vowel,
    final,
  }
}

/** Syllables that may be mistaken for each other share it. */
export function soundKey(fold: string): string | null {
  const sound = toSound(fold)
  if (!sound) return null
  const { initial, vowel, final } = sound
  return [CONFUSED_INITIAL[initial] ?? initial, CONFUSED_VOWEL[vowel] ?? vowel, CONFUSED_FINAL[final] ?? final].join(
    ' ',
  )
}

/** How many parts of two syllables sound different to those who tell them apart; 0 when only the spelling differs. */
export function soundDifferences(a: string, b: string): number {
  const [first, second] = [toSound(a), toSound(b)]
  if (!first || !second) return 3
  return (
    Number(first.initial !== second.initial) +
    Number(first.vowel !== second.vowel) +
    Number(first.final !== second.final)
  )
}
