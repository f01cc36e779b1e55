const SEGMENTS = new Intl.Segmenter('vi', { granularity: 'grapheme' })
/** Letters as wide as two, and those nearly so: Chinese, Khmer, emoji; W and M. */
const TWICE =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Khmer}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const WIDE = /[MWmw@%]/

/** What a reader sees as letters, each with its marks, and how wide each is. */
const lettersOf = (text: string) =>
  Array.from(SEGMENTS.segment(text), ({ segment: letter }) => ({
    letter,
    width: TWICE.test(letter) ? 2 : WIDE.test(letter) ? 1.4 : 1,
  }))

const widthOf = (text: string): number => lettersOf(text).reduce((sum, { width }) => sum + width, 0)

/** Cuts a word that is wider than a line into pieces that fit, never within a letter. */
function piecesOf(word: string, perLine: number): string[] {
  const pieces: string[] = []
  let [piece, taken] = ['', 0]
  for (const { letter, width } of lettersOf(word)) {
    if (piece !== '' && taken + width > perLine) {
      pieces.push(piece)
      ;[piece, taken] = ['', 0]
    }
    piece += letter
    taken += width
  }
  return [...pieces, piece]
}

/**
 * Cuts a text between words into lines as wide as so many letters; a word that is wider is cut too. The last of too many
 * lines ends with an ellipsis.
 */
export function wrapWords(text: string, perLine: number, mostLines: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' '))
    for (const [index, piece] of piecesOf(word, perLine).entries()) {
      const longer = line === '' ? piece : index === 0 ? `${line} ${piece}` : line + piece
      if (widthOf(longer) <= perLine || line === '') line = longer
      else {
        lines.push(line)
        line = piece
      }
    }
  lines.push(line)
  if (lines.length <= mostLines) return lines
  const kept = lines.slice(0, mostLines)
  const [last = ''] = piecesOf(kept.at(-1) ?? '', perLine - 1)
  return [...kept.slice(0, -1), `${last}…`]
}
