import type { FieldIssue } from '../../../catalog/errors.js'
import { Gtin } from '../../../catalog/packs/gtin.js'
import { PackSize } from '../../../catalog/packs/pack-size.js'
import { DraftVariant, type ProductDraft } from '../../../catalog/submission.js'
import { Price } from '../../../catalog/vnd.js'
import { localizedLine } from '../../../catalog/text.js'
import { parse } from '../../../catalog/parse.js'
import { CatalogError } from '../../../catalog/errors.js'
import { readAmount } from '../../../catalog/prices/read-amount.js'
import { readQuantity } from './read-numbers.js'

/** What was typed that is right, and what is wrong with the rest. */
export interface Read {
  readonly content: ProductDraft
  readonly issues: readonly FieldIssue[]
}

/** Runs one reading; what is wrong is noted under the field's path, and the field keeps what it had. */
export function attempt<T>(issues: FieldIssue[], path: string, otherwise: T, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    issues.push(...error.issues.slice(0, 1).map((issue) => ({ ...issue, path })))
    return otherwise
  }
}

const badNumber = (path: string, example: string): CatalogError =>
  new CatalogError('INVALID_INPUT', { issues: [{ path, code: 'badFormat', params: { example } }] })

function readVariant(form: URLSearchParams, index: number, old: DraftVariant, issues: FieldIssue[]): DraftVariant {
  const typed = (name: string): string => (form.get(`variants.${index}.${name}`) ?? '').trim()
  const at = (name: string): string => `variants.${index}.${name}`
  const packSize = attempt(issues, at('packSize'), old.packSize, () => {
    if (typed('packSize') === '') return undefined
    const quantity = readQuantity(typed('packSize'))
    if (quantity === null) throw badNumber(at('packSize'), '500')
    const count = old.packSize?.count === undefined ? {} : { count: old.packSize.count }
    return parse(PackSize, { quantity, unit: typed('unit'), ...count })
  })
  const price = attempt(issues, at('price'), old.price, () => {
    if (typed('price') === '') return null
    const amount = readAmount(typed('price'))
    if (amount === null) throw badNumber(at('price'), '120.000')
    return parse(Price, amount)
  })
  const stock = attempt(issues, at('stock'), old.stock, () => {
    if (typed('stock') === '') return undefined
    const units = readAmount(typed('stock'))
    if (units === null) throw badNumber(at('stock'), '40')
    return parse(DraftVariant.shape.stock, units)
  })
  const gtin = attempt(issues, at('gtin'), old.gtin, () =>
    typed('gtin') === '' ? undefined : parse(Gtin, typed('gtin')),
  )
  return { sku: old.sku, name: old.name, packSize, price, gtin, stock }
}

/**
 * Reads the second step: the name and the packs, each known by its SKU so that a removed row moves no other. An empty last
 * row is no variant.
 */
export function readGoods(form: URLSearchParams, draft: ProductDraft): Read {
  const issues: FieldIssue[] = []
  const name = attempt(issues, 'name.vi', draft.name, () => {
    const [vi, en] = [form.get('name.vi') ?? '', form.get('name.en') ?? '']
    if (vi.trim() === '') return undefined
    return parse(localizedLine(200), { vi, ...(en.trim() === '' ? {} : { en }) })
  })
  const known = new Map(draft.variants.map((variant) => [variant.sku as string, variant]))
  const variants = form.getAll('sku').flatMap((sku, index) => {
    const old = known.get(sku)
    return old ? [readVariant(form, index, old, issues)] : []
  })
  const photos = draft.photos.map((photo) => ({ ...photo, alt: name ?? photo.alt }))
  return { content: { ...draft, name, variants, photos }, issues }
}
