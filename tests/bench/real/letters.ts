/** A letter without its tone, and its own mark as one sign: ^ circumflex, ( breve, + horn, - stroke. */
export interface Letter {
  readonly base: string
  readonly mark: string
}

const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']
const MARKS: Readonly<Record<string, string>> = { '\u0302': '^', '\u0306': '(', '\u031B': '+' }
const VIQR_TONES = ['', "'", '`', '?', '~', '.']

export function decompose(word: string): { readonly letters: readonly Letter[]; readonly tone: number } {
  const letters: Letter[] = []
  let tone = 0
  for (const char of word.toLowerCase().normalize('NFD')) {
    const mark = MARKS[char]
    if (TONES.includes(char)) tone = TONES.indexOf(char)
    else if (mark !== undefined) letters.push({ base: letters.pop()?.base ?? '', mark })
    else letters.push(char === 'đ' ? { base: 'd', mark: '-' } : { base: char, mark: '' })
  }
  return { letters, tone }
}

export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')

/** `ca` ph\u00EA` as VIQR types it: each key after its letter, the tone after the last vowel. */
export function viqrKeys(word: string): string {
  const { letters, tone } = decompose(word)
  const at = letters.findLastIndex(({ base }) => 'aeiouy'.includes(base))
  return letters
    .map(({ base, mark }, i) => base + (mark === '-' ? 'd' : mark) + (i === at ? (VIQR_TONES[tone] ?? '') : ''))
    .join('')
}

export const withoutTones = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0301\u0300\u0309\u0303\u0323]/g, '')
    .normalize('NFC')
