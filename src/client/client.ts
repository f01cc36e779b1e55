import type { AnswerOf, CallOf, CallOptions, Method, Paged, PathOf, Rest } from './call-types.js'
import { optionRefusal } from './option-refusal.js'
import { sendWithRetries } from './retries.js'

export { ApiError } from './api-error.js'
export type { AnswerOf, CallOf, CallOptions, Paged, PathOf } from './call-types.js'

/** Where the shop is and how it is called; all but `baseUrl` may be left out. */
export interface ClientOptions {
  /** Where the shop stands: `https://ocop.example.vn` or `https://example.vn/ocop`; in a page of the shop's own site `/ocop` will do. */
  readonly baseUrl: string
  /** An API key, for the work of producers and offices. Never put one into a page. Default: none. */
  readonly apiKey?: string
  /** The language of labels and refusals. Default: `vi`. */
  readonly language?: 'vi' | 'en'
  /** How often a call is tried again when the network or the server fails. Default: 3. */
  readonly retries?: number
  /** What sends the calls. Default: the global `fetch`. */
  readonly fetch?: typeof fetch
}

/** What a call gave. */
export interface Outcome<T> {
  /** Null when what `ifNoneMatch` named still holds. */
  readonly data: T
  /** Names what was read, for `ifNoneMatch` and `ifMatch`. */
  readonly etag: string | null
  /** True when an earlier call with the same key had done it already. */
  readonly replayed: boolean
}

interface AnyCall extends CallOptions {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly ifMatch?: string
}

const toQuery = (query: Readonly<Record<string, unknown>> = {}): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] =>
        one === undefined || one === null ? [] : [[name, String(one as string | number | boolean)]],
      ),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : ''
}

const toAddress = (path: string, params: Readonly<Record<string, unknown>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))

const BASE_URL_WANTED = {
  vi: 'Phải là địa chỉ của gian hàng, như "https://ocop.example.vn" hoặc "/ocop".',
  en: 'This must be the address of the shop, such as "https://ocop.example.vn" or "/ocop".',
}

const NO_SUCH_OPTION = {
  vi: 'Không có tùy chọn này; có: baseUrl, apiKey, language, retries, fetch.',
  en: 'There is no such option; there are: baseUrl, apiKey, language, retries, fetch.',
}

/** Calls the JSON API of a shop; made by {@link createClient}. */
export interface Client {
  /** Reads. @throws {ApiError} what the shop refuses. */
  readonly get: <P extends PathOf<'get'>>(
    path: P,
    ...rest: Rest<CallOf<'get', P>>
  ) => Promise<Outcome<AnswerOf<'get', P>>>
  /** Makes something or takes a step, once however often it is sent again. @throws {ApiError} what the shop refuses. */
  readonly post: <P extends PathOf<'post'>>(
    path: P,
    ...rest: Rest<CallOf<'post', P>>
  ) => Promise<Outcome<AnswerOf<'post', P>>>
  /** Replaces a record as a whole. @throws {ApiError} what the shop refuses. */
  readonly put: <P extends PathOf<'put'>>(
    path: P,
    ...rest: Rest<CallOf<'put', P>>
  ) => Promise<Outcome<AnswerOf<'put', P>>>
  /** Takes something away. @throws {ApiError} what the shop refuses. */
  readonly delete: <P extends PathOf<'delete'>>(
    path: P,
    ...rest: Rest<CallOf<'delete', P>>
  ) => Promise<Outcome<AnswerOf<'delete', P>>>
  /** Reads a list to its end, page by page. */
  readonly pages: <P extends Paged>(path: P, ...rest: Rest<CallOf<'get', P>>) => AsyncGenerator<AnswerOf<'get', P>>
}

/**
 * A client of the JSON API, for browsers and Node. Each change bears an Idempotency-Key that stays the same over its
 * retries, so a lost answer never makes a second order. What the server refuses is thrown as {@link ApiError}.
 *
 * @throws {ApiError} `INVALID_OPTIONS` when `baseUrl` is neither a web address nor a path, and for a name that is no option.
 */
export function createClient({
  baseUrl,
  apiKey,
  language = 'vi',
  retries = 3,
  fetch: own,
  ...strange
}: ClientOptions): Client {
  if (typeof baseUrl !== 'string' || !/^(?:https?:\/\/.|\/|$)/.test(baseUrl))
    throw optionRefusal('baseUrl', BASE_URL_WANTED, language)
  const [unknown] = Object.keys(strange)
  if (unknown !== undefined) throw optionRefusal(unknown, NO_SUCH_OPTION, language)
  const api = `${baseUrl.replace(/\/$/, '')}/api/v1`
  const send = own ?? ((...wanted: Parameters<typeof fetch>) => fetch(...wanted))

  async function call(method: Method, path: string, given: AnyCall = {}): Promise<Outcome<never>> {
    const { params, query, body, signal, idempotencyKey, ifMatch, ifNoneMatch } = given
    const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language }
    if (apiKey !== undefined) headers['authorization'] = `Bearer ${apiKey}`
    if (method !== 'get') headers['idempotency-key'] = idempotencyKey ?? crypto.randomUUID()
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (ifMatch !== undefined) headers['if-match'] = ifMatch
    if (ifNoneMatch !== undefined) headers['if-none-match'] = ifNoneMatch
    const request = {
      method: method.toUpperCase(),
      headers,
      credentials: 'omit' as const,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    }
    const address = `${api}${toAddress(path, params)}${toQuery(query)}`
    const response = await sendWithRetries(() => send(address, request), { retries, ...(signal ? { signal } : {}) })
    return {
      data: (response.status === 304 ? null : await response.json()) as never,
      etag: response.headers.get('etag'),
      replayed: response.headers.get('idempotent-replayed') === 'true',
    }
  }

  async function* pages(path: string, given: AnyCall = {}): AsyncGenerator<never> {
    let cursor: string | null = null
    do {
      const query = cursor === null ? given.query : { ...given.query, page: undefined, cursor }
      const { data } = await call('get', path, { ...given, ...(query ? { query } : {}) })
      yield data
      cursor = (data as { next: string | null }).next
    } while (cursor !== null)
  }

  return {
    get: (path, ...[given]) => call('get', path, given),
    post: (path, ...[given]) => call('post', path, given),
    put: (path, ...[given]) => call('put', path, given),
    delete: (path, ...[given]) => call('delete', path, given),
    pages: (path, ...[given]) => pages(path, given),
  }
}
