import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { CatalogError } from '../catalog/errors.js'

/** Begins every sealed text: no secret that is kept in the clear begins so. */
const SEALED = /^sealed:1:([0-9a-f]{8}):([\w-]+)$/
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

interface SealKey {
  /** Says which key sealed a text, and nothing of the key. */
  readonly id: string
  readonly secret: string
}

const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `ocop-catalog ${purpose}`, KEY_BYTES))

const toKey = (secret: string): SealKey => ({
  id: createHash('sha256').update('key id').update(secret).digest('hex').slice(0, 8),
  secret,
})

/**
 * Seals secrets that have to be read again, such as those of authenticator apps, so that a copy of the data alone opens
 * nothing: AES-256-GCM under the site's key, bound to where the secret belongs. Without a key they stay in the clear.
 */
export class Seals {
  readonly #keys: readonly SealKey[]
  /** Stands in for a key where nothing has to last longer than the process. */
  readonly #passing = randomBytes(KEY_BYTES).toString('base64url')

  /** @param secrets - The site's keys: the first one seals, all of them open, so that a key can be replaced. */
  constructor(secrets: readonly string[] = []) {
    this.#keys = secrets.map(toKey)
  }

  /** True when there is a key. */
  get isOn(): boolean {
    return this.#keys.length > 0
  }

  /** @param place - Where the text belongs, such as `authenticator of <account>`; it opens nowhere else. */
  seal(text: string, place: string): string {
    const [key] = this.#keys
    if (!key) return text
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', derive(key.secret, 'seal'), iv).setAAD(Buffer.from(place))
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `sealed:1:${key.id}:${sealed.toString('base64url')}`
  }

  /**
   * What was sealed; a text in the clear, from the time before there was a key, as it is.
   *
   * @throws {CatalogError} `SEALED` when its key is not among the site's keys, or the text belongs elsewhere.
   */
  open(text: string, place: string): string {
    const [, id, body] = SEALED.exec(text) ?? []
    if (id === undefined || body === undefined) return text
    const key = this.#keys.find((known) => known.id === id)
    if (!key) throw new CatalogError('SEALED', { details: { key: id } })
    const bytes = Buffer.from(body, 'base64url')
    try {
      const decipher = createDecipheriv('aes-256-gcm', derive(key.secret, 'seal'), bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
    } catch {
      throw new CatalogError('SEALED', { details: { key: id } })
    }
  }

  /** True when a text is to be sealed anew: it is in the clear although there is a key, or its key is not the first. */
  isOutdated(text: string): boolean {
    const [key] = this.#keys
    return key !== undefined && SEALED.exec(text)?.[1] !== key.id
  }

  /** A secret for signing, such as the cookies of devices: the same for all processes with the key, else of this one. */
  secretFor(purpose: string): Buffer {
    return derive(this.#keys[0]?.secret ?? this.#passing, purpose)
  }
}
