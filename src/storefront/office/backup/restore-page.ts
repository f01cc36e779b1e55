import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { fold } from '../../../catalog/text.js'
import { keepSession } from '../../account/session-cookies.js'
import type { BackupChecked, Restoring } from '../../backups.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

interface Choice {
  readonly restoring: Restoring
  /** The backup's, as the list has it. */
  readonly name: string
}

/** @throws {CatalogError} `NOT_FOUND` when there is no such backup, or the shop restores none. */
async function choiceOf({ site: { backups } }: Visit, name: string): Promise<Choice> {
  const isKept = (await backups?.list())?.some((backup) => backup.name === name)
  if (!isKept || !backups?.restoring) throw new CatalogError('NOT_FOUND', { details: { what: 'backup', id: name } })
  return { restoring: backups.restoring, name }
}

interface Shown {
  readonly checked?: BackupChecked
  readonly problems?: FormProblems
  readonly word?: string
  /** True where the form of the order is shown: nobody restores what was not looked through first. */
  readonly isOffered?: boolean
}

function restorePage(
  visit: Visit,
  { name }: Choice,
  { checked, problems = NO_PROBLEMS, word = '', isOffered = checked?.isWhole ?? false }: Shown,
): PageReply {
  const view = {
    ...problems,
    name,
    word,
    report: checked?.report ?? null,
    isWhole: checked?.isWhole ?? false,
    isOffered,
  }
  return page('office/restore', { title: visit.messages.office.backup.restoring.title }, view, problems)
}

/** One backup, and the button that compares it with the present data. */
export const restore: Handler = async (visit) =>
  restorePage(visit, await choiceOf(visit, visit.query.get('name') ?? ''), {})

/** Verifies a backup, says what would come and what would go, and asks for the order. */
export const postCheck: Handler = async (visit) => {
  const choice = await choiceOf(visit, singleField(visit.form, 'name'))
  const { upkeep } = visit.site.workings
  try {
    const checked = await upkeep.check(personOf(visit), () => choice.restoring.check(choice.name, visit.language))
    return restorePage(visit, choice, { checked })
  } catch (error) {
    return restorePage(visit, choice, { problems: toFormProblems(error, {}, visit) })
  }
}

/** Takes the order to restore from somebody who gives the word, the password and a fresh one-time code. */
export const postRestore: Handler = async (visit) => {
  const { form, catalog, messages, sessionToken } = visit
  const choice = await choiceOf(visit, singleField(form, 'name'))
  const words = messages.office.backup.restoring
  const [word, again, code] = [singleField(form, 'word'), singleField(form, 'again'), singleField(form, 'code')]
  try {
    if (fold(word.trim()) !== fold(words.theWord))
      throw fieldError('word', 'inconsistent', {
        why: words.wordHint(words.theWord),
        whyEn: words.wordHint(words.theWord),
      })
    const { account } = await catalog.accounts.own.confirmed(sessionToken, again, 'again')
    const opened = await catalog.accounts.secondStep.giveCode(sessionToken, code)
    await visit.site.workings.upkeep.restore(personOf(visit), choice.name, () =>
      choice.restoring.order(choice.name, { id: account.id, name: account.name }),
    )
    return {
      ...page('office/restoring', { title: words.title }, { name: choice.name }),
      cookies: [keepSession(opened)],
    }
  } catch (error) {
    const labels = { word: words.word, again: messages.account.my.currentPassword, code: words.code }
    return restorePage(visit, choice, { problems: toFormProblems(error, labels, visit), word, isOffered: true })
  }
}
