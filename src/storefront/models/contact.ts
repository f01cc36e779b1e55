import { parsePhone, toDialled } from '../../catalog/phone.js'

/** How somebody is reached in one tap. */
export interface Contact {
  /** The number as people dial it. */
  readonly text: string
  readonly href: string
  /** Opens a talk on Zalo; null for a number that no mobile phone has, since Zalo knows people by those. */
  readonly zalo: string | null
}

const MOBILE = /^\+84[35789]\d{8}$/

/** @param phone - Kept as E.164. */
export const toContact = (phone: string): Contact => ({
  text: toDialled(phone),
  href: `tel:${phone}`,
  zalo: MOBILE.test(phone) ? `https://zalo.me/0${phone.slice(3)}` : null,
})

/** A number as the owner of the site wrote it: shown so, whatever it is, since a hotline of four digits is one, too. */
export const toStatedContact = (text: string): Contact => {
  const { zalo } = toContact(parsePhone(text) ?? '')
  return { text, href: `tel:${text.replace(/[^0-9+]/g, '')}`, zalo }
}
