import { CatalogError } from '../../catalog/errors.js'
import { toAppAddress } from '../../access/second-factor.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { insidePath } from '../inside.js'
import { qrAddress } from '../qr/qr-svg.js'
import { page, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { visitorOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { handCodes } from './recovery-codes.js'
import { homeOf } from './session-cookies.js'

/** A new app is set up by those who have none, and by those who have given the code of the old one. */
function requireMaySetUp(visit: Visit): void {
  const { account, person } = visitorOf(visit)
  if (account.authenticator && !person) throw new CatalogError('SIGN_IN_REQUIRED')
}

function setUpPage(visit: Visit, next: string, problems: FormProblems): PageReply {
  const { account, person } = visitorOf(visit)
  const secret = visit.catalog.accounts.secondStep.offer(visit.sessionToken)
  const address = toAppAddress(secret, visit.site.name.vi, account.email ?? account.phone ?? account.name)
  const view = {
    ...problems,
    next,
    picture: qrAddress(address),
    address,
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    isRequired: account.memberships.some(({ front }) => front === 'office'),
    replaces: account.authenticator !== undefined,
    asksPassword: person !== null,
  }
  return page('account/authenticator', { title: visit.messages.account.authenticator.title }, view, {
    status: problems.status,
  })
}

/** Shows the QR code that an app reads, and asks for the first code. */
export const authenticator: Handler = (visit) => {
  requireMaySetUp(visit)
  return setUpPage(visit, visit.query.get('next') ?? '', NO_PROBLEMS)
}

/** Sets the app up and leads to the recovery codes. */
export const postAuthenticator: Handler = async (visit) => {
  requireMaySetUp(visit)
  const { code, my } = visit.messages.account
  const next = singleField(visit.form, 'next')
  try {
    const [typed, again] = [singleField(visit.form, 'code'), singleField(visit.form, 'again')]
    const opened = await visit.catalog.accounts.secondStep.setUp(visit.sessionToken, typed, again)
    return await handCodes(opened.codes, insidePath(next, homeOf(opened)), visit, opened)
  } catch (error) {
    return setUpPage(visit, next, toFormProblems(error, { again: my.currentPassword, code: code.label }, visit))
  }
}
