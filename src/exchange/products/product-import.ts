import type { CatalogChanges } from '../../catalog/changes.js'
import type { Day } from '../../catalog/day.js'
import type { PlaceRef } from '../../catalog/places/place.js'
import type { Catalog } from '../../site/catalog.js'
import type { Applied, ImportKind, ImportTarget, Plan, PlannedRow, PlanOptions } from '../import/import-kind.js'
import { CertificateBook, type CertificateDraft } from './certificate-book.js'
import { certificateFacts, producerFacts, productFacts, provinceWords } from './facts.js'
import { RowInterpreter, type Meaning } from './interpret-row.js'
import { correctPlace, narrowPlace } from './place-of-row.js'
import { ProducerBook } from './producer-book.js'
import { ProductBook, type ProductDraft } from './product-book.js'
import { productColumns, type ProductRow } from './product-columns.js'
import { findRecognition, mergeRecognition, statesRecognition } from './recognition.js'
import { Statements } from '../import/statements.js'

interface Recognition {
  readonly known: CertificateDraft | null
  readonly draft: CertificateDraft
}

/** What a list of products comes to: producers, products and certificates, saved in one step. */
class ProductPlan implements Plan<ProductRow> {
  readonly #statements = new Statements()
  readonly #today: Day
  readonly #interpreter: RowInterpreter
  readonly #certificates: CertificateBook
  #rows = 0

  private constructor(
    private readonly catalog: Catalog,
    options: PlanOptions,
    private readonly producers: ProducerBook,
    private readonly products: ProductBook,
  ) {
    this.#today = catalog.today()
    this.#certificates = new CertificateBook(catalog.state)
    this.#interpreter = new RowInterpreter(catalog.reference, options, this.#today)
  }

  static async open(catalog: Catalog, options: PlanOptions): Promise<ProductPlan> {
    const { state, reference } = catalog
    const producers = await new ProducerBook(state, reference.places).open()
    const products = await new ProductBook(state, reference.places).open()
    return new ProductPlan(catalog, options, producers, products)
  }

  add(row: ProductRow, number: number): PlannedRow {
    const { reference } = this.catalog
    const meaning = this.#interpreter.interpret(row)
    const producer = this.producers.merge(row, meaning)
    const found = this.products.find(row.name, producer?.draft.id ?? null, meaning)
    const base = found.known ?? this.products.create(row, producer?.draft.id ?? null, meaning.place)
    const recognition = statesRecognition(row) ? this.#recognize(row, meaning.place, base.id) : null
    const product = this.#merge(base, row, meaning, recognition)

    const { outcome, differences, facts } = this.#statements.take(number, found.known !== null, [
      {
        id: `product ${product.id}`,
        before: productFacts(found.known, reference.groups),
        after: productFacts(product, reference.groups),
      },
      ...(producer ? [this.#producerStatement(producer)] : []),
      ...(recognition ? [this.#recognitionStatement(recognition)] : []),
    ])
    if (producer) this.producers.keep(producer.draft, meaning.province)
    this.products.keep(product, meaning.province)
    if (recognition) this.#certificates.keep(recognition.draft)
    if (outcome === 'new' || outcome === 'changed') this.#rows++
    return {
      outcome,
      label: [row.name, row.producer].filter(Boolean).join(' – '),
      differences,
      facts: () => {
        const province = provinceWords(meaning.province)
        return { name: row.name, producer: producer?.draft.name ?? '', province, ...facts }
      },
      looksLike: found.known ? undefined : (found.looksLike ?? producer?.looksLike),
    }
  }

  look(row: Partial<ProductRow>): void {
    this.#interpreter.look(row)
  }

  close(): void {
    for (const book of [this.producers, this.products]) book.forgetNames()
    this.#statements.clear()
  }

  get changes(): CatalogChanges {
    return {
      producers: this.producers.staging.drafts,
      products: this.products.staging.drafts,
      certificates: this.#certificates.staging.drafts,
    }
  }

  async apply(target: ImportTarget = this.catalog): Promise<Applied> {
    await target.save(this.changes)
    return { done: this.#rows, known: 0 }
  }

  #recognize(row: ProductRow, place: PlaceRef, productId: string): Recognition {
    const known = findRecognition(this.#certificates.historyOf(productId), row)
    const id = known?.id ?? this.#certificates.newId(productId)
    return { known, draft: mergeRecognition(row, known, { id, productId }, place) }
  }

  #merge(known: ProductDraft, row: ProductRow, meaning: Meaning, recognition: Recognition | null): ProductDraft {
    const history = this.#certificates.historyOf(known.id)
    const isOnlyRecognition = history.every(({ id }) => id === recognition?.draft.id)
    const isDecided = known.classification?.basis === 'decision'
    return {
      ...known,
      // The product's only recognition may put its place right; a further one may be of another place.
      origin: (isOnlyRecognition ? correctPlace : narrowPlace)(known.origin, meaning.place),
      classification:
        meaning.category && !isDecided ? { ...meaning.category, basis: 'proposal' } : known.classification,
      source: known.source ?? row.source,
    }
  }

  #producerStatement({ known, draft }: NonNullable<ReturnType<ProducerBook['merge']>>) {
    return { id: `producer ${draft.id}`, before: producerFacts(known), after: producerFacts(draft) }
  }

  #recognitionStatement({ known, draft }: Recognition) {
    const facts = (certificate: CertificateDraft | null) =>
      certificateFacts(certificate, this.catalog.reference.places, this.#today)
    return { id: `certificate ${draft.id}`, before: facts(known), after: facts(draft) }
  }
}

/** Lists of OCOP products with their producers and recognitions. */
export const productImport = {
  name: 'products',
  columns: productColumns,
  openPlan: (catalog, options) => ProductPlan.open(catalog, options),
} as const satisfies ImportKind<typeof productColumns>
