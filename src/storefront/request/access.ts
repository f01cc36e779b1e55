import type { Request, RequestHandler } from 'express'
import { CatalogError } from '../../catalog/errors.js'
import { maySomewhere } from '../../access/rights.js'
import type { Action } from '../../access/right-table.js'
import type { Visitor } from '../../site/accounts.js'
import { parseCookies } from '../cookies/cookies.js'
import { findKey } from './api-key.js'
import { frontOfPath } from './fronts.js'
import { toQuery } from '../links.js'
import type { Site } from '../site.js'
import { prefixedName, SESSION_COOKIE } from '../cookies/prefixed-cookies.js'
import { Refusal } from '../refusal.js'

/**
 * Who may call a route. `account`: everybody who is signed in; `office` and `producer`: who has a role there, and with
 * `may` one to whom that action is allowed somewhere. `signingIn`: also those who still owe their one-time code.
 *
 * This opens the page; what it shows and does is checked again by the commands, subject by subject.
 */
export interface Access {
  readonly front: 'account' | 'office' | 'producer' | 'signingIn'
  readonly may?: Action | undefined
}

/** What the browser of a request holds as its session; empty when it holds none. */
const sessionTokenOf = (request: Request): string =>
  parseCookies(request.get('cookie')).get(prefixedName(SESSION_COOKIE, request.secure, request.baseUrl)) ?? ''

/**
 * True for a request of somebody who works here: by a session with a role, or a key of the API. A session without one, which
 * everybody may open, is no sign of that.
 */
export function isOfStaff(request: Request, { catalog }: Site): boolean {
  const token = sessionTokenOf(request)
  const person = token === '' ? null : catalog.accounts.find(token)?.person
  return (person?.memberships.length ?? 0) > 0 || findKey(request.get('authorization'), catalog) !== null
}

function isAdmitted({ front, may }: Access, { person }: Visitor): boolean {
  if (!person || front === 'account') return person !== null
  const within = { ...person, memberships: person.memberships.filter((membership) => membership.front === front) }
  return within.memberships.length > 0 && (may === undefined || maySomewhere(within, may))
}

/**
 * Finds a session that another process of the shop has just opened, ahead of all that asks for it. Who changes something
 * waits until this process has heard of all that the others did: a session that was ended there changes nothing here.
 */
export function awaitSession({ catalog: { accounts } }: Site): RequestHandler {
  return async (request, _response, next) => {
    if (frontOfPath(request.path) !== null) {
      const token = sessionTokenOf(request)
      const isKnown = (await accounts.findFresh(token)) !== null
      if (isKnown && request.method === 'POST') await accounts.catchUp()
    }
    next()
  }
}

/** Lets through who may call a route: asks others to sign in, to give their code, or refuses them. */
export function admit(access: Access, site: Site): RequestHandler {
  return (request, response, next) => {
    const token = sessionTokenOf(request)
    const found = token === '' ? null : site.catalog.accounts.find(token)
    if (!found) {
      next(new Refusal(401, 'signIn'))
      return
    }
    if (access.front !== 'signingIn' && !found.person) {
      const step = found.account.authenticator ? 'code' : 'authenticator'
      const back = request.method === 'GET' ? request.url : null
      response.redirect(303, `${request.baseUrl}/account/${step}?${toQuery({ next: back })}`)
      return
    }
    const isAllowed = access.front === 'signingIn' || isAdmitted(access, found)
    if (isAllowed)
      site.catalog.accounts
        .touch(found)
        .catch((error: unknown) => site.onError(error, { method: request.method, path: request.path }))
    next(isAllowed ? undefined : new CatalogError('FORBIDDEN'))
  }
}
