import * as z from 'zod'

/**
 * Text of one written form. The pattern and an example stand in the JSON Schema, and the example in the error, so that
 * people and programs learn the form from the same source.
 */
export const form = (pattern: RegExp, example: string, isRight: (value: string) => boolean = () => true) =>
  z
    .string()
    .refine((value) => pattern.test(value) && isRight(value), {
      params: { code: 'badFormat', example },
      abort: true,
    })
    .meta({ pattern: pattern.source, examples: [example] })
