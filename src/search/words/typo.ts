import { areNeighbours } from './keyboard.js'

const SWAPPED = 0.85
const REPEATED = 0.9
const NEIGHBOUR = 0.82
/** A letter too few. */
export const DROPPED = 0.8
const ADDED = 0.75
const OTHER_LETTER = 0.6
const TWO_SLIPS = 0.5
const SHORTEST_FOR_TWO = 8

/** The text and every text that lacks one letter of it: two words within one slip share at least one. */
export function withoutOneLetter(text: string): string[] {
  const shorter = new Set([text])
  for (let i = 0; i < text.length; i++) shorter.add(text.slice(0, i) + text.slice(i + 1))
  return [...shorter]
}

/** How likely a slip of the fingers made `typed` of `meant`, from 0 (more than one slip, or two in a short word) to 1. */
export function typoLikelihood(typed: string, meant: string): number {
  const shorter = Math.min(typed.length, meant.length)
  if (Math.max(typed.length, meant.length) > shorter + 1) return 0
  let [start, end] = [0, 0]
  while (start < shorter && typed[start] === meant[start]) start++
  while (end < shorter - start && typed.at(-1 - end) === meant.at(-1 - end)) end++
  const wrong = typed.slice(start, typed.length - end)
  const right = meant.slice(start, meant.length - end)
  if (wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]) return SWAPPED
  if (wrong === '') return DROPPED
  if (right === '') return wrong === typed[start - 1] ? REPEATED : ADDED
  if (wrong.length === 1 && right.length === 1) return areNeighbours(wrong, right) ? NEIGHBOUR : OTHER_LETTER
  return typed.length >= SHORTEST_FOR_TWO && wrong.length <= 4 && twoSlips(wrong, right) ? TWO_SLIPS : 0
}

/** Both ends of the differing stretch are a slip each. */
function twoSlips(wrong: string, right: string): boolean {
  const inner = (text: string): string => text.slice(1, -1)
  if (wrong.length === right.length) return inner(wrong) === inner(right)
  const [short, long] = wrong.length < right.length ? [wrong, right] : [right, wrong]
  return short.slice(1) === long.slice(2) || short.slice(0, -1) === long.slice(0, -2) || short.slice(1) === inner(long)
}

/** The text with each pair of neighbours swapped. */
export const swaps = (text: string): string[] =>
  Array.from(text.slice(1), (next, i) => text.slice(0, i) + next + text.charAt(i) + text.slice(i + 2))
