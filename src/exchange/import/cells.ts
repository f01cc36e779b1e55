import * as z from 'zod'
import { Day } from '../../catalog/day.js'
import { readAmount } from '../../catalog/prices/read-amount.js'
import { line } from '../../catalog/text.js'

/** A line of text, cleaned as everywhere in the catalog. */
export const text = line

const DAY_MS = 86_400_000
/** Day 0 of a spreadsheet, as it comes out for every day since March 1900. */
const SHEET_BEGINS = Date.UTC(1899, 11, 30)
/** Serial numbers of the days from 2000 to 2099: a cell of days whose format was lost shows one. */
const isSerial = (text: string): boolean => /^\d{5}$/.test(text) && Number(text) >= 36_526 && Number(text) <= 73_050

/** The day for which `45429` stands; any other text as it is. */
export const fromSerial = (text: string): string =>
  isSerial(text) ? new Date(SHEET_BEGINS + Number(text) * DAY_MS).toISOString().slice(0, 10) : text

/**
 * A day as offices write it, `17/05/2024`, `17-5-2024` or `17.5.2024` (day first), or `2024-05-17`; or `45429`, the number
 * that a spreadsheet keeps for it.
 */
export const day = z
  .string()
  .overwrite((value) =>
    fromSerial(value.trim()).replace(
      /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
      (_, date: string, month: string, year: string) => [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
    ),
  )
  .refine((value) => Day.safeParse(value).success, { params: { code: 'badFormat', example: '17/05/2024, 2024-05-17' } })

/** Digits with or without thousands marks: `85000`, `85.000`, `85,000 đ`, `85 000 VND`. */
const WHOLE_NUMBER = /^\d{1,3}(?:[.,\s]\d{3})+$|^\d+$/

/** A whole number, thousands marks and đồng sign allowed. */
export const wholeNumber = ({ minimum, maximum, example }: { minimum: number; maximum: number; example: string }) =>
  z
    .string()
    .overwrite((value) =>
      value
        .trim()
        .replace(/(?:đồng|đ|₫|vnd|vnđ)\.?$/iu, '')
        .trim(),
    )
    .refine((value) => WHOLE_NUMBER.test(value), { params: { code: 'badFormat', example }, abort: true })
    .transform((value) => Number(value.replace(/\D/g, '')))
    .pipe(z.int().min(minimum).max(maximum))

/** An amount of whole đồng, as {@link readAmount} reads it. */
export const amount = ({ minimum, maximum, example }: { minimum: number; maximum: number; example: string }) =>
  z
    .string()
    .transform((value, context): number => {
      const read = readAmount(value)
      if (read !== null) return read
      context.addIssue({ code: 'custom', params: { code: 'badFormat', example } })
      return z.NEVER
    })
    .pipe(z.int().min(minimum).max(maximum))

/** An address on the web; `https://` may be left out. */
export const webAddress = z
  .string()
  .overwrite((value) => (/^[a-z][a-z0-9+.-]*:/i.test(value.trim()) ? value.trim() : `https://${value.trim()}`))
  .refine(
    (value) =>
      z
        .url({ protocol: /^https?$/, hostname: z.regexes.domain })
        .max(1000)
        .safeParse(value).success,
    {
      params: { code: 'badFormat', example: 'https://postmart.vn/san-pham/123' },
    },
  )

/** One of several words for the same thing, marks and case aside; the fault names the `examples`. */
export const oneOf = <T>(find: (words: string) => T | null, examples: string) =>
  z.string().transform((value, context): T => {
    const found = find(value)
    if (found !== null) return found
    context.addIssue({ code: 'custom', params: { code: 'notInList', values: examples } })
    return z.NEVER
  })
