import { CatalogError } from '../../../catalog/errors.js'
import type { Variant } from '../../../catalog/product.js'
import type { GoodsRow } from '../../../site/goods.js'
import type { PriceChange } from '../../../site/selling/prices.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount, formatVnd } from '../../format.js'
import { packName } from '../../models/pack-name.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { TypedFields } from '../typed-fields.js'

/** The catalog keeps up to five rules of one variant; more than three on one pack nobody reads. */
const RULES = [0, 1, 2] as const
const SALE = ['sale.price', 'sale.from', 'sale.until'] as const
const RULE = ['from', 'percent', 'amount'] as const

/** One of the producer's own variants that has a price. */
function rowOf(visit: Visit): GoodsRow {
  const rows = visit.catalog.goods.list(personOf(visit), producerOf(visit).id)
  const row = rows.find(({ variant }) => variant.sku === visit.params['sku'] && variant.price !== null)
  if (!row) throw notFound()
  return row
}

function toValues({ sale, buyMore = [] }: Variant, { form }: Visit): Readonly<Record<string, string>> {
  const number = (value: number | undefined) => (value === undefined ? '' : formatCount(value, 'vi'))
  const kept: [string, string][] = [
    ['sale.price', number(sale?.price)],
    ['sale.from', sale?.from ?? ''],
    ['sale.until', sale?.until ?? ''],
    ...RULES.flatMap((at) =>
      RULE.map((name): [string, string] => [`buyMore.${at}.${name}`, number(buyMore[at]?.[name])]),
    ),
  ]
  return Object.fromEntries(kept.map(([path, value]) => [path, form.get(path) ?? value]))
}

function pricePage(visit: Visit, problems: FormProblems): Reply {
  const { product, variant } = rowOf(visit)
  const { messages } = visit
  const pack = packName(variant, visit.language)
  const view = {
    ...problems,
    action: visit.links.to(`/producer/offers/prices/${variant.sku}`),
    name: `${product.name.vi}, ${pack}`,
    price: formatVnd(variant.price ?? 0),
    values: toValues(variant, visit),
    rules: RULES.map((at) => ({ path: `buyMore.${at}`, label: messages.offers.rule(String(at + 1)) })),
  }
  return page('producer/offer-price', { title: messages.offers.change }, view, { status: problems.status })
}

export const price: Handler = (visit) => pricePage(visit, NO_PROBLEMS)

/** A part of the form that is empty takes its rule away. */
function readPrice(form: URLSearchParams, { price: full }: Variant): PriceChange {
  const fields = new TypedFields(form)
  const sale = { price: fields.number('sale.price'), from: fields.text('sale.from'), until: fields.text('sale.until') }
  if (full !== null && sale.price !== undefined && sale.price >= full)
    fields.refuse({ path: 'sale.price', code: 'tooLarge', params: { maximum: full - 1 } })
  const rules = RULES.map((at) => `buyMore.${at}`).filter((path) =>
    fields.isFilled(RULE.map((name) => `${path}.${name}`)),
  )
  const buyMore = rules.map((path) => ({
    from: fields.number(`${path}.from`, '3'),
    percent: fields.number(`${path}.percent`, '10'),
    amount: fields.number(`${path}.amount`, '5.000'),
  }))
  fields.check()
  return { sale: fields.isFilled(SALE) ? sale : null, buyMore: buyMore.length > 0 ? buyMore : null } as PriceChange
}

function labelsOf({ messages }: Visit): Record<string, string> {
  const words = messages.offers
  const rules = RULES.flatMap((at) =>
    RULE.map((name) => [`buyMore.${at}.${name}`, `${words.rule(String(at + 1))}, ${words.rules[name].toLowerCase()}`]),
  )
  return {
    'sale.price': words.salePrice,
    'sale.from': words.from,
    'sale.until': words.until,
    ...(Object.fromEntries(rules) as Record<string, string>),
  }
}

/** The command names fields within the product: `variants.2.sale.until` is `sale.until` here. */
const ofVariant = (error: unknown): unknown =>
  error instanceof CatalogError && error.issues.length > 0
    ? new CatalogError(error.code, {
        issues: error.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^variants\.\d+\./, '') })),
      })
    : error

/** Sets or takes away a sale and the buy-more rules of one variant. */
export const postPrice: Handler = async (visit) => {
  const { variant } = rowOf(visit)
  try {
    await visit.catalog.prices.change(personOf(visit), variant.sku, readPrice(visit.form, variant))
  } catch (error) {
    return pricePage(visit, toFormProblems(ofVariant(error), labelsOf(visit), visit))
  }
  return redirect(visit.links.to('/producer/offers', { saved: 1 }))
}
