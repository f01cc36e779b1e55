import type { SaleTerms } from '../../../catalog/payments/sale-terms.js'
import { ZONES } from '../../../trade/shipping-terms.js'
import { vietQr } from '../../../trade/payments/vietqr.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount } from '../../format.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { qrAddress } from '../../qr/qr-svg.js'
import { AGAIN, confirmAgain } from '../../fronts/confirm-again.js'
import { changedAccount } from './account-notice.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { NUMBERS, readTerms, TEXTS } from './read-terms.js'

const WEIGHTS: Readonly<Record<string, number>> = { 'shipping.firstGrams': 1000, 'shipping.stepGrams': 1000 }

/** What is kept under a path such as `shipping.elsewhere.first`. */
const valueAt = (terms: SaleTerms | null, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], terms)

function toValues(terms: SaleTerms | null, { form }: Visit): Readonly<Record<string, string>> {
  const texts = TEXTS.map((path) => [path, form.get(path) ?? (valueAt(terms, path) as string | undefined) ?? ''])
  const numbers = NUMBERS.map((path) => {
    const kept = (valueAt(terms, path) as number | undefined) ?? WEIGHTS[path]
    return [path, form.get(path) ?? (kept === undefined ? '' : formatCount(kept, 'vi'))]
  })
  return Object.fromEntries([...texts, ...numbers]) as Record<string, string>
}

/** The kept account as a code without a sum, so that the producer's own bank shows whose account it is. */
function toSample(terms: SaleTerms | null, visit: Visit) {
  if (!terms?.bankAccount) return null
  const { bin, number, holder } = terms.bankAccount
  const bank = visit.catalog.reference.banks.find(bin)?.shortName ?? bin
  return { qr: qrAddress(vietQr({ account: { bin, number } })), bank, number, holder }
}

function termsPage(visit: Visit, problems: FormProblems): Reply {
  const { catalog, messages } = visit
  const words = messages.terms
  const terms = catalog.saleTerms.find(producerOf(visit).id)
  const view = {
    ...problems,
    saved: visit.query.has('saved'),
    changed: changedAccount(visit),
    values: toValues(terms, visit),
    prepaidOnly: visit.method === 'POST' ? visit.form.get('prepaidOnly') !== null : terms?.prepaidOnly === true,
    banks: catalog.reference.banks
      .list()
      .map(({ bin, shortName, name }) => ({ value: bin, label: `${shortName} – ${name}` })),
    zones: ZONES.map((zone) => ({ path: `shipping.${zone}`, label: words.zones[zone] })),
    sample: toSample(terms, visit),
  }
  return page('producer/terms', { title: words.title }, view, { status: problems.status, personal: true })
}

export const terms: Handler = (visit) => termsPage(visit, NO_PROBLEMS)

function labelsOf({ messages }: Visit): Record<string, string> {
  const words = messages.terms
  const zones = ZONES.flatMap((zone) => [
    [`shipping.${zone}.first`, `${words.zones[zone]}, ${words.first.toLowerCase()}`],
    [`shipping.${zone}.each`, `${words.zones[zone]}, ${words.each.toLowerCase()}`],
  ])
  return {
    'bankAccount.bin': words.bank,
    'bankAccount.number': words.number,
    'bankAccount.holder': words.holder,
    prepaidOnly: words.prepaidOnly,
    [AGAIN]: messages.account.my.currentPassword,
    'shipping.firstGrams': words.firstGrams,
    'shipping.stepGrams': words.stepGrams,
    'shipping.freeFrom': words.freeFrom,
    'pickUp.address': words.address,
    'pickUp.hours': words.hours,
    ...(Object.fromEntries(zones) as Record<string, string>),
  }
}

/** Sets bank account, shipping and pick-up in one go; for another bank account the password is asked for. */
export const postTerms: Handler = async (visit) => {
  try {
    const draft = readTerms(visit.form, producerOf(visit).id)
    await visit.catalog.saleTerms.save(personOf(visit), draft, () => confirmAgain(visit))
  } catch (error) {
    return termsPage(visit, toFormProblems(error, labelsOf(visit), visit))
  }
  return redirect(visit.links.to('/producer/terms', { saved: 1 }))
}
