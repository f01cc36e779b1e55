import { gzipSync } from 'node:zlib'
import { FORM_TOKEN, formToken } from '../../src/storefront/fronts/form-token.js'
import { PASSWORD } from '../http/signed-in.js'
import type { Random } from '../simulation/random.js'
import { recipient } from '../support/shop.js'
import type { Door, Form } from './doors.js'
import { brokenJson, CANARY, hostileEncoded, hostileHeader, hostileJson, hostileText } from './hostile.js'
import type { RawRequest } from './raw-client.js'

const METHODS = ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']
const TYPES = [
  'application/json; charset=utf-7',
  'application/x-www-form-urlencoded; charset=x-none',
  'text/plain',
  'application/xml',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  '',
]
/** Names that handlers might read, beside those of their own forms. */
const QUERY_NAMES = ['q', 'page', 'lang', 'next', 'sort', 'limit', 'k', 'id', 'period', 'province', 'from', 'until']

const TEN_MEGABYTES = Buffer.alloc(10_000_000, 'a=%00&')

function forgePath(door: Door, random: Random): string {
  const [known = ''] = door.addresses.size > 0 ? [random.pick([...door.addresses])] : []
  const path = known.split('?')[0] ?? ''
  if (path !== '' && random.chance(0.6)) return path
  const parts = door.pattern.split('/').map((part, at) => {
    if (!/[:{]/.test(part)) return part
    const kept = path.split('/')[at]
    return kept !== undefined && random.chance(0.3) ? kept : part.replace(/:\w+|\{.*\}/g, () => hostileEncoded(random))
  })
  const made = parts.join('/')
  return random.chance(0.05) ? `${made}${random.pick(['/', '//', '/.', '/..', '%2f', ';x=1', '%00'])}` : made
}

function forgeQuery(door: Door, random: Random): string {
  if (random.chance(0.35)) return ''
  const [known = ''] = door.addresses.size > 0 ? [random.pick([...door.addresses])] : []
  const ofForms = door.method === 'GET' ? door.forms.flatMap(({ fields }) => fields.map(([name]) => name)) : []
  const ofLinks = [...new URLSearchParams(known.split('?')[1] ?? '').keys()]
  const names = [...ofForms, ...ofLinks, ...QUERY_NAMES]
  const pairs = Array.from({ length: random.between(1, 4) }, () => {
    const name = random.chance(0.9) ? encodeURIComponent(random.pick(names)) : hostileEncoded(random)
    return `${name}=${random.chance(0.25) ? random.between(0, 3) : hostileEncoded(random)}`
  })
  const many = random.chance(0.02) ? Array.from({ length: 3000 }, (_, at) => `a[${at}]=${at}`) : []
  return `?${[...pairs, ...many].join('&')}`.slice(0, 14_000)
}

/** What somebody would type into fields that a page leaves empty. */
const TYPED: Readonly<Record<string, string>> = {
  name: 'Nguyễn Thị Hoa',
  phone: '0905 123 456',
  identifier: '0905 123 456',
  email: 'hoa@example.vn',
  province: '66',
  commune: '24133',
  street: '12 Lê Duẩn',
  quantity: '2',
  price: '65000',
  stock: '20',
  text: 'Thơm, đúng vị, giao nhanh trong hai ngày.',
  answer: 'Cảm ơn anh chị, chúng tôi đã gửi bù.',
  reason: 'Ảnh mờ, xin chụp lại.',
  note: 'Gọi trước khi giao.',
  rating: '4',
  from: '2026-11-20',
  until: '2027-11-20',
  number: 'L2026-11',
  words: 'mật dú',
  means: 'mật ong',
  current: PASSWORD,
  again: PASSWORD,
  confirm: PASSWORD,
  password: PASSWORD,
}

/** The session that a request goes out with; empty when none. */
const sessionIn = (cookie: string): string => /session=([^;]+)/.exec(cookie)?.[1] ?? ''

/** The form of a door with some of its fields gone bad; others stay good, so that the request gets deep. */
function spoil(form: Form, cookie: string, random: Random): [string, string][] {
  const fields = form.fields.map(([name, value]): [string, string] => {
    if (name === FORM_TOKEN) return [name, formToken(sessionIn(cookie))]
    return [name, value === '' && random.chance(0.9) ? (TYPED[name] ?? '') : value]
  })
  const bad = random.between(0, 3)
  for (let n = 0; n < bad && fields.length > 0; n += 1) {
    const at = random.between(0, fields.length - 1)
    const [name] = fields[at] as [string, string]
    if (name === FORM_TOKEN && random.chance(0.95)) continue
    const kind = random.between(0, 9)
    if (kind <= 6) fields[at] = [name, hostileText(random)]
    else if (kind === 7) fields.push([name, hostileText(random)])
    else if (kind === 8) fields.splice(at, 1)
    else fields.push([hostileText(random), hostileText(random)])
  }
  return fields
}

function toMultipart(fields: readonly [string, string][], files: readonly string[], random: Random) {
  const boundary = `----${CANARY}${random.between(1, 1e9)}`
  const quoted = (text: string) => text.replace(/["\r\n\0]/g, '_').slice(0, 300)
  const parts: Buffer[] = fields.map(([name, value]) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`),
  )
  for (const name of files) {
    const file = hostileFile(random)
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(hostileText(random))}"\r\nContent-Type: ${random.pick(['image/jpeg', 'text/csv', 'text/html', 'application/octet-stream'])}\r\n\r\n`
    parts.push(Buffer.from(head), file, Buffer.from('\r\n'))
  }
  const end = random.chance(0.9) ? Buffer.from(`--${boundary}--\r\n`) : Buffer.alloc(0)
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...parts, end]) }
}

function hostileFile(random: Random): Buffer {
  const text = () => hostileText(random)
  return random.pick([
    () => Buffer.alloc(0),
    () => Buffer.from(`<html><${CANARY}></html>`),
    () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>${CANARY}</script></svg>`),
    () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex'),
    () => Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff0802000000', 'hex'),
    () => Buffer.from('504b030414000000080000000000', 'hex'),
    () => gzipSync(Buffer.alloc(5_000_000)),
    () => Buffer.from(`sku,giá,tồn kho\n${text()},${text()},${text()}\n`),
    () => Buffer.from(`Tên sản phẩm;Chủ thể\n"${text()}";"${text()}\n`),
    () => Buffer.from(`${'a,'.repeat(5000)}\n`.repeat(20)),
    () => Buffer.from(`\ufeff${text()}`, 'utf16le'),
    () => Buffer.from(Array.from({ length: 2000 }, () => random.between(0, 255))),
  ])()
}

const ORDER = {
  lines: [{ sku: 'CF-250', quantity: 1 }],
  recipient: recipient(),
  adult: true,
  payment: 'cashOnDelivery',
}

/** A good order with one value gone bad somewhere. */
function forgeJson(random: Random): string {
  if (random.chance(0.3)) return brokenJson(random)
  const order = structuredClone(ORDER) as Record<string, unknown>
  const inner = random.pick([order, order['recipient'], (order['lines'] as unknown[])[0]]) as Record<string, unknown>
  inner[random.pick([...Object.keys(inner), 'total', 'status', hostileText(random)])] = hostileJson(random)
  return JSON.stringify(order)
}

function forgeBody(door: Door, cookie: string, random: Random): { type: string; body: Buffer } {
  const kind = random.between(0, 99)
  if (kind === 0) return { type: 'application/x-www-form-urlencoded', body: TEN_MEGABYTES }
  if (kind === 1) return { type: 'application/x-www-form-urlencoded', body: Buffer.from('a=1&'.repeat(15_000)) }
  if (kind < 5) return { type: random.pick(TYPES), body: Buffer.from(hostileText(random)) }
  if (door.pattern.startsWith('/api/') || kind < 12)
    return { type: 'application/json', body: Buffer.from(forgeJson(random)) }
  const form =
    door.forms.length > 0
      ? random.pick(door.forms)
      : { fields: [[FORM_TOKEN, '']] as const, isMultipart: false, files: [] }
  const fields = spoil(form, cookie, random)
  if (form.isMultipart || door.upload || kind < 20)
    return toMultipart(fields, form.files.length > 0 ? form.files : (door.upload?.fields ?? ['file']), random)
  return { type: 'application/x-www-form-urlencoded', body: Buffer.from(new URLSearchParams(fields).toString()) }
}

/** One request to a door with something hostile in it. */
export function forge(door: Door, cookie: string, random: Random): RawRequest {
  const headers: [string, string][] = [
    ['X-Forwarded-For', `10.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(1, 254)}`],
  ]
  if (random.chance(0.15)) headers.push(hostileHeader(random))
  if (cookie !== '' && !headers.some(([name]) => name === 'Cookie')) headers.push(['Cookie', cookie])
  const target = `${forgePath(door, random)}${forgeQuery(door, random)}`.replace(/[^\x21-\x7e]/g, '_')
  const method = random.chance(0.03) ? random.pick(METHODS) : door.method
  if (method !== 'POST') return { method, target, headers, body: null }
  const { type, body } = forgeBody(door, cookie, random)
  headers.push(['Content-Type', type])
  if (door.pattern.startsWith('/api/')) headers.push(['Idempotency-Key', `fuzz-${random.between(1, 1e9)}`])
  if (random.chance(0.02))
    return {
      method,
      target,
      headers: [...headers, ['Content-Encoding', 'gzip']],
      body: gzipSync(Buffer.alloc(3_000_000, 'a')),
    }
  return { method, target, headers, body }
}
