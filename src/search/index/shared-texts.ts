import type { Name } from './name.js'
import { withRoom } from './room.js'

/** The names that many products have in common, such as those of their places: read once. */
export interface SharedText {
  /** Its place among all of its kind. */
  readonly id: number
  /** Each once. */
  readonly names: readonly Name[]
  /** Another that begins with the same name; null for the last of them. */
  readonly next: SharedText | null
}

/** All shared texts of one kind, and which of them each product has. */
export class SharedTexts {
  readonly all: SharedText[] = []
  /** By slot. */
  ids: Uint32Array = new Uint32Array(0)
  /** By the first of their names. */
  readonly #byFirst = new Map<string, SharedText>()

  constructor(private readonly nameOf: (text: string) => Name) {}

  of(text: string): SharedText {
    let known = this.#byFirst.get(text)
    while (known && known.names.length !== 1) known = known.next ?? undefined
    return known ?? this.#add([text])
  }

  ofAll(texts: readonly string[]): SharedText {
    let known = this.#byFirst.get(texts[0] ?? '')
    while (known && !areCalled(known.names, texts)) known = known.next ?? undefined
    if (known) return known
    const once = [...new Set(texts)]
    return once.length < texts.length ? this.ofAll(once) : this.#add(once)
  }

  put(slot: number, { id }: SharedText): void {
    if (slot >= this.ids.length) this.ids = withRoom(this.ids, slot + 1)
    this.ids[slot] = id
  }

  at(slot: number): SharedText {
    return this.all[this.ids[slot] as number] as SharedText
  }

  #add(texts: readonly string[]): SharedText {
    const [first = ''] = texts
    const names = texts.map((text) => this.nameOf(text))
    const shared = { id: this.all.length, names, next: this.#byFirst.get(first) ?? null }
    this.all.push(shared)
    this.#byFirst.set(first, shared)
    return shared
  }
}

function areCalled(names: readonly Name[], texts: readonly string[]): boolean {
  if (names.length !== texts.length) return false
  for (let i = 0; i < names.length; i++) if (names[i]?.text !== texts[i]) return false
  return true
}
