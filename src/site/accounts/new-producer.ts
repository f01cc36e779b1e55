import type { Account } from '../../catalog/account.js'
import type { Producer } from '../../catalog/producer.js'
import { toSlug } from '../../catalog/text.js'
import type { SiteContext } from '../context.js'

/** What is known of a producer before its first product: as somebody wrote it in a request or an invitation. */
export type ProducerFacts = Pick<NonNullable<Account['registration']>, 'producerName' | 'kind' | 'province' | 'address'>

/** A producer that the catalog does not know yet, under an address that is free. */
export function draftProducer({ producerName, kind, province, address }: ProducerFacts, site: SiteContext): Producer {
  const stem = toSlug(producerName) || 'chu-the'
  const isTaken = (slug: string) =>
    site.state.findBySlug('producers', slug) !== null || site.state.find('producers', slug) !== null
  let slug = stem
  for (let number = 2; isTaken(slug); number += 1) slug = `${stem}-${number}`
  const place = {
    list: '2025-07' as const,
    province: province.slice(-2),
    ...(address === '' ? {} : { text: address }),
  }
  return site.draft('producers', { id: slug.slice(0, 60), slug, name: producerName, kind, place })
}
