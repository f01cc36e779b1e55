import type { AuditEntry } from '../catalog/audit.js'

type Fields = NonNullable<AuditEntry['before']>

const SHOWN = 4

function numberIn(fields: Fields | undefined): string | null {
  const account = fields?.['bankAccount']
  return typeof account === 'object' &&
    account !== null &&
    !Array.isArray(account) &&
    typeof account['number'] === 'string'
    ? account['number']
    : null
}

const hidden = (fields: Fields, number: string, shown: number): Fields => ({
  ...fields,
  bankAccount: {
    ...(fields['bankAccount'] as Fields),
    number: `${'•'.repeat(Math.max(0, number.length - shown))}${number.slice(-shown)}`,
  },
})

/**
 * An entry of the audit trail with no more of an account's number than its last four digits: enough to see which one,
 * not to use it. More are left where two numbers end alike, so that a change is seen to be one.
 */
export function hideAccountNumbers(entry: AuditEntry): AuditEntry {
  const [old, fresh] = [numberIn(entry.before), numberIn(entry.after)]
  let shown = SHOWN
  if (old !== null && fresh !== null && old !== fresh)
    while (shown < Math.max(old.length, fresh.length) && old.slice(-shown) === fresh.slice(-shown)) shown += 1
  return {
    ...entry,
    ...(entry.before && old !== null ? { before: hidden(entry.before, old, shown) } : {}),
    ...(entry.after && fresh !== null ? { after: hidden(entry.after, fresh, shown) } : {}),
  }
}
