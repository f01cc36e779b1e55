import type { Lot } from '../../../catalog/packs/lot.js'
import type { Product } from '../../../catalog/product.js'
import type { LotDraft } from '../../../site/lots.js'
import { traceAddress } from '../../care/trace-address.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatDay } from '../../format.js'
import { packName } from '../../models/pack-name.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { readTypedDay } from '../listing/read-numbers.js'
import { TypedFields } from '../typed-fields.js'

const NEW = 'new'
const STATUSES = ['current', 'recalled', 'withdrawn'] as const

/** One of the producer's own products, and the lot of the address; null for one that is to be made. */
function lotOf(visit: Visit): { readonly product: Product; readonly kept: Lot | null } {
  const { catalog, params } = visit
  const product = catalog.state.find('products', params['product'] ?? '')
  if (product?.status !== 'published' || product.producerId !== producerOf(visit).id) throw notFound()
  const kept = catalog.lots.of(product.id).find(({ id }) => id === params['id']) ?? null
  if (!kept && params['id'] !== NEW) throw notFound()
  return { product, kept }
}

function toValues(kept: Lot | null, { form }: Visit): Readonly<Record<string, string>> {
  const values: [string, string | undefined][] = [
    ['number', kept?.number],
    ['sku', kept?.sku],
    ['madeOn', kept?.madeOn && formatDay(kept.madeOn)],
    ['bestBefore', kept?.bestBefore],
    ['soldFrom', kept?.soldFrom],
    ['harvestedOn', kept?.harvestedOn && formatDay(kept.harvestedOn)],
    ['harvestPlace', kept?.harvestPlace],
    ['notes.vi', kept?.notes?.vi],
    ['status', kept?.status ?? 'current'],
  ]
  return Object.fromEntries(values.map(([name, value]) => [name, form.get(name) ?? value ?? '']))
}

function lotPage(visit: Visit, problems: FormProblems): Reply {
  const { product, kept } = lotOf(visit)
  const words = visit.messages.lots
  const view = {
    ...problems,
    action: visit.links.to(`/producer/lots/${product.id}/${kept?.id ?? NEW}`),
    product: product.name.vi,
    trace: kept && traceAddress(product, { sku: kept.sku, lot: kept.number }, visit),
    values: toValues(kept, visit),
    packs: product.variants.map((variant) => ({ value: variant.sku, label: packName(variant, visit.language) })),
    statuses: STATUSES.map((value) => ({ value, label: words.statuses[value] })),
  }
  const title = kept ? words.lot(kept.number) : words.add
  return page('producer/lot', { title }, view, { status: problems.status })
}

export const lot: Handler = (visit) => lotPage(visit, NO_PROBLEMS)

function readLot({ form }: Visit, product: Product, kept: Lot | null): LotDraft {
  const fields = new TypedFields(form)
  const partialDay = (name: string) => {
    const typed = fields.text(name)
    return typed === undefined ? undefined : (readTypedDay(typed) ?? typed)
  }
  const notes = fields.text('notes.vi')
  const values = {
    number: fields.text('number'),
    sku: fields.text('sku'),
    madeOn: partialDay('madeOn'),
    bestBefore: fields.text('bestBefore'),
    soldFrom: fields.text('soldFrom'),
    harvestedOn: partialDay('harvestedOn'),
    harvestPlace: fields.text('harvestPlace'),
    notes: notes === undefined ? undefined : { ...kept?.notes, vi: notes },
    status: fields.text('status'),
  }
  return {
    ...(kept ? { id: kept.id } : {}),
    productId: product.id,
    ...(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Omit<
      LotDraft,
      'id' | 'productId'
    >),
  }
}

/** States a lot, changes what was stated, or calls it back. */
export const postLot: Handler = async (visit) => {
  const { product, kept } = lotOf(visit)
  try {
    await visit.catalog.lots.save(personOf(visit), readLot(visit, product, kept))
  } catch (error) {
    return lotPage(visit, toFormProblems(error, visit.messages.lots.fields, visit))
  }
  return redirect(visit.links.to('/producer/lots', { saved: 1 }))
}
