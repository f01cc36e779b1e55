import * as z from 'zod'
import { fieldError } from '../../catalog/errors.js'
import { parse } from '../../catalog/parse.js'
import { checkingThe } from '../answer/parameter-fault.js'

const inner = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? inner(schema.unwrap()) : schema

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false }

/** Text of an address as the value that its schema asks for; what is none stays text, and the schema refuses it. */
function toValue(text: string, schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodNumber) return /^-?\d{1,30}(?:\.\d{1,30})?$/.test(text) ? Number(text) : text
  if (schema instanceof z.ZodBoolean) return TRUTHS[text] ?? text
  return text
}

function readField(name: string, texts: readonly string[], schema: z.core.$ZodType | undefined): unknown {
  const kind = schema && inner(schema)
  if (kind instanceof z.ZodArray) return texts.map((text) => toValue(text, inner(kind.element)))
  if (texts.length > 1) throw fieldError(name, 'tooMany', { maximum: 1 })
  const [text = ''] = texts
  return kind ? toValue(text, kind) : text
}

/**
 * Reads the query of an address by its schema. What is left empty was not asked.
 *
 * @throws {ParameterFault} with every fault: unknown names, a single value given twice, wrong forms.
 */
export function readQuery<S extends z.ZodObject>(schema: S, query: URLSearchParams): z.output<S> {
  return checkingThe('query', () => {
    const names = [...new Set(query.keys())].filter((name) => name !== 'lang')
    const fields = names.flatMap((name) => {
      const texts = query.getAll(name).filter((text) => text !== '')
      const field = schema.shape[name] as z.core.$ZodType | undefined
      return texts.length === 0 && field ? [] : [[name, readField(name, texts, field)] as const]
    })
    return parse(schema, Object.fromEntries(fields))
  })
}

/** @throws {ParameterFault} */
export const readParams = <S extends z.ZodObject>(schema: S, params: Readonly<Record<string, string>>): z.output<S> =>
  checkingThe('path', () => {
    const fields = Object.entries(params).map(([name, text]) => {
      const field = schema.shape[name] as z.core.$ZodType | undefined
      return [name, field ? toValue(text, inner(field)) : text] as const
    })
    return parse(schema, Object.fromEntries(fields))
  })
