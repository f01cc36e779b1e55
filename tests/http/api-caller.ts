import * as z from 'zod'
import { expect } from 'vitest'

type Json = Record<string, unknown>
interface Documented {
  readonly operationId: string
  readonly requestBody?: object
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: Json }>> }>
  >
}

/** The parts of an OpenAPI document that a test reads. */
export interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

interface Request {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Null for an answer without a body. */
  readonly body: Json
}

/** A program that calls the JSON API by its document alone, and holds every answer against it. */
export class ApiCaller {
  readonly called = new Set<string>()
  readonly #checks = new Map<string, z.ZodType>()

  constructor(
    private readonly api: string,
    private readonly document: Document,
    private readonly always: Readonly<Record<string, string>> = {},
  ) {}

  #find(id: string): { method: string; path: string; operation: Documented } {
    for (const [path, methods] of Object.entries(this.document.paths))
      for (const [method, operation] of Object.entries(methods))
        if (operation.operationId === id) return { method, path, operation }
    throw new Error(`the document has no ${id}`)
  }

  #check(name: string, schema: Json): z.ZodType {
    const known = this.#checks.get(name)
    if (known) return known
    const whole = JSON.stringify({ ...schema, $defs: this.document.components.schemas })
    const made = z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as Json)
    this.#checks.set(name, made)
    return made
  }

  /** Calls an operation by its name; what comes back must be what the document says. */
  async call(id: string, { params = {}, query = '', body, headers = {} }: Request = {}): Promise<Answer> {
    const { method, path, operation } = this.#find(id)
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const response = await fetch(`${this.api}${address}${query}`, {
      method: method.toUpperCase(),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...this.always, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const { status } = response
    const text = await response.text()
    if (status === 304) return { status, headers: response.headers, body: {} }
    const kind = status < 400 ? 'application/json' : 'application/problem+json'
    expect(response.headers.get('content-type'), `${id} ${status}`).toContain(kind)
    const documented =
      operation.responses[String(status)] ?? (status < 400 ? undefined : operation.responses['default'])
    const schema = documented?.content[kind]?.schema
    if (!schema) throw new Error(`${id} may not answer ${status}: ${text}`)
    const parsed = JSON.parse(text) as Json
    const outcome = this.#check(`${id} ${status}`, schema).safeParse(parsed)
    expect(outcome.error, `${id} ${status}: ${text.slice(0, 600)}`).toBeUndefined()
    if (status < 400) this.called.add(id)
    return { status, headers: response.headers, body: parsed }
  }
}
