import { secondsToWait } from './refusal.js'
import { CatalogError, issueText, type FieldIssue } from '../catalog/errors.js'
import { Day } from '../catalog/day.js'
import { formatDay } from './format.js'
import type { Visit } from './visit.js'

/** What is wrong with a form: for the summary on top, and beside each field. */
export interface FormProblems {
  readonly status: number
  readonly problems: readonly { readonly text: string; readonly href: string | null }[]
  /** By the name of the field, which is also the id of its input. */
  readonly errors: Readonly<Record<string, string>>
  /** After how many seconds it may be sent again: told by the header `Retry-After` too. */
  readonly waitSeconds?: number | undefined
}

export const NO_PROBLEMS: FormProblems = { status: 200, problems: [], errors: {} }

/** True for what can be told in the form itself: no fault of ours, but also that many come at once, so that nothing is typed again. */
const isOfForm = ({ status, code }: CatalogError): boolean =>
  code === 'SIGN_INS_WAITING' || (status < 500 && code !== 'FORBIDDEN' && code !== 'NOT_FOUND')

/** An example of a day is shown as people type it and as the hint beside the field has it: `17/05/2023`. */
function typedExample(issue: FieldIssue): FieldIssue {
  const day = Day.safeParse(issue.params['example'])
  return day.success ? { ...issue, params: { ...issue.params, example: formatDay(day.data) } } : issue
}

/**
 * Turns the refusal of a command into words for the form that asked for it. `labels` names the fields by the paths that
 * the command uses; an issue elsewhere, and a refusal that is about no field, stands in the summary alone.
 *
 * @throws the error itself when it is no refusal of what was typed: programs, missing rights, and our own faults.
 */
export function toFormProblems(error: unknown, labels: Readonly<Record<string, string>>, visit: Visit): FormProblems {
  if (!(error instanceof CatalogError) || visit.wantsJson || !isOfForm(error)) throw error
  if (error.issues.length === 0)
    return {
      status: error.status,
      problems: [{ text: error.text(visit.language), href: null }],
      errors: {},
      waitSeconds: secondsToWait(error),
    }
  const found = error.issues.map((issue) => ({
    path: issue.path,
    text: issueText(typedExample(issue), visit.language),
  }))
  return {
    status: error.status,
    problems: found.map(({ path, text }) => {
      const label = labels[path]
      if (label === undefined) return { text, href: null }
      return { text: `${label}${label.endsWith('?') ? '' : ':'} ${text}`, href: `#${path}` }
    }),
    errors: Object.fromEntries(found.toReversed().map(({ path, text }) => [path, text])),
  }
}
