import * as z from 'zod'

/** Control, bidirectional-override and invisible characters: they forge log lines and make two names look alike. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0001}]|\p{Surrogate}/u

/** One line of text in NFC, trimmed, runs of white space made one space. Refuses control and bidi characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .overwrite((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .min(min)
    .max(max)
    .refine((value) => !FORBIDDEN.test(value), { params: { code: 'forbiddenCharacters' } })

/** Several lines of text in NFC; line ends become `\n`. Refuses control and bidi characters. */
export const paragraphs = (max: number) =>
  z
    .string()
    .overwrite((value) =>
      value
        .normalize('NFC')
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .trim(),
    )
    .max(max)
    .refine((value) => !FORBIDDEN.test(value), { params: { code: 'forbiddenCharacters' } })

/** Vietnamese text is required, English optional: views fall back to Vietnamese and mark its language. */
export const localizedLine = (max: number) => z.strictObject({ vi: line(max), en: line(max).optional() })
export const localizedParagraphs = (max: number) =>
  z.strictObject({ vi: paragraphs(max), en: paragraphs(max).optional() })

/** A text in Vietnamese and perhaps in English; where there is no English, the Vietnamese is shown. */
export interface LocalizedText {
  readonly vi: string
  readonly en?: string | undefined
}

/** Vietnamese or English. */
export type Language = 'vi' | 'en'

/**
 * Folds Vietnamese text to plain lower-case letters: no marks, đ → d, white space made one space.
 * Idempotent, and the same for NFC and NFD input. Folding collides (dừa, dứa and dưa are all `dua`),
 * so it finds candidates and compares spellings; it never decides that two things are the same by itself.
 */
export function fold(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Makes an address part from a name: folded, words joined by hyphens, only `a-z` and `0-9`. May be empty. */
export function toSlug(value: string): string {
  return fold(value)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
}

const vietnamese = new Intl.Collator('vi')

/** Vietnamese dictionary order: a < ă < â, d < đ, o < ô < ơ. */
export const compareVietnamese = (a: string, b: string): number => vietnamese.compare(a, b)
