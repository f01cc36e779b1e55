import { randomInt } from 'node:crypto'

/** Digits and letters that are not mistaken for each other when read aloud or copied by hand (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random letters of a code: 5 bits each. */
export const drawLetters = (count: number): string =>
  Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** The letters of a code as a person may type it: small ones, spaces, hyphens or none, O for 0, I and L for 1. */
export const readLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
