import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib'
import type { Encoding } from './encoding.js'

/** Below this many bytes nothing is gained. */
const WORTH_COMPRESSING = 1000
/** Quick enough to do before the first answer: a fifth of a millisecond for a page. */
const QUALITY = 4

const compressBrotli = (body: Buffer, quality: number): Buffer =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })

/** One text in the encodings that were asked for, each made once. */
export class EncodedBody {
  readonly #forms: Partial<Record<Encoding, Buffer>>
  readonly #isSmall: boolean

  /** @param quality - Of Brotli, up to 11, which takes a hundred times as long. */
  constructor(
    plain: Buffer,
    private readonly quality = QUALITY,
  ) {
    this.#forms = { identity: plain }
    this.#isSmall = plain.length < WORTH_COMPRESSING
  }

  /** The encoding that is used when this one is asked for. */
  encodingFor(asked: Encoding): Encoding {
    return this.#isSmall ? 'identity' : asked
  }

  has(encoding: Encoding): boolean {
    return this.#forms[encoding] !== undefined
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
    return encoding === 'br' ? compressBrotli(this.#plain(), this.quality) : gzipSync(this.#plain())
  }

  #plain(): Buffer {
    const { identity, br, gzip } = this.#forms
    return identity ?? (br ? brotliDecompressSync(br) : gunzipSync(gzip as Buffer))
  }
}
