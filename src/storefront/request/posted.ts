import type { Request } from 'express'

/** What a request posted: the fields of a form, or a JSON document as text. */
export interface Posted {
  readonly form: URLSearchParams
  readonly jsonText: string
}

/** A form that the host's own parser has read already; nested values, which no form of ours sends, are left out. */
function toFields(parsed: object): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(parsed) as [string, unknown][])
    for (const single of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof single === 'string') fields.append(name, single)
  return fields
}

/** Reads the body of a request, whether the shop parsed it or the host app did before. */
export function readPosted(request: Request): Posted {
  const body: unknown = request.body
  if (request.is('application/json') === 'application/json')
    return {
      form: new URLSearchParams(),
      jsonText: typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body),
    }
  const fields = typeof body === 'string' ? new URLSearchParams(body) : toFields(Object(body) as object)
  return { form: fields, jsonText: '' }
}
