import type * as z from 'zod'
import type { Operations } from '../api/operations.js'

type Any = Operations[keyof Operations]

export type Method = Any['method']
/** The addresses that take a method: `/products/{slug}`. */
export type PathOf<M extends Method> = Extract<Any, { method: M }>['path']
type OperationAt<M extends Method, P> = Extract<Any, { method: M; path: P }>

/** What an operation answers. */
export type AnswerOf<M extends Method, P> = z.output<OperationAt<M, P>['answer']>

type Part<O, Name extends string> = O extends { readonly [N in Name]: infer S extends z.ZodType } ? z.input<S> : never
/** What may be left out of an object may be left out as a whole. */
type Optional<T, Name extends string> = [T] extends [never]
  ? unknown
  : Record<string, never> extends T
    ? { readonly [N in Name]?: T }
    : { readonly [N in Name]: T }

/** What a call may say beside what its operation takes. */
export interface CallOptions {
  /** Ends the call, also while it waits for another try. */
  readonly signal?: AbortSignal
  /** The key of a change that is repeated by hand; left out, each call makes its own and keeps it over its retries. */
  readonly idempotencyKey?: string
  /** The ETag at hand: an answer that still holds comes as `data: null`. */
  readonly ifNoneMatch?: string
}

/** What a call has to bring, by its method and address. */
export type CallOf<M extends Method, P> = CallOptions &
  Optional<Part<OperationAt<M, P>, 'params'>, 'params'> &
  Optional<Part<OperationAt<M, P>, 'query'>, 'query'> &
  Optional<Part<OperationAt<M, P>, 'body'>, 'body'> &
  (OperationAt<M, P> extends { readonly conditional: 'required' }
    ? { readonly ifMatch: string }
    : OperationAt<M, P> extends { readonly conditional: 'heeded' }
      ? { readonly ifMatch?: string }
      : unknown)

/** The last argument of a call, which may be left out where nothing has to be said. */
export type Rest<T> = Record<string, never> extends T ? [call?: T] : [call: T]

/** A call that lists something page by page. */
export type Paged = {
  [P in PathOf<'get'>]: AnswerOf<'get', P> extends { next: string | null } ? P : never
}[PathOf<'get'>]
