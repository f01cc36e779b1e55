import { describe, expect, it } from 'vitest'
import type { Membership, OfficeRole } from '../../src/catalog/account.js'
import type { ProducerId } from '../../src/catalog/ids.js'
import { provinceKey } from '../../src/catalog/places/place.js'
import { system, type Person } from '../../src/access/actor.js'
import { ACTIONS, type Action } from '../../src/access/right-table.js'
import { may, maySomewhere, reachOf, requireRight, type Subject } from '../../src/access/rights.js'

const DAK_LAK = provinceKey('2025-07', '66')
const TAY_NINH = provinceKey('2025-07', '80')

const person = (...memberships: readonly Membership[]): Person => ({
  kind: 'person',
  accountId: 'someone' as Person['accountId'],
  name: 'Ai đó',
  memberships,
})

const inOffice = (role: OfficeRole, scope: 'country' | readonly string[] = [DAK_LAK]): Membership => ({
  front: 'office',
  role,
  scope: scope === 'country' ? scope : (scope as (typeof DAK_LAK)[]),
})
const withProducer = (role: 'owner' | 'staff', producerId = 'ea-tu'): Membership => ({
  front: 'producer',
  role,
  producerId: producerId as ProducerId,
})

const EA_TU: Subject = { kind: 'producer', producerId: 'ea-tu', province: DAK_LAK }
const GO_DEN: Subject = { kind: 'producer', producerId: 'go-den', province: TAY_NINH }
const NOWHERE: Subject = { kind: 'producer', producerId: 'unknown', province: null }

/** v viewer, r reviewer, i importer, a administrator, o owner, s staff. */
const TABLE: Record<Action, string> = {
  'catalog.view': 'vriaos',
  'catalog.edit': '...a..',
  'submission.write': '....os',
  'submission.view': 'vriaos',
  'submission.decide': '.r.a..',
  'stock.change': '...aos',
  'order.view': 'vriaos',
  'order.advance': '....os',
  'import.run': '..ia..',
  'import.undo': '..ia..',
  'report.view': 'vriaos',
  'listing.check': 'vria..',
  'listing.mend': '.ria..',
  'feedback.view': 'vriaos',
  'feedback.assign': '.r.a..',
  'feedback.answer': '.r.aos',
  'review.moderate': '.r.a..',
  'review.answer': '....os',
  'voucher.manage': '...ao.',
  'search.teach': '...a..',
  'news.manage': '...a..',
  'payment.manage': '...ao.',
  'producer.edit': '...ao.',
  'account.view': '...ao.',
  'account.manage': '...ao.',
  'registration.decide': '...a..',
  'report.schedule': '...a..',
  'exchange.manage': '...a..',
  'webhook.manage': '...ao.',
  'apiKey.manage': '...a..',
  'audit.view': '...a..',
  'backup.make': '...a..',
  'backup.restore': '...a..',
  'security.view': '...a..',
  'personalData.answer': '...a..',
}

const OFFICE_ROLES = [
  ['v', 'viewer'],
  ['r', 'reviewer'],
  ['i', 'importer'],
  ['a', 'administrator'],
] as const
const PRODUCER_ROLES = [
  ['o', 'owner'],
  ['s', 'staff'],
] as const

describe.each(ACTIONS)('the right to %s', (action) => {
  it.each(OFFICE_ROLES)(
    'of %s in an office holds in its provinces, or in the country, and nowhere else',
    (letter, role) => {
      const isRight = TABLE[action].includes(letter)
      const local = person(inOffice(role))
      expect(may(local, action, EA_TU)).toBe(isRight)
      expect(may(local, action, { kind: 'province', province: DAK_LAK })).toBe(isRight)
      for (const other of [GO_DEN, NOWHERE, { kind: 'province', province: TAY_NINH }, { kind: 'country' }] as const)
        expect(may(local, action, other)).toBe(false)
      const national = person(inOffice(role, 'country'))
      for (const any of [EA_TU, GO_DEN, NOWHERE, { kind: 'country' }] as const)
        expect(may(national, action, any)).toBe(isRight)
    },
  )

  it.each(PRODUCER_ROLES)('of %s with a producer holds for what is its own, and nothing else', (letter, role) => {
    const own = person(withProducer(role))
    expect(may(own, action, EA_TU)).toBe(TABLE[action].includes(letter))
    for (const other of [GO_DEN, NOWHERE, { kind: 'province', province: DAK_LAK }, { kind: 'country' }] as const)
      expect(may(own, action, other)).toBe(false)
  })

  it('is nobody’s who has no role, and always the software’s own', () => {
    for (const subject of [EA_TU, NOWHERE, { kind: 'country' }] as const) {
      expect(may(person(), action, subject)).toBe(false)
      expect(may(system('cli'), action, subject)).toBe(true)
    }
  })
})

describe('a refusal', () => {
  const refusal = (actor: Person, action: Action, subject: Subject) => {
    try {
      requireRight(actor, action, subject, { what: 'product', id: 'ca-phe' })
    } catch (error) {
      return error
    }
    return null
  }

  it('says that the right is lacking to those who have it nowhere', () => {
    expect(refusal(person(withProducer('owner')), 'submission.decide', EA_TU)).toMatchObject({ code: 'FORBIDDEN' })
    expect(refusal(person(inOffice('viewer')), 'import.run', EA_TU)).toMatchObject({ status: 403 })
  })

  it('says that there is no such thing to those who have it elsewhere', () => {
    expect(refusal(person(withProducer('owner')), 'order.view', GO_DEN)).toMatchObject({ code: 'NOT_FOUND' })
    expect(refusal(person(inOffice('reviewer')), 'submission.decide', GO_DEN)).toMatchObject({ status: 404 })
    expect(refusal(person(inOffice('reviewer')), 'submission.decide', EA_TU)).toBeNull()
  })
})

describe('the reach of an actor', () => {
  it('joins all roles that have the right', () => {
    const both = person(inOffice('reviewer'), inOffice('viewer', [TAY_NINH]), withProducer('staff', 'go-den'))
    expect(reachOf(both, 'submission.decide')).toEqual({
      everything: false,
      provinces: new Set([DAK_LAK]),
      producers: new Set(),
    })
    expect(reachOf(both, 'order.view')).toEqual({
      everything: false,
      provinces: new Set([DAK_LAK, TAY_NINH]),
      producers: new Set(['go-den']),
    })
    expect(maySomewhere(both, 'import.run')).toBe(false)
  })

  it('is everything for the country and for the software itself', () => {
    expect(reachOf(person(inOffice('viewer', 'country')), 'order.view').everything).toBe(true)
    expect(reachOf(system('schedule'), 'audit.view').everything).toBe(true)
  })
})
