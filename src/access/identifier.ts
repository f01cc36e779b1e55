import { parsePhone } from '../catalog/phone.js'

/** A phone number or mail address as somebody typed it, brought to the form in which accounts keep it. */
export function readIdentifier(typed: string): string {
  const text = typed.normalize('NFKC').trim().slice(0, 200)
  return text.includes('@') ? text.toLowerCase() : (parsePhone(text) ?? text)
}
