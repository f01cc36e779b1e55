import type { Actor } from '../../access/actor.js'
import type { DraftRecord } from '../../catalog/collections.js'
import { fieldError } from '../../catalog/errors.js'
import type { SaleTerms } from '../../catalog/payments/sale-terms.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'

/** How producers sell here: bank account, shipping, pick-up. */
export class SaleTermsDesk {
  constructor(private readonly site: SiteContext) {}

  find(producerId: string): SaleTerms | null {
    return this.site.state.find('saleTerms', producerId)
  }

  /**
   * Sets all terms of one producer; what is left out falls back to the shop's own rules.
   *
   * @throws {CatalogError} `INVALID_INPUT`, `FORBIDDEN`; `NOT_FOUND` for an unknown producer.
   */
  save(actor: Actor, draft: DraftRecord<'saleTerms'>): Promise<SaleTerms> {
    const { site } = this
    return site.change(() => {
      requireForProducer(site, actor, 'payment.manage', draft.id)
      const record = site.draft('saleTerms', draft)
      const { bankAccount } = record
      if (bankAccount && !site.reference.banks.find(bankAccount.bin))
        throw fieldError('bankAccount.bin', 'notFound', { value: bankAccount.bin })
      const before = this.find(draft.id)
      const audit = trail(site, actor, {
        action: 'saleTerms.change',
        subject: { collection: 'saleTerms', id: record.id },
        before: before ? termsOf(before) : undefined,
        after: termsOf(record),
      })
      return { commit: { puts: [site.put('saleTerms', record)], audit }, result: record }
    })
  }
}

const termsOf = ({ bankAccount, shipping, pickUp }: SaleTerms) => ({ bankAccount, shipping, pickUp })
