import type { ErrorRequestHandler } from 'express'
import { CatalogError, issueText } from '../../catalog/errors.js'
import { signInPage } from '../account/sign-in.js'
import { isApiPath } from '../request/api-path.js'
import { toApiProblem } from './problem.js'
import type { Assets } from '../assets.js'
import { NO_PROBLEMS } from '../form-problems.js'
import type { Site } from '../site.js'
import { Refusal, type RefusalReason, retryAfter, secondsToWait } from '../refusal.js'
import { page, type BodyReply } from '../reply.js'
import { send } from './respond.js'
import type { Failure } from './visible-failure.js'
import { toVisit, type Visit } from '../visit.js'

const refused = (status: number, reason: RefusalReason, { messages }: Visit): Failure => ({
  status,
  code: reason,
  ...messages.shell.errors[reason],
  issues: [],
})

const isClientFault = (error: unknown): error is { status: number } =>
  typeof error === 'object' &&
  error !== null &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500

function reasonOf({ code, status }: CatalogError): RefusalReason {
  if (code === 'STORE_UNAVAILABLE') return 'notNow'
  if (code === 'SIGN_INS_WAITING') return 'busy'
  if (code === 'STORE_UNCERTAIN' || code === 'STORE_STOPPED') return 'uncertain'
  if (status >= 500) return 'failed'
  return status === 404 ? 'notFound' : status === 401 ? 'signIn' : status === 403 ? 'forbidden' : 'badRequest'
}

/** What a visitor may know of an error: of our own faults only that they are ours. */
function toFailure(error: unknown, visit: Visit): Failure {
  const { language } = visit
  if (error instanceof Refusal) return refused(error.status, error.reason, visit)
  if (error instanceof CatalogError) {
    const reason = reasonOf(error)
    const issues = error.issues.map((issue) => ({ path: issue.path, text: issueText(issue, language) }))
    const waits = { waitSeconds: secondsToWait(error) }
    if (reason !== 'badRequest') return { ...refused(error.status, reason, visit), ...waits, code: error.code }
    return { status: error.status, code: error.code, title: error.text(language), text: '', issues, ...waits }
  }
  if (isClientFault(error)) return refused(error.status, error.status === 413 ? 'tooLarge' : 'badRequest', visit)
  return refused(500, 'failed', visit)
}

/** RFC 9457 problem details. */
const toProblem = ({ status, code, title, text, issues, waitSeconds }: Failure): BodyReply => ({
  kind: 'body',
  type: 'application/problem+json; charset=utf-8',
  status,
  cacheControl: 'no-store',
  headers: retryAfter(waitSeconds),
  body: JSON.stringify({ title, status, detail: text, code, errors: issues }),
})

/** Somebody unknown is asked to sign in where they are, and then goes on. */
function askToSignIn(failure: Failure, visit: Visit) {
  const query = visit.query.toString()
  const next = visit.method === 'GET' ? `${visit.path}${query === '' ? '' : `?${query}`}` : ''
  return signInPage(visit, { identifier: '', next }, { ...NO_PROBLEMS, status: failure.status })
}

/** @param requestId - Under which the request stands in the access log; undefined where none is kept. */
const toPage = (failure: Failure, visit: Visit, requestId: string | undefined) => {
  if (failure.status === 401) return askToSignIn(failure, visit)
  const view = {
    ...failure,
    requestId,
    isOurs: failure.status >= 500,
    again: visit.method === 'GET' ? visit.links.to(visit.path) : null,
  }
  return page('shop/error', { title: failure.title, noIndex: true }, view, { status: failure.status })
}

const toAnswer = (error: unknown, failure: Failure, visit: Visit, requestId: string | undefined) => {
  if (isApiPath(visit.path)) return toApiProblem(error, failure, visit)
  return visit.wantsJson ? toProblem(failure) : toPage(failure, visit, requestId)
}

/** What was turned away is counted for the office. A wrong address is counted where it is found to be one. */
function noteRefusal({ code }: Failure, { workings: { security } }: Site): void {
  if (code === 'crossSite') security.note('crossSite')
  if (code === 'tooMany' || code === 'busy') security.note('throttled')
  if (code === 'FORBIDDEN' || code === 'SCOPE_MISSING' || code === 'API_KEY_REFUSED') security.note('refusedRight')
}

/**
 * The last handler: tells visitors what happened in their language, and the owner of the site what went wrong. Where the
 * host answers failures itself, it gets them by `next(error)`, with the `status` that fits; only the sign-in page stays the storefront's.
 */
export function failureHandler(site: Site, assets: Assets): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const visit = toVisit(request, site)
    const failure = toFailure(error, visit)
    noteRefusal(failure, site)
    // That so many come at once is no fault of ours, and a line for each of them would be one more load.
    if (failure.status >= 500 && failure.code !== 'busy' && failure.code !== 'SIGN_INS_WAITING')
      site.onError(error, { method: request.method, path: request.path })
    if (response.headersSent || (site.failures === 'host' && failure.status !== 401)) next(error)
    else {
      const requestId = response.getHeader('x-request-id')
      const answer = toAnswer(error, failure, visit, requestId === undefined ? undefined : String(requestId))
      send(answer, visit, assets, request, response)
    }
  }
}
