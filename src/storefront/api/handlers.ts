import type * as z from 'zod'
import type { Actor } from '../../access/actor.js'
import type { Operation } from '../../api/operation.js'
import type { Operations } from '../../api/operations.js'
import type { Visit } from '../visit.js'

type Parsed<O, Part extends string> = O extends { readonly [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined

/** One call of an operation, with all that it brought already checked. */
export interface Call<O> {
  readonly visit: Visit
  readonly params: Parsed<O, 'params'>
  readonly query: Parsed<O, 'query'>
  readonly body: Parsed<O, 'body'>
  /** As whom the key acts; for what is open to everybody there is nobody, and no right either. */
  readonly actor: Actor
  /** The producer to which the key belongs; empty for other keys. */
  readonly producerId: string
  /** The version that a conditional change is based on; null for any. */
  readonly seen: number | null
}

/** What an operation answers. */
export interface Outcome<O extends Operation> {
  readonly body: z.input<O['answer']>
  /** The record's version, for its ETag. */
  readonly version?: number
  /** A path within the shop. */
  readonly location?: string
  /** True for what an earlier request with the same key made. */
  readonly replayed?: boolean
  readonly cacheControl?: string
}

export type ApiHandler<O extends Operation> = (call: Call<O>) => Outcome<O> | Promise<Outcome<O>>

/** A handler for each operation of a part of the table. */
export type HandlersOf<Part extends Readonly<Record<string, Operation>>> = {
  readonly [Name in keyof Part]: ApiHandler<Part[Name]>
}

export type Handlers = HandlersOf<Operations>
