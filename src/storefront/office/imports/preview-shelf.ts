/** What lies on the shelf. */
interface Shelved {
  readonly bytes: number
  /** Whether it waits for a person, and for nothing else. */
  readonly isIdle: () => boolean
  /** Lets go of it. */
  readonly putAway: () => void
}

/**
 * Holds previews until a person decides on them, within so many bytes of memory. Who comes with one too many has those
 * put away that nobody has looked at for longest; the newest stays in any case, and so does one that is being imported.
 */
export class PreviewShelf<K> {
  /** Least lately looked at first. */
  readonly #shelved = new Map<K, Shelved>()
  #bytes = 0

  constructor(private readonly most: number) {}

  /** About so many bytes lie here. */
  get bytes(): number {
    return this.#bytes
  }

  put(key: K, shelved: Shelved): void {
    this.remove(key)
    this.#shelved.set(key, shelved)
    this.#bytes += shelved.bytes
    for (const [other, { isIdle, putAway }] of this.#shelved) {
      if (this.#bytes <= this.most) return
      if (other === key || !isIdle()) continue
      this.remove(other)
      putAway()
    }
  }

  /** Says that somebody has looked at it. */
  touch(key: K): void {
    const shelved = this.#shelved.get(key)
    if (!shelved) return
    this.#shelved.delete(key)
    this.#shelved.set(key, shelved)
  }

  remove(key: K): void {
    this.#bytes -= this.#shelved.get(key)?.bytes ?? 0
    this.#shelved.delete(key)
  }
}
