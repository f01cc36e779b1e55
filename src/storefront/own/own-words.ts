import { optionFault, refuseOptions } from '../../catalog/option-rules.js'
import { messages, type Messages } from '../messages/dictionaries.js'

/** Words of the same kind as those of the package, all of which may be left out. */
type Some<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { readonly [K in keyof T]?: Some<T[K]> }

/** Words in place of the package's own, named as in `src/storefront/messages`: `{ shell: { cart: 'Giỏ' } }`. */
type OwnWords = Some<Messages>

/** The same by language. */
export interface OwnMessages {
  readonly vi?: OwnWords | undefined
  readonly en?: OwnWords | undefined
}

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

const refuse = (path: string, vi: string, en: string) => refuseOptions('createStorefront', optionFault(path, vi, en))

/** @throws {CatalogError} `INVALID_OPTIONS` naming the word that the storefront does not have, or that is of another kind there. */
function merge(given: Tree, own: Tree, path: string): Tree {
  const merged: Record<string, unknown> = { ...given }
  for (const [name, value] of Object.entries(own)) {
    if (value === undefined) continue
    const before = Object.hasOwn(given, name) ? given[name] : undefined
    const here = `${path}.${name}`
    if (before === undefined) throw refuse(here, 'Gian hàng không có câu chữ này.', 'The storefront has no such word.')
    if (isTree(before) && isTree(value)) merged[name] = merge(before, value, here)
    else if (typeof before === typeof value && Array.isArray(before) === Array.isArray(value) && !isTree(value))
      merged[name] = value
    else {
      const [vi, en] = isTree(before) ? ['một nhóm câu chữ', 'a group of words'] : [typeof before, `a ${typeof before}`]
      throw refuse(here, `Phải là ${vi}, như ở đó.`, `This must be ${en}, as it is there.`)
    }
  }
  return merged
}

/** The words of the interface with those of the site in place of the package's. */
export const withOwnWords = (own: OwnMessages = {}): typeof messages => ({
  vi: merge(messages.vi, own.vi ?? {}, 'messages.vi') as Messages,
  en: merge(messages.en, own.en ?? {}, 'messages.en') as Messages,
})
