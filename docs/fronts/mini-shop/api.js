import { language } from './words.js'

const API = `${document.querySelector('meta[name=shop]').content}/api/v1`

/** What the shop refused: `message` is a sentence for people, `code` stays the same, `errors` name the fields. */
export class Refused extends Error {
  constructor({ title, status, code, errors = [] }) {
    super([title, ...errors.map(({ text }) => text)].join(' '))
    Object.assign(this, { status, code, errors })
  }
}

/** Calls the API and returns its answer. No cookies go along: the order's code and the phone number open an order. */
async function call(path, { body, key } = {}) {
  const response = await fetch(API + path, {
    method: body ? 'POST' : 'GET',
    credentials: 'omit',
    headers: {
      'Accept-Language': language,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const answer = await response.json()
  if (!response.ok) throw new Refused(answer)
  return answer
}

export const findProducts = (words, cursor) =>
  call(
    `/products?${new URLSearchParams({ q: words, inStock: 'true', limit: '10', ...(cursor ? { cursor } : {}) }).toString()}`,
  )
export const listProvinces = () => call('/provinces')
export const listCommunes = (province) => call(`/provinces/${encodeURIComponent(province)}/communes`)
export const quote = (body) => call('/quote', { body })
/** The same key again gets the same order again, so that a lost answer never orders twice. */
export const placeOrder = (body, key) => call('/orders', { body, key })
export const followOrder = (code, phone) => call(`/orders/${encodeURIComponent(code)}/follow`, { body: { phone } })
