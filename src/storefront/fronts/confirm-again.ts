import { NO_PROBLEMS, toFormProblems } from '../form-problems.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { visitorOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { FORM_TOKEN } from './form-token.js'

/** The field in which the password is typed once more. */
export const AGAIN = 'again'

/**
 * Asks for the password of whoever is signed in before something that outlasts the session or moves money.
 *
 * @throws {CatalogError} `SIGN_IN_REQUIRED`, `TOO_MANY_TRIES`, `INVALID_INPUT` at {@link AGAIN}.
 */
export const confirmAgain = (visit: Visit): Promise<unknown> =>
  visit.catalog.accounts.own.confirmed(visit.sessionToken, singleField(visit.form, AGAIN), AGAIN)

/** On its way from a command to {@link asking}: no fault of the form, so it is none of those that the form tells. */
class NotConfirmed extends Error {
  constructor(override readonly cause: unknown) {
    super('the password is asked for once more')
  }
}

/** As {@link confirmAgain}, for the handler of a form without {@link AGAIN}: a page of its own asks, see {@link asking}. */
export const confirmOnPage = async (visit: Visit): Promise<void> => {
  try {
    await confirmAgain(visit)
  } catch (error) {
    throw new NotConfirmed(error)
  }
}

/** What the password is asked for: that somebody else can sign in, or that a program or a mail box is told of what happens. */
type Asked = 'accounts' | 'notices' | 'webhooks'

/**
 * A handler that calls {@link confirmOnPage}: the page that asks for the password sends the same form once more.
 *
 * @param what - What is done; whoever leaves it is led to the page of that name.
 */
export const asking =
  (handler: Handler, what: Asked = 'accounts'): Handler =>
  async (visit) => {
    try {
      return await handler(visit)
    } catch (error) {
      if (!(error instanceof NotConfirmed)) throw error
      return askingPage(visit, error.cause, what)
    }
  }

function askingPage(visit: Visit, refusal: unknown, what: Asked) {
  const { form, links, messages, path } = visit
  const { confirming, my } = messages.account
  const told = toFormProblems(refusal, { [AGAIN]: my.currentPassword }, visit)
  const problems = form.has(AGAIN) ? told : NO_PROBLEMS
  const { phone, email } = visitorOf(visit).account
  const view = {
    ...problems,
    text: confirming.why[what],
    action: links.to(path),
    sent: [...form].filter(([name]) => name !== FORM_TOKEN && name !== AGAIN),
    identifier: email ?? phone,
    back: links.to(`/${visit.front ?? 'office'}/${what}`),
  }
  return page('account/confirm', { title: confirming.title }, view, { status: problems.status })
}
