import { expect, it } from 'vitest'
import { hideAccountNumbers } from '../../src/access/hide-account-numbers.js'
import type { AuditEntry } from '../../src/catalog/audit.js'

const changed = (before: string, after: string): unknown[] => {
  const account = (number: string) => ({
    bankAccount: { bin: '970436', number, holder: 'HTX EA TU' },
    prepaidOnly: true,
  })
  const entry = { action: 'saleTerms.save', before: account(before), after: account(after) } as unknown as AuditEntry
  const shown = hideAccountNumbers(entry)
  return [shown.before?.['bankAccount'], shown.after?.['bankAccount']].map((one) => (one as { number: string }).number)
}

it('of an account number the last four digits are told, and as many more as two that end alike differ by', () => {
  expect(changed('0011001932418', '99990000')).toEqual(['•••••••••2418', '••••0000'])
  expect(changed('0011001932418', '0011001992418')).toEqual(['••••••••32418', '••••••••92418'])
  expect(changed('2418', '0012418')).toEqual(['2418', '••12418'])
})

it('what speaks of no account stays as it is', () => {
  const entry = {
    action: 'products.price',
    before: { price: 65_000 },
    after: { price: 70_000 },
  } as unknown as AuditEntry
  expect(hideAccountNumbers(entry)).toEqual(entry)
})
