import type { ProductId } from '../../catalog/ids.js'
import type { CatalogState } from '../../catalog/state.js'
import { Staging, type DraftOf } from '../import/staging.js'

export type CertificateDraft = DraftOf<'certificates'>

/** The certificates of each product, with those that the plan adds. */
export class CertificateBook {
  readonly #added = new Map<string, string[]>()
  readonly staging: Staging<'certificates'>

  constructor(private readonly state: CatalogState) {
    this.staging = new Staging(state, 'certificates')
  }

  historyOf(productId: string): readonly CertificateDraft[] {
    const stored = this.state.certificatesOf(productId as ProductId).map(({ id }) => id)
    return [...stored, ...(this.#added.get(productId) ?? [])].flatMap((id) => this.staging.find(id) ?? [])
  }

  newId(productId: string): string {
    for (let number = this.historyOf(productId).length + 1; ; number++)
      if (!this.staging.has(`${productId}-c${number}`)) return `${productId}-c${number}`
  }

  keep(draft: CertificateDraft): void {
    if (!this.staging.has(draft.id))
      this.#added.set(draft.productId, [...(this.#added.get(draft.productId) ?? []), draft.id])
    this.staging.put(draft)
  }
}
