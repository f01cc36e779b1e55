import { fieldError } from '../../catalog/errors.js'
import type { Platform } from '../../catalog/platform.js'
import type { Producer } from '../../catalog/producer.js'
import type { Product } from '../../catalog/product.js'
import type { Catalog } from '../../site/catalog.js'
import { inSlices } from '../../site/requests/give-way.js'
import { attemptAll, refuseRow, rowIssue } from './fault.js'
import { NameDirectory } from './name-directory.js'
import { writtenOut } from '../../catalog/producer-name.js'

const EVERYWHERE = ''

/** How people call a platform: by name, by address, and by either without the ending: Postmart, postmart.vn. */
function namesOf({ name, website }: Platform): string[] {
  const names = [name.vi, name.en, website && new URL(website).hostname.replace(/^www\./, '')]
  return names.flatMap((called) => (called ? [called, called.replace(/\.(com\.vn|vn|com)$/i, '')] : []))
}

/** What a row names. */
interface Named {
  readonly platform?: string | undefined
  readonly producer?: string | undefined
  readonly product?: string | undefined
}

/** Finds the records that rows name: by id, by the readable part of their address, or by name. */
export class RecordFinder {
  readonly #platforms = new NameDirectory<Platform>()
  readonly #producers = new NameDirectory<Producer>(writtenOut)
  readonly #products = new NameDirectory<Product>()

  private constructor(private readonly catalog: Catalog) {}

  static async open(catalog: Catalog): Promise<RecordFinder> {
    const finder = new RecordFinder(catalog)
    const { state, reference } = catalog
    for (const platform of state.all('platforms'))
      for (const name of namesOf(platform)) finder.#platforms.put(EVERYWHERE, name, platform)
    for await (const producer of inSlices(state.all('producers')))
      finder.#producers.put(EVERYWHERE, producer.name, producer, producer.slug)
    for await (const product of inSlices(state.all('products'))) {
      const producer = product.producerId ? state.find('producers', product.producerId) : null
      const place = reference.places.findProvince(product.origin.list, product.origin.province)
      const remark = [producer?.name, place?.name, product.slug].filter(Boolean).join(', ')
      finder.#products.put(EVERYWHERE, product.name.vi, product, remark)
      if (producer) finder.#products.put(producer.id, product.name.vi, product, remark)
    }
    return finder
  }

  /** Forgets every name: nothing is found by one any more. */
  clear(): void {
    for (const names of [this.#platforms, this.#producers, this.#products]) names.clear()
  }

  /** @throws {CatalogError} `INVALID_INPUT` about the field `platform`. */
  platform(text: string): Platform {
    const { state } = this.catalog
    const found =
      state.find('platforms', text) ??
      state.findBySlug('platforms', text) ??
      this.#platforms.find(EVERYWHERE, text, 'platform').value
    if (found) return found
    throw refuseRow(
      rowIssue(
        'platform',
        `Chưa có sàn “${text}” trong danh sách: hãy thêm ở trang Sàn TMĐT, hoặc xem lại cách viết.`,
        `“${text}” is not in the list of platforms: add it on the page Platforms, or check how it is written.`,
      ),
    )
  }

  /** @throws {CatalogError} `INVALID_INPUT` about the field `producer`. */
  producer(text: string): Producer {
    const { state } = this.catalog
    const found =
      state.find('producers', text) ??
      state.findBySlug('producers', text) ??
      this.#producers.find(EVERYWHERE, text, 'producer').value
    return known(found, 'producer', text)
  }

  /**
   * @param producer - Whose product it is; told apart from namesakes by it.
   * @throws {CatalogError} `INVALID_INPUT` about the field `product`.
   */
  product(text: string, producer: Producer | null): Product {
    const { state } = this.catalog
    const exact = state.find('products', text) ?? state.findBySlug('products', text)
    if (exact) return exact
    return known(this.#products.find(producer?.id ?? EVERYWHERE, text, 'product').value, 'product', text)
  }

  /** Looks up all that is named. @throws {CatalogError} `INVALID_INPUT` about each of the fields that is not known. */
  look({ platform, producer, product }: Named): void {
    attemptAll({
      platform: () => platform !== undefined && this.platform(platform),
      product: () => {
        const owner = producer === undefined ? null : this.producer(producer)
        return product !== undefined && this.product(product, owner)
      },
    })
  }
}

function known<T>(found: T | null, field: string, value: string): T {
  if (found === null) throw fieldError(field, 'notFound', { value })
  return found
}
