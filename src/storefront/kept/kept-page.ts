import { createHash, type Hash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Freshness, Mark, Shown } from '../../site/freshness.js'
import { EncodedBody } from './encoded-body.js'
import { chooseEncoding, type Encoding } from './encoding.js'

type Headers = Readonly<Record<string, string>>

/** An answer that is the same for everyone. */
export interface PublicAnswer {
  readonly body: Buffer | Contents
  readonly type: string
  readonly cacheControl: string
  readonly vary: string
  readonly more: Headers
}

/** A body, and the digest of its plain text. */
export interface Contents {
  readonly body: EncodedBody
  readonly digest: string
}

export const toDigest = (hash: Hash): string => hash.digest('base64url').slice(0, 16)

const contentsOf = (plain: Buffer): Contents => ({
  body: new EncodedBody(plain),
  digest: toDigest(createHash('sha256').update(plain)),
})

/** What is sent in one encoding. */
interface Sent {
  readonly body: Buffer
  readonly etag: string
  /** Name and value in turn, as Node takes them fastest. */
  readonly found: readonly string[]
  readonly notModified: readonly string[]
}

const asksFor = (etag: string, header: string): boolean =>
  header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

/** A page ready to be sent: compressed once, its headers written once. */
export class KeptPage {
  readonly body: EncodedBody
  readonly #sent: { [E in Encoding]?: Sent | undefined } = {}
  readonly #digest: string
  /** Headers of the shop that this answer goes without. */
  readonly #taken: readonly string[]

  /** @param common - Headers of every answer of the shop. */
  constructor(
    private readonly answer: Omit<PublicAnswer, 'body'>,
    contents: Buffer | Contents,
    private readonly common: Headers,
    private readonly mark: Mark | null,
    private readonly shown: Shown,
  ) {
    const { body, digest } = Buffer.isBuffer(contents) ? contentsOf(contents) : contents
    this.body = body
    this.#digest = digest
    this.#taken = Object.keys(answer.more).filter((name) => answer.more[name] === '')
  }

  isFresh(freshness: Freshness): boolean {
    return this.mark !== null && freshness.holds(this.mark, this.shown)
  }

  encodingFor({ headers }: IncomingMessage): Encoding {
    return this.body.encodingFor(chooseEncoding(headers['accept-encoding']))
  }

  /** Answers a GET or HEAD. */
  send(request: IncomingMessage, response: ServerResponse, encoding = this.encodingFor(request)): void {
    for (const name of this.#taken) response.removeHeader(name)
    const sent = (this.#sent[encoding] ??= this.#make(encoding))
    const known = request.headers['if-none-match']
    if (known !== undefined && asksFor(sent.etag, known)) {
      response.writeHead(304, sent.notModified as string[]).end()
      return
    }
    response.writeHead(200, sent.found as string[])
    if (request.method === 'HEAD') response.end()
    else response.end(sent.body)
  }

  /** Sends fewer bytes in this encoding from then on. */
  async improve(encoding: Encoding): Promise<void> {
    await this.body.improve(encoding)
    this.#sent[encoding] = undefined
  }

  #make(encoding: Encoding): Sent {
    const body = this.body.in(encoding)
    const { type, cacheControl, vary, more } = this.answer
    const etag = `"${this.#digest}-${encoding}"`
    // What differs from the shop's own headers differs in a 304 too: a browser takes them over into what it kept.
    const own: Headers = { ...this.common, 'cache-control': cacheControl, vary, etag, ...more }
    const always: string[] = []
    for (const name in own) if (own[name]) always.push(name, own[name])
    const found = [...always, 'content-type', type, 'content-length', String(body.length)]
    if (encoding !== 'identity') found.push('content-encoding', encoding)
    return { body, etag, found, notModified: always }
  }
}
