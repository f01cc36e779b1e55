import { load } from 'cheerio'
import { CANARY } from './hostile.js'
import { headerOf, type RawAnswer, type RawRequest } from './raw-client.js'

/** What Node's own parser answers with to what is no HTTP, before the shop sees it. */
const isOfTheParser = (answer: RawAnswer): boolean =>
  [400, 408, 413, 417, 431].includes(answer.status) && answer.headers.length <= 1

/** Cookies that a page's script may read: they hold no secret. */
const READABLE = /^(?:cart-count|wishes)=/

const LEAKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a stack', /\n\s*at .{1,200}:\d+:\d+/],
  [
    'a path of the machine',
    /\/node_modules\/|\/dist\/(?:chunks|cli|site|store|storefront)\/|file:\/\/\/(?!etc)|\/tmp\/ocop-/,
  ],
  ['an error of the program', /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|ENOENT|EACCES|ZodError)\b/],
]

function* checkMarkup({ body }: RawAnswer): Generator<string> {
  if (!body.includes(CANARY)) return
  const $ = load(body)
  for (const element of $('*').toArray()) {
    const name = $(element).prop('tagName')?.toLowerCase() ?? ''
    if (name.includes(CANARY)) yield `unescaped output: the element <${name}>`
    for (const [attribute, value] of Object.entries($(element).attr() ?? {})) {
      if (attribute.includes(CANARY)) yield `unescaped output: the attribute ${attribute} of <${name}>`
      if (/^(?:href|src|action|formaction)$/.test(attribute) && /^\s*(?:javascript|data:text)/i.test(value))
        yield `a link that runs: ${value.slice(0, 60)}`
    }
  }
  for (const script of $('script').toArray()) {
    const text = $(script).text()
    if (text.includes(CANARY) && $(script).attr('type') !== 'application/ld+json') yield 'input within a script'
  }
}

function* checkCookies({ headers }: RawAnswer): Generator<string> {
  for (const [name, cookie] of headers) {
    if (name !== 'set-cookie') continue
    const label = cookie.split('=')[0] ?? ''
    if (!/; SameSite=(?:Lax|Strict)/i.test(cookie)) yield `the cookie ${label} without SameSite`
    if (!/; Path=\//i.test(cookie)) yield `the cookie ${label} without a path`
    if (!READABLE.test(cookie) && !/; HttpOnly/i.test(cookie)) yield `the cookie ${label} without HttpOnly`
    if (/^__(?:Host|Secure)-/.test(cookie) && !/; Secure/i.test(cookie)) yield `the cookie ${label} without Secure`
  }
}

function* checkHeaders(answer: RawAnswer): Generator<string> {
  const type = headerOf(answer, 'content-type')
  if (headerOf(answer, 'x-content-type-options') !== 'nosniff') yield 'an answer without nosniff'
  if (!headerOf(answer, 'content-security-policy')?.includes("default-src 'none'")) yield 'an answer without a policy'
  if (headerOf(answer, 'x-powered-by') !== undefined) yield 'an answer that names its framework'
  if (headerOf(answer, 'access-control-allow-origin') === 'https://evil.example') yield 'a foreign origin let in'
  if (type === undefined ? answer.body !== '' : /^text\/|[/+](?:json|xml)/.test(type) && !/charset=utf-8/i.test(type))
    yield `text without a charset: ${String(type)}`
  const location = headerOf(answer, 'location')
  if (location !== undefined && !/^\/(?![/\\])/.test(location)) yield `a redirect that leads away: ${location}`
}

/** Everything that is wrong with an answer, in words; nothing when it is as it must be. */
export function* checkAnswer(request: RawRequest, answer: RawAnswer): Generator<string> {
  if (answer.isHanging) yield 'no answer'
  else if (answer.status === 0) {
    // A body that is refused while it is still being sent may end the connection before its answer arrives.
    if ((request.body?.length ?? 0) < 60_000) yield 'the connection ended without an answer'
    return
  }
  if (answer.status >= 500) yield `status ${answer.status}`
  if (isOfTheParser(answer)) return
  yield* checkHeaders(answer)
  yield* checkCookies(answer)
  // A client that asked for a compressed answer gets bytes that this one does not unpack.
  if (headerOf(answer, 'content-encoding') !== undefined) return
  for (const [what, pattern] of LEAKS) {
    const found = pattern.exec(answer.body)?.[0]
    if (found !== undefined) yield `${what}: ${found.trim().slice(0, 100)}`
  }
  const type = headerOf(answer, 'content-type') ?? ''
  if (type.startsWith('text/html') || type.startsWith('image/svg')) yield* checkMarkup(answer)
  if (/[/+]json(?:;|$)/.test(type) && answer.body !== '' && request.method !== 'HEAD') {
    try {
      JSON.parse(answer.body)
    } catch {
      yield 'JSON that cannot be read'
    }
  }
}
