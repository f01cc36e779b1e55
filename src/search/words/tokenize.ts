/** Half-open range of UTF-16 units in the original text. */
export type Range = readonly [start: number, end: number]

/** A run of letters and digits, with its place in the text. */
export interface Token {
  readonly text: string
  readonly range: Range
}

const RUN = /[\p{L}\p{M}\p{N}]+/gu

/** Cuts text into runs of letters and digits. Linear in the length of the text; ranges point into the text as given. */
export const tokenize = (text: string): Token[] =>
  Array.from(text.matchAll(RUN), ({ 0: run, index }) => ({ text: run, range: [index, index + run.length] }))

/** The runs alone. */
export const wordsIn = (text: string): readonly string[] => text.match(RUN) ?? []
