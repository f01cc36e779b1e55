import { lookup } from 'node:dns'
import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { CatalogError } from '../catalog/errors.js'
import { isInsideHost, isPublicAddress, leadsInside, requireSafeAddress, type AddressRule } from './safe-address.js'

export interface Asking extends AddressRule {
  /** Default: GET. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | Uint8Array | undefined
  /** From the look-up of the name to the last byte, in milliseconds. Default: 15 seconds. */
  readonly timeout?: number | undefined
  /** Ends the asking before its time. */
  readonly signal?: AbortSignal | undefined
  /** Bytes of the answer that are read; what comes after is left unread. Default: 64 KiB. */
  readonly maxBytes?: number | undefined
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** False when the answer was longer than was read. */
  readonly isWhole: boolean
}

const TIMEOUT = 15_000
const MAX_BYTES = 64 * 1024
const MAX_HEADERS = 16 * 1024
const AGENT = 'ocop-catalog'

/**
 * Looks a name up and lets only addresses of the open Internet through. The connection is made to these very addresses,
 * so a name that answers differently a moment later gains nothing.
 */
const lookUpOutside =
  (url: URL): LookupFunction =>
  (host, options, answer) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = error ? [] : addresses
      if (!first) answer(error ?? new Error(`${host} has no address`), '', 0)
      else if (!addresses.every(({ address }) => isPublicAddress(address))) answer(leadsInside(url), '', 0)
      else if (options.all) answer(null, addresses)
      else answer(null, first.address, first.family)
    })

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Pick<Answer, 'body' | 'isWhole'>> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.length
    if (size > maxBytes) {
      response.destroy()
      return { body: Buffer.concat(parts).subarray(0, maxBytes), isWhole: false }
    }
  }
  return { body: Buffer.concat(parts), isWhole: true }
}

/**
 * Asks an address that somebody else wrote: a webhook's receiver, a listing's page, a source of the exchange. Never one
 * of the inside, never further than the first answer (a redirect is an answer), within limits of time and size.
 *
 * @throws {CatalogError} `ADDRESS_REFUSED` for what may not be asked; `NO_ANSWER` when nobody answers in time.
 */
export async function ask(address: string, asking: Asking = {}): Promise<Answer> {
  const url = requireSafeAddress(address, asking)
  const { method = 'GET', body, timeout = TIMEOUT, maxBytes = MAX_BYTES } = asking
  const signal = AbortSignal.any([AbortSignal.timeout(timeout), ...(asking.signal ? [asking.signal] : [])])
  const headers = {
    'user-agent': AGENT,
    ...asking.headers,
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const guarded = isInsideHost(url, asking) ? {} : { lookup: lookUpOutside(url) }
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { method, headers, signal, agent: false, maxHeaderSize: MAX_HEADERS, ...guarded }
      request(url, options, resolve).on('error', reject).end(body)
    })
    return { status: response.statusCode ?? 0, headers: response.headers, ...(await readBody(response, maxBytes)) }
  } catch (error) {
    if (error instanceof CatalogError) throw error
    const why = signal.aborted ? `${timeout} ms` : ((error as NodeJS.ErrnoException).code ?? String(error))
    throw new CatalogError('NO_ANSWER', { details: { host: url.host, why }, cause: error })
  }
}
