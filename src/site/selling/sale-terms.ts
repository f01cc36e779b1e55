import type { Actor } from '../../access/actor.js'
import type { DraftRecord } from '../../catalog/collections.js'
import { fieldError } from '../../catalog/errors.js'
import { toInstant } from '../../catalog/day.js'
import type { BankAccount } from '../../catalog/payments/bank-account.js'
import type { AccountChange, SaleTerms } from '../../catalog/payments/sale-terms.js'
import type { SiteContext } from '../context.js'
import { requireForProducer, trail } from '../trail.js'

/** How producers sell here: bank account, shipping, pick-up. */
export class SaleTermsDesk {
  constructor(
    private readonly site: SiteContext,
    /** Tells a producer's people that shoppers pay into another account from now on. */
    private readonly tell: (producerId: string, change: AccountChange) => Promise<void>,
  ) {}

  find(producerId: string): SaleTerms | null {
    return this.site.state.find('saleTerms', producerId)
  }

  /**
   * Sets all terms of one producer; what is left out falls back to the shop's own rules. The producer's people are told
   * when the bank account is another one.
   *
   * @param confirm - Asks who is there once more before the bank account changes, when all else is right: a copied
   * session is not to lead shoppers' money elsewhere. Rejects to refuse. Left out by programs, which have nobody to ask.
   * @throws {CatalogError} `INVALID_INPUT`, `FORBIDDEN`; `NOT_FOUND` for an unknown producer.
   */
  async save(
    actor: Actor,
    draft: Omit<DraftRecord<'saleTerms'>, 'accountChange'>,
    confirm?: () => Promise<unknown>,
  ): Promise<SaleTerms> {
    const { site } = this
    if (this.#plan(actor, draft).change) await confirm?.()
    const changes: (AccountChange | null)[] = []
    const saved = await site.change(() => {
      const { record, before, change } = this.#plan(actor, draft)
      changes.push(change)
      const audit = trail(site, actor, {
        action: 'saleTerms.change',
        subject: { collection: 'saleTerms', id: record.id },
        before: before ? termsOf(before) : undefined,
        after: termsOf(record),
      })
      return { commit: { puts: [site.put('saleTerms', record)], audit }, result: record }
    })
    const change = changes.at(-1)
    if (change) void this.tell(saved.id, change)
    return saved
  }

  #plan(actor: Actor, draft: DraftRecord<'saleTerms'>) {
    const { site } = this
    requireForProducer(site, actor, 'payment.manage', draft.id)
    const { bankAccount } = site.draft('saleTerms', draft)
    if (bankAccount && !site.reference.banks.find(bankAccount.bin))
      throw fieldError('bankAccount.bin', 'notFound', { value: bankAccount.bin })
    const before = this.find(draft.id)
    const isOther = textOf(before?.bankAccount) !== textOf(bankAccount)
    const change = isOther ? { at: toInstant(site.now()), by: actor.name } : null
    const accountChange = change ?? before?.accountChange
    const record = site.draft('saleTerms', { ...draft, ...(accountChange ? { accountChange } : {}) })
    return { record, before, change }
  }
}

const textOf = (account: BankAccount | undefined): string =>
  account ? `${account.bin} ${account.number} ${account.holder}` : ''

const termsOf = ({ bankAccount, shipping, pickUp }: SaleTerms) => ({ bankAccount, shipping, pickUp })
