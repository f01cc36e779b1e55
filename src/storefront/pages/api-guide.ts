import { toOpenApi } from '../../api/openapi.js'
import type { Operation } from '../../api/operation.js'
import { OPERATIONS } from '../../api/operations.js'
import { MAX_BODY, SERVER_REFUSALS } from '../../api/server-refusals.js'
import { textOf } from '../../api/words.js'
import { ERRORS } from '../../catalog/errors/error-table.js'
import { API } from '../request/api-path.js'
import { toFieldRows, toSchemaWords } from '../api/schema-words.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import type { Visit } from '../visit.js'

type Json = Readonly<Record<string, unknown>>
/** What the page reads of an OpenAPI document. */
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Json
}
interface Described {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: Json }>> }
    >
  >
}
interface Document {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

/** Headers that every operation takes are told once, in the rules. */
const COMMON: ReadonlySet<string> = new Set(['Accept-Language', 'If-None-Match'])

function toOperationView(operation: Operation, document: Document, visit: Visit) {
  const { id, method, path, summary, scope, status = 200 } = operation
  const described = document.paths[path]?.[method]
  const { apiKeys, apiGuide: words } = visit.messages
  const body = described?.requestBody?.content['application/json']?.schema
  const answer = described?.responses[String(status)]?.content['application/json']?.schema
  const refusals = Object.entries(described?.responses ?? {}).filter(([code]) => Number(code) >= 400)
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary: summary[visit.language],
    scope: scope === undefined ? null : { name: scope, words: apiKeys.scopeNames[scope] },
    parameters: (described?.parameters ?? [])
      .filter(({ name }) => !COMMON.has(name))
      .map(({ name, in: place, required, schema }) => ({
        name,
        place: words.places[place],
        isRequired: required,
        ...toSchemaWords(schema),
      })),
    body: body ? toSchemaWords(body) : null,
    answer: answer ? { status, ...toSchemaWords(answer) } : null,
    refusals: refusals.flatMap(([code, { description }]) => ({ status: code, codes: description.split(', ') })),
  }
}

/** The JSON API in words: its operations, kinds of data and refusals, made from the OpenAPI document. */
export const apiGuide: Handler = (visit) => {
  const { language, links, messages, site } = visit
  const words = messages.apiGuide
  const shown = Object.values<Operation>(OPERATIONS).filter(({ selling }) => !selling || site.sells)
  const served = { title: site.name[language], server: links.absolute(API), language }
  const document = toOpenApi(shown, served) as unknown as Document
  const named = new Set<string>(shown.flatMap(({ refusals = [] }) => refusals))
  const view = {
    server: served.server,
    document: links.to(`${API}/openapi.json`),
    fronts: document.tags
      .map(({ name, description }) => ({
        name,
        description,
        operations: shown.filter(({ front }) => front === name).map((one) => toOperationView(one, document, visit)),
      }))
      .filter(({ operations }) => operations.length > 0),
    records: Object.entries(document.components.schemas).map(([name, schema]) => ({
      name,
      fields: toFieldRows(schema),
      text: schema['properties'] ? null : toSchemaWords(schema).text,
    })),
    codes: [
      ...Object.entries(ERRORS)
        .filter(([code, { status }]) => status < 500 || named.has(code))
        .map(([code, { status, ...texts }]) => ({ code, status, text: texts[language] })),
      ...Object.entries(SERVER_REFUSALS).map(([code, { status, words: key }]) => ({
        code,
        status,
        text: textOf(language)[key].replace('{limit}', String(MAX_BODY)),
      })),
    ],
  }
  const trail = [{ label: { text: words.title, lang: null }, path: null }]
  return page('shop/api', { title: words.title, description: words.text }, view, { trail })
}
