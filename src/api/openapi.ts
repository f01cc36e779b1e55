import * as z from 'zod'
import type { ApiScope } from '../catalog/office/api-key.js'
import { ERRORS } from '../catalog/errors/error-table.js'
import type { ErrorCode } from '../catalog/errors.js'
import type { Language } from '../catalog/text.js'
import { components } from './components.js'
import { exampleOf } from './example.js'
import type { Operation } from './operation.js'
import { Problem } from './schemas/problem.js'
import { SERVER_REFUSALS } from './server-refusals.js'
import { textOf } from './words.js'

type Json = Readonly<Record<string, unknown>>

/** What the document says of the site that serves it. */
export interface Served {
  readonly title: string
  /** The address under which the operations lie, up to and including `/api/v1`. */
  readonly server: string
  readonly language: Language
}

const reference = (id: string): string => `#/components/schemas/${id}`

/** JSON Schema without the marks that an OpenAPI document does not want. */
const plain = (schema: object): Json =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id'))

/** The named schemas, and a way to the schema of any other, which refers to them. */
function schemas(operations: readonly Operation[]) {
  const registry = z.registry<{ id: string }>()
  const add = (schema: z.ZodType | undefined, name: string): void => {
    if (schema === undefined || registry.has(schema)) return
    registry.add(schema, { id: components.get(schema) ?? name })
  }
  for (const [schema, id] of components) add(schema, id)
  for (const { id, params, query, body, answer } of operations) {
    const name = `${id[0]?.toUpperCase() ?? ''}${id.slice(1)}`
    add(params, `${name}Params`)
    add(query, `${name}Query`)
    add(body, `${name}Body`)
    add(answer, `${name}Answer`)
  }
  const made = z.toJSONSchema(registry, { io: 'input', target: 'draft-2020-12', uri: reference }).schemas
  const all = Object.fromEntries(Object.entries(made).map(([id, schema]) => [id, plain(schema)]))
  const idOf = (schema: z.ZodType): string => registry.get(schema)?.id ?? ''
  const isParameters = new Set(
    operations.flatMap(({ params, query }) => [params, query]).filter((one) => one !== undefined),
  )
  const hidden = new Set([...isParameters].map(idOf))
  return {
    shown: Object.fromEntries(Object.entries(all).filter(([id]) => !hidden.has(id))),
    of: (schema: z.ZodType): Json => all[idOf(schema)] ?? {},
    refer: (schema: z.ZodType): Json => ({ $ref: reference(idOf(schema)) }),
    example: (schema: z.ZodType): unknown =>
      exampleOf(schema, all[idOf(schema)] ?? {}, (to) => all[to.slice(reference('').length)]),
  }
}

function toParameters(schema: Json, place: 'path' | 'query', example: unknown): Json[] {
  const shown = (example ?? {}) as Json
  const required = new Set((schema['required'] ?? []) as readonly string[])
  return Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Json>>).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: value,
    ...(place === 'path' || required.has(name) ? { example: shown[name] } : {}),
    ...(value['type'] === 'array' ? { style: 'form', explode: true } : {}),
  }))
}

const header = (name: string, required: boolean, description: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})

function toHeaders({ idempotency, conditional, method }: Operation, language: Language): Json[] {
  const words = textOf(language)
  return [
    ...(idempotency ? [header('Idempotency-Key', idempotency === 'required', words.idempotencyKey)] : []),
    ...(conditional ? [header('If-Match', conditional === 'required', words.ifMatch)] : []),
    ...(method === 'get' ? [header('If-None-Match', false, words.ifNoneMatch)] : []),
    header('Accept-Language', false, words.acceptLanguage),
  ]
}

/** Every refusal that an operation can answer with. */
function refusalsOf(operation: Operation): readonly ErrorCode[] {
  const { params, query, body, scope, idempotency, conditional, refusals = [] } = operation
  return [
    'NOT_ACCEPTABLE',
    ...(params ? (['NOT_FOUND'] as const) : []),
    ...(params || query || body ? (['INVALID_INPUT'] as const) : []),
    ...(body ? (['NOT_JSON'] as const) : []),
    ...(scope ? (['API_KEY_REFUSED', 'SCOPE_MISSING', 'FORBIDDEN', 'NOT_FOUND'] as const) : []),
    ...(idempotency === 'required' ? (['IDEMPOTENCY_KEY_MISSING'] as const) : []),
    ...(idempotency ? (['IDEMPOTENCY_IN_FLIGHT', 'IDEMPOTENCY_MISMATCH'] as const) : []),
    ...(conditional === 'required' ? (['VERSION_MISSING'] as const) : []),
    ...(conditional ? (['VERSION_CHANGED'] as const) : []),
    ...refusals,
  ]
}

/** Refusals after which the same request may be sent again. */
const WAITING: ReadonlySet<number> = new Set([429, 503])

/** What may be refused before every operation, or before every one that changes something. */
function commonTo({ method, body }: Operation): readonly (readonly [status: number, code: string])[] {
  const codes: (keyof typeof SERVER_REFUSALS)[] = ['BAD_REQUEST', 'TOO_MANY']
  if (body) codes.push('BODY_UNREADABLE', 'TOO_LARGE')
  if (method !== 'get') codes.push('CROSS_SITE', 'BUSY')
  return codes.map((code) => [SERVER_REFUSALS[code].status, code])
}

function toRefusals(operation: Operation, problem: Json, language: Language): Record<string, Json> {
  const byStatus = new Map<number, Set<string>>()
  const codes = [...refusalsOf(operation).map((code) => [ERRORS[code].status, code] as const), ...commonTo(operation)]
  for (const [status, code] of codes) byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  const content = { 'application/problem+json': { schema: problem } }
  const headers = { 'Retry-After': { description: textOf(language).retryAfter, schema: { type: 'integer' } } }
  return {
    ...Object.fromEntries(
      [...byStatus].map(([status, told]) => [
        String(status),
        { description: [...told].join(', '), ...(WAITING.has(status) ? { headers } : {}), content },
      ]),
    ),
    default: { description: textOf(language).refused, content },
  }
}

const scopesOf = (scope: ApiScope | undefined): Json[] => (scope === undefined ? [] : [{ apiKey: [scope] }])

/** The OpenAPI 3.1 document of a table of operations. */
export function toOpenApi(operations: readonly Operation[], { title, server, language }: Served): Json {
  const known = schemas(operations)
  const words = textOf(language)
  const problem = known.refer(Problem)
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const { id, method, path, front, summary, scope, params, query, body, answer, status = 200, versioned } = operation
    const etag = { ETag: { description: words.etag, schema: { type: 'string' } } }
    const left = { RateLimit: { description: words.rateLimit, schema: { type: 'string' } } }
    const success: Json = {
      description: summary[language],
      headers: { ...(method === 'get' || versioned ? etag : {}), ...left },
      content: { 'application/json': { schema: known.refer(answer), example: known.example(answer) } },
    }
    ;(paths[path] ??= {})[method] = {
      operationId: id,
      tags: [front],
      summary: summary[language],
      security: scopesOf(scope),
      parameters: [
        ...(params ? toParameters(known.of(params), 'path', known.example(params)) : []),
        ...(query ? toParameters(known.of(query), 'query', known.example(query)) : []),
        ...toHeaders(operation, language),
      ],
      ...(body
        ? {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: known.refer(body), example: known.example(body) } },
            },
          }
        : {}),
      responses: { [String(status)]: success, ...toRefusals(operation, problem, language) },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description: words.about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: server }],
    tags: (['shop', 'producer', 'office'] as const).map((name) => ({ name, description: words.fronts[name] })),
    paths,
    components: {
      schemas: known.shown,
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: words.key } },
    },
  }
}
