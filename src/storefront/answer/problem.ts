import { textOf } from '../../api/words.js'
import { CatalogError, issueText } from '../../catalog/errors.js'
import { Refusal, retryAfter } from '../refusal.js'
import type { BodyReply } from '../reply.js'
import type { Failure } from './visible-failure.js'
import type { Visit } from '../visit.js'
import { ParameterFault, type FaultPlace } from './parameter-fault.js'

const escape = (part: string): string => part.replace(/~/g, '~0').replace(/\//g, '~1')

const pointerTo = (path: string, place: FaultPlace): string =>
  place === 'body' ? ['#', ...path.split('.').filter(Boolean).map(escape)].join('/') : path

const KEY = 'Idempotency-Key'

function toErrors(error: unknown, { language }: Visit) {
  if (!(error instanceof CatalogError)) return []
  const place = error instanceof ParameterFault ? error.place : 'body'
  return error.issues.map((issue) => {
    const where = issue.path === KEY ? 'header' : place
    return {
      in: where,
      pointer: pointerTo(issue.path, where),
      path: issue.path,
      code: issue.code,
      text: issueText(issue, language),
    }
  })
}

/** `notFound`, as pages know it, is `NOT_FOUND` to programs; they are told whether it was the address or the body. */
function codeOf(error: unknown, { code }: Failure): string {
  const isOfBody = code === 'badRequest' && !(error instanceof Refusal) && !(error instanceof URIError)
  return isOfBody ? 'BODY_UNREADABLE' : code.replace(/[a-z](?=[A-Z])/g, '$&_').toUpperCase()
}

/** The most that might have been sent, as the reader of bodies states it. */
const limitOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'limit' in error ? String(error.limit) : ''

/** What pages tell a person who stands before them, and the API tells in words of its own. */
const OWN_WORDS = {
  NOT_FOUND: 'notFound',
  TOO_LARGE: 'tooLarge',
  BAD_REQUEST: 'badRequest',
  BODY_UNREADABLE: 'bodyUnreadable',
} as const

const isOwn = (code: string): code is keyof typeof OWN_WORDS => code in OWN_WORDS

function wordsFor(error: unknown, failure: Failure, code: string, { language }: Visit) {
  if (error instanceof CatalogError && error.status < 500) return { title: error.text(language), detail: '' }
  if (isOwn(code)) return { title: textOf(language)[OWN_WORDS[code]].replace('{limit}', limitOf(error)), detail: '' }
  return { title: failure.title, detail: failure.text }
}

/** RFC 9457 problem details of the JSON API, in the language of the request; of our own faults only that they are ours. */
export function toApiProblem(error: unknown, failure: Failure, visit: Visit): BodyReply {
  const code = codeOf(error, failure)
  const problem = {
    type: `${visit.links.to('/api')}#${code}`,
    ...wordsFor(error, failure, code, visit),
    status: failure.status,
    code,
    errors: toErrors(error, visit),
  }
  return {
    kind: 'body',
    type: 'application/problem+json; charset=utf-8',
    status: failure.status,
    cacheControl: 'no-store',
    headers: {
      'content-language': visit.language,
      ...retryAfter(failure.waitSeconds),
      ...(code === 'IDEMPOTENCY_IN_FLIGHT' ? { 'retry-after': '1' } : {}),
      ...(failure.status === 401 ? { 'www-authenticate': 'Bearer realm="ocop"' } : {}),
    },
    body: JSON.stringify(problem),
  }
}
