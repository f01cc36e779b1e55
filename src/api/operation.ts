import type * as z from 'zod'
import type { ApiScope } from '../catalog/office/api-key.js'
import type { ErrorCode } from '../catalog/errors.js'
import type { Collection } from '../catalog/store.js'

/** Of whom an operation is: open to everybody, or to the keys of producers and of offices. */
export type ApiFront = 'shop' | 'producer' | 'office'

/**
 * One operation of the JSON API. Routing, parsing, rights, the OpenAPI document, the page that describes it and the
 * types of the client all follow from this one definition.
 */
export interface Operation {
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Below `/api/v1`, parameters in braces: `/products/{slug}`. */
  readonly path: string
  readonly front: ApiFront
  readonly summary: { readonly vi: string; readonly en: string }
  /** The scope that a key needs; left out for what is open to everybody. */
  readonly scope?: ApiScope
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  /** 200 when left out. */
  readonly status?: 201
  /** True for what exists only where orders are taken. */
  readonly selling?: true
  /** Whether the Idempotency-Key header is needed or only heeded; left out for what changes nothing. */
  readonly idempotency?: 'required' | 'heeded'
  /** True where what is made bears the key for good, so that nothing else has to be kept of the request. */
  readonly keepsKey?: true
  /** True for an answer that bears the record's version as its ETag. */
  readonly versioned?: true
  /** Whether a change must name, by If-Match, the version that it is based on, or may. */
  readonly conditional?: 'required' | 'heeded'
  /** The collection whose record bears that version. */
  readonly changes?: Collection
  /** The most bytes that a request may send; 64 KiB when left out. */
  readonly maxBody?: number
  /** Refusals beyond those that follow from the rest of the definition. */
  readonly refusals?: readonly ErrorCode[]
}
