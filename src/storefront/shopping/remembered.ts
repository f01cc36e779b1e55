import * as z from 'zod'
import type { SetCookie } from '../cookies/cookies.js'
import type { Visit } from '../visit.js'
import { EMPTY_FORM, type OrderForm } from './order-form.js'

const YEAR = 365 * 24 * 3600
const NAME = 'recipient'
const PATH = '/checkout'
const PHONE = 'phone'
const FEEDBACK = '/feedback'

const text = z.string().max(200).catch('')
const Remembered = z.object({ name: text, phone: text, province: text, commune: text, street: text })

/** The form as the shopper chose to have it remembered on this device; empty otherwise. The note is of one order alone. */
export function rememberedForm(visit: Visit): OrderForm {
  try {
    const kept = Remembered.parse(JSON.parse(visit.cookies.get(NAME) ?? ''))
    return { ...EMPTY_FORM, recipient: { ...kept, note: '' }, remember: true }
  } catch {
    return EMPTY_FORM
  }
}

/** Keeps the details on the device when the shopper ticked so, and deletes them when not. */
export const rememberForm = ({ recipient, remember }: OrderForm): SetCookie[] => [
  { name: NAME, value: remember ? JSON.stringify(Remembered.parse(recipient)) : null, maxAge: YEAR, path: PATH },
  { name: PHONE, value: remember ? text.parse(recipient.phone) : null, maxAge: YEAR, path: FEEDBACK },
]

export const forgetForm: readonly SetCookie[] = [
  { name: NAME, value: null, path: PATH },
  { name: PHONE, value: null, path: FEEDBACK },
]

/** The phone number that the shopper chose to have remembered on this device, for forms of feedback; empty otherwise. */
export const rememberedPhone = (visit: Visit): string => text.parse(visit.cookies.get(PHONE) ?? '')
