import * as z from 'zod'
import { named } from '../components.js'

/** Why a request was refused (RFC 9457), in the language of the request. */
export const Problem = named(
  'Problem',
  z.strictObject({
    /** An address that says more about the code. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** Stable: programs may switch on it. */
    code: z.string(),
    errors: z.array(
      z.strictObject({
        in: z.enum(['body', 'query', 'path', 'header']),
        /** A JSON pointer into the body: `#/lines/0/quantity`; the name of the parameter elsewhere. */
        pointer: z.string(),
        /** The same with dots: `lines.0.quantity`. */
        path: z.string(),
        code: z.string(),
        text: z.string(),
      }),
    ),
  }),
)
