import { areNeighbours } from './keyboard.js'

/** Two letters in the other's place. */
export const SWAPPED = 0.85
const REPEATED = 0.9
const NEIGHBOUR = 0.82
/** A letter too few. */
export const DROPPED = 0.8
/** A letter too many. */
export const ADDED = 0.75
const OTHER_LETTER = 0.6

/** The text and every text that lacks one letter of it: two words within one slip share at least one. */
export function withoutOneLetter(text: string): string[] {
  const shorter = new Set([text])
  for (let i = 0; i < text.length; i++) shorter.add(text.slice(0, i) + text.slice(i + 1))
  return [...shorter]
}

/** How likely a slip of the fingers made `typed` of `meant`, from 0 (more than one slip) to 1. */
export function typoLikelihood(typed: string, meant: string): number {
  const shorter = Math.min(typed.length, meant.length)
  if (Math.max(typed.length, meant.length) > shorter + 1) return 0
  let [start, end] = [0, 0]
  while (start < shorter && typed[start] === meant[start]) start++
  while (end < shorter - start && typed.at(-1 - end) === meant.at(-1 - end)) end++
  const wrong = typed.slice(start, typed.length - end)
  const right = meant.slice(start, meant.length - end)
  if (wrong.length === 2 && right === wrong.charAt(1) + wrong.charAt(0)) return SWAPPED
  if (wrong === '') return DROPPED
  if (right === '') return wrong === typed[start - 1] ? REPEATED : ADDED
  if (wrong.length === 1 && right.length === 1) return areNeighbours(wrong, right) ? NEIGHBOUR : OTHER_LETTER
  return 0
}

/** The text with each pair of neighbours swapped. */
export const swaps = (text: string): string[] =>
  Array.from(text.slice(1), (next, i) => text.slice(0, i) + next + text.charAt(i) + text.slice(i + 2))
