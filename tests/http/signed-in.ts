import { TOTP, Secret } from 'otpauth'
import type { Catalog } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import type { Invitation } from '../../src/site/accounts/people.js'
import type { Visitor } from './visitor.js'

/** A password that nobody would guess. */
export const PASSWORD = 'bốn con trâu xanh'

export const ADMINISTRATOR: Invitation = {
  name: 'Trần Thị Quản',
  phone: '0905 111 222',
  email: 'quan@example.vn',
  memberships: [{ front: 'office', role: 'administrator', scope: 'country' }],
}

export const PRODUCER: Invitation = {
  name: 'Y Thu Niê',
  phone: '0905 333 444',
  memberships: [{ front: 'producer', role: 'owner', producerId: 'ea-tu' as never }],
}

/** The clock that an app on a phone shows codes by. */
export interface Phone {
  readonly code: (at: Date) => string
}

/** A phone whose app was given the secret that a page showed. */
export const phoneOf = (secret: string): Phone => {
  const totp = new TOTP({
    secret: Secret.fromBase32(secret.replace(/\s/g, '')),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  })
  return { code: (at) => totp.generate({ timestamp: at.getTime() }) }
}

/** Opens the link of an invitation and chooses a password: the person is signed in, or asked to set up the app. */
export async function acceptInvitation(visitor: Visitor, catalog: Catalog, invitation: Invitation): Promise<Visitor> {
  const { token } = await catalog.accounts.people.invite(system('test'), invitation)
  await visitor.open(`/account/set-up?k=${token}`)
  return visitor.press('main .button--primary', { password: PASSWORD })
}

/** Types the password on the page that asks who is there before somebody is let in. */
export const confirmAsked = (visitor: Visitor, password = PASSWORD): Promise<Visitor> =>
  visitor.press('form:has(#again) .button--primary', { again: password })

/** Sets up the app that the page offers and goes on to the work; returns the phone with the app. */
export async function setUpApp(visitor: Visitor, now: Date): Promise<Phone> {
  const phone = phoneOf(visitor.$('.secret').text())
  await visitor.press('main .button--primary', { code: phone.code(now) })
  await visitor.follow('main .button--primary')
  return phone
}

/** Somebody of an office, signed in with everything that is asked for. */
export async function officeVisitor(
  shop: { readonly catalog: Catalog; readonly visitor: () => Visitor },
  invitation: Invitation,
  now: Date,
): Promise<Visitor> {
  const visitor = await acceptInvitation(shop.visitor(), shop.catalog, invitation)
  await setUpApp(visitor, now)
  return visitor
}
