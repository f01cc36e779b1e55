import type { Name } from './names.js'
import { withRoom } from './room.js'

/** The names that many products have in common, such as those of their places: read once. */
export interface SharedText {
  /** Its place among all of its kind. */
  readonly id: number
  readonly texts: readonly string[]
  /** Each once. */
  readonly names: readonly Name[]
}

/** All shared texts of one kind, and which of them each product has. */
export class SharedTexts {
  readonly all: SharedText[] = []
  /** By slot. */
  ids: Uint32Array = new Uint32Array(0)
  /** By the first of their texts. */
  readonly #byFirst = new Map<string, SharedText[]>()

  constructor(private readonly nameOf: (text: string) => Name) {}

  of(text: string): SharedText {
    for (const known of this.#byFirst.get(text) ?? NONE) if (known.texts.length === 1) return known
    return this.#add([text])
  }

  ofAll(texts: readonly string[]): SharedText {
    for (const known of this.#byFirst.get(texts[0] ?? '') ?? NONE) if (sameTexts(known.texts, texts)) return known
    return this.#add(texts)
  }

  put(slot: number, { id }: SharedText): void {
    this.ids = withRoom(this.ids, slot + 1)
    this.ids[slot] = id
  }

  at(slot: number): SharedText {
    return this.all[this.ids[slot] as number] as SharedText
  }

  #add(texts: readonly string[]): SharedText {
    const [first = ''] = texts
    const names = texts.length === 1 ? [this.nameOf(first)] : [...new Set(texts.map((text) => this.nameOf(text)))]
    const shared = { id: this.all.length, texts, names }
    this.all.push(shared)
    const known = this.#byFirst.get(first)
    if (known) known.push(shared)
    else this.#byFirst.set(first, [shared])
    return shared
  }
}

const NONE: readonly SharedText[] = []

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
