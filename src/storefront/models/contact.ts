import { parsePhone } from '../../catalog/phone.js'

/** How somebody is reached in one tap. */
export interface Contact {
  /** The number as people dial it. */
  readonly text: string
  readonly href: string
  /** Opens a talk on Zalo; null for a number that no mobile phone has, since Zalo knows people by those. */
  readonly zalo: string | null
}

const MOBILE = /^\+84[35789]\d{8}$/

/** `+84905123456` as people dial it: `0905 123 456`. */
export const toDialled = (phone: string): string =>
  phone.replace(/^\+84/, '0').replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')

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
