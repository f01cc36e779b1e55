import type { CatalogChanges } from '../../catalog/changes.js'
import type { Catalog } from '../../site/catalog.js'
import { attemptAll, refuseRow, rowIssue } from '../import/fault.js'
import type { Applied, Facts, ImportKind, ImportTarget, Plan, PlannedRow } from '../import/import-kind.js'
import { RecordFinder } from '../import/record-finder.js'
import { Staging, type DraftOf } from '../import/staging.js'
import { Statements } from '../import/statements.js'
import { listingColumns, STATUS_WORDS, type ListingRow } from './listing-columns.js'
import { listingId } from './listing-id.js'

type ListingDraft = DraftOf<'listings'>

const factsOf = (listing: ListingDraft | null): Facts => ({
  url: listing?.url ?? '',
  status: listing ? STATUS_WORDS[listing.status] : '',
  price: String(listing?.price ?? ''),
  listed_on: listing?.listedOn ?? '',
  last_checked_on: listing?.lastCheckedOn ?? '',
  delisted_on: listing?.delistedOn ?? '',
  external_id: listing?.externalId ?? '',
  source: listing?.source ?? '',
})

const required = (field: string) => ({ path: field, code: 'required', params: {} }) as const

/**
 * What the row and what is known of the listing come to together. A row without a day of listing was seen at the
 * latest when it was checked; without a status it is taken as introduced, the weakest claim.
 *
 * @throws {CatalogError} `INVALID_INPUT` naming the days that are missing or contradict each other.
 */
function merge(
  row: ListingRow,
  known: ListingDraft | null,
  identity: Pick<ListingDraft, 'id' | 'productId' | 'platformId'>,
): ListingDraft {
  const status = row.status ?? known?.status ?? 'introduced'
  const listedOn = row.listed_on ?? known?.listedOn ?? row.last_checked_on
  const stillThere = row.status !== undefined && row.status !== 'removed'
  const delistedOn =
    row.delisted_on ??
    (stillThere ? undefined : known?.delistedOn) ??
    (status === 'removed' ? row.last_checked_on : undefined)
  if (listedOn === undefined) throw refuseRow(required('listed_on'))
  if (status === 'removed' && delistedOn === undefined) throw refuseRow(required('delisted_on'))
  if (delistedOn !== undefined && delistedOn < listedOn)
    throw refuseRow(
      rowIssue('delisted_on', 'Ngày gỡ phải sau ngày lên sàn.', 'It must be delisted after it was listed.'),
    )
  return {
    ...known,
    ...identity,
    status,
    listedOn,
    delistedOn,
    url: row.url ?? known?.url,
    price: row.price ?? known?.price,
    externalId: row.external_id ?? known?.externalId,
    lastCheckedOn: row.last_checked_on ?? known?.lastCheckedOn,
    source: row.source ?? known?.source,
  }
}

class ListingPlan implements Plan<ListingRow> {
  readonly #statements = new Statements()
  readonly #staging: Staging<'listings'>
  #rows = 0

  constructor(
    private readonly catalog: Catalog,
    private readonly finder: RecordFinder,
  ) {
    this.#staging = new Staging(catalog.state, 'listings')
  }

  add(row: ListingRow, number: number): PlannedRow {
    const { finder } = this
    const { platform, product } = attemptAll({
      platform: () => finder.platform(row.platform),
      product: () => finder.product(row.product, row.producer === undefined ? null : finder.producer(row.producer)),
    })
    const stored = this.catalog.state.listingsOf(product.id).find(({ platformId }) => platformId === platform.id)
    const id = stored?.id ?? listingId(product.id, platform.id)
    const known = this.#staging.find(id)
    const draft = merge(row, known, { id, productId: product.id, platformId: platform.id })
    const { outcome, differences, facts } = this.#statements.take(number, known !== null, [
      { id, before: factsOf(known), after: factsOf(draft) },
    ])
    this.#staging.put(draft)
    if (outcome === 'new' || outcome === 'changed') this.#rows++
    const names = { platform: platform.name.vi, product: product.name.vi }
    return {
      outcome,
      differences,
      facts: () => ({ ...names, ...facts }),
      label: `${product.name.vi} – ${platform.name.vi}`,
    }
  }

  look(row: Partial<ListingRow>): void {
    this.finder.look(row)
  }

  get changes(): CatalogChanges {
    return { listings: this.#staging.drafts }
  }

  close(): void {
    this.finder.clear()
    this.#statements.clear()
  }

  async apply(target: ImportTarget = this.catalog): Promise<Applied> {
    await target.save(this.changes)
    return { done: this.#rows, known: 0 }
  }
}

/** Products on other platforms, with link, price, status and the days on which they were seen. */
export const listingImport = {
  name: 'listings',
  columns: listingColumns,
  openPlan: async (catalog) => new ListingPlan(catalog, await RecordFinder.open(catalog)),
} as const satisfies ImportKind<typeof listingColumns>
