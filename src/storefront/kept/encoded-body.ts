import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzip,
  gzipSync,
} from 'node:zlib'
import type { Encoding } from './encoding.js'

/** Below this many bytes nothing is gained. */
const WORTH_COMPRESSING = 1000
/** Quick enough to do before the first answer. */
const QUICK = 2
/** Fewer bytes for several times as long: done aside, for what is asked for again. */
const BETTER = 7

/** More bytes than any page has: compressing them takes so long that Node's own threads do it. */
const LONG = 256 * 1024

export const brotliQuality = (quality: number) => ({ [constants.BROTLI_PARAM_QUALITY]: quality })

const brotliOptions = (body: Buffer, quality: number) => ({
  params: { ...brotliQuality(quality), [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
})

/** A copy of its own: what zlib gives lies in a block of 16 kB, which a page of 5 kB would hold as well. */
const exact = (bytes: Buffer): Buffer => {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

const brotliAside = promisify(brotliCompress)
const gzipAside = promisify(gzip)

/** One text in the encodings that were asked for, each made once. */
export class EncodedBody {
  readonly #forms: Partial<Record<Encoding, Buffer>>
  readonly #isSmall: boolean
  readonly #isLong: boolean
  #isQuick: boolean

  /** @param quality - Of Brotli, up to 11, which takes some hundred times as long. */
  constructor(
    bytes: Buffer,
    private readonly quality = QUICK,
    encoding: Encoding = 'identity',
    plainBytes = bytes.length,
  ) {
    this.#forms = { [encoding]: bytes }
    this.#isSmall = plainBytes < WORTH_COMPRESSING
    this.#isLong = plainBytes > LONG
    this.#isQuick = quality < BETTER && !this.#isLong
  }

  /** A text that was compressed as it was made, from so many bytes. */
  static of(encoding: Encoding, bytes: Buffer, plainBytes: number): EncodedBody {
    return new EncodedBody(bytes, BETTER, encoding, plainBytes)
  }

  /** The encoding that is used when this one is asked for. */
  encodingFor(asked: Encoding): Encoding {
    return this.#isSmall ? 'identity' : asked
  }

  has(encoding: Encoding): boolean {
    return this.#forms[encoding] !== undefined
  }

  /** True when this form is there or quickly made. */
  isReady(encoding: Encoding): boolean {
    return !this.#isLong || this.has(encoding)
  }

  /** Makes this form of a long text while other work goes on. */
  async prepare(encoding: Encoding): Promise<void> {
    if (encoding === 'identity' || this.isReady(encoding)) return
    const plain = this.#plain()
    this.#forms[encoding] = exact(
      encoding === 'br' ? await brotliAside(plain, brotliOptions(plain, BETTER)) : await gzipAside(plain),
    )
  }

  /** True while this form is there and {@link improve} would make it smaller. */
  canImprove(encoding: Encoding): boolean {
    return this.#isQuick && encoding === 'br' && this.has(encoding)
  }

  /** Makes a form smaller that was made quickly, once, while other work goes on. */
  async improve(encoding: Encoding): Promise<void> {
    if (!this.canImprove(encoding)) return
    this.#isQuick = false
    const plain = this.#plain()
    this.#forms[encoding] = exact(await brotliAside(plain, brotliOptions(plain, BETTER)))
  }

  in(encoding: Encoding): Buffer {
    return (this.#forms[encoding] ??= this.#make(encoding))
  }

  /** Lets go of the plain text, which is five times as large, when what is asked for is another form. */
  slimTo(asked: Encoding): void {
    if (asked === 'identity') return
    this.in(asked)
    delete this.#forms.identity
  }

  get bytes(): number {
    return Object.values(this.#forms).reduce((sum, { length }) => sum + length, 0)
  }

  #make(encoding: Encoding): Buffer {
    if (encoding === 'identity') return this.#plain()
    const plain = this.#plain()
    return exact(encoding === 'br' ? brotliCompressSync(plain, brotliOptions(plain, this.quality)) : gzipSync(plain))
  }

  #plain(): Buffer {
    const { identity, br, gzip } = this.#forms
    return identity ?? (br ? brotliDecompressSync(br) : gunzipSync(gzip as Buffer))
  }
}
