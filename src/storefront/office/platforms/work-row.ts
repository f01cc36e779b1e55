import { may } from '../../../access/rights.js'
import { currentCheck, type Finding } from '../../../desk/listing-findings.js'
import type { Mending } from '../../../desk/mend-listing.js'
import type { ListingFinding } from '../../../site/links.js'
import { formatDay } from '../../format.js'
import { findingText } from '../../models/finding-text.js'
import { say } from '../../language.js'
import { localPhone } from '../../fronts/people/account-words.js'
import type { Person } from '../../../access/actor.js'
import type { Visit } from '../../visit.js'

/** What a person can do about each finding from the list itself. */
const STEPS: Readonly<Record<Finding, readonly Mending[]>> = {
  platformClosed: ['remove'],
  gone: ['remove', 'seen'],
  moved: ['move', 'remove'],
  unreachable: ['seen', 'remove'],
  refused: ['seen', 'remove'],
  priceDiffers: ['price'],
  certificateExpired: [],
}

/** A line of the work list: what is wrong, since when, and the steps that mend it. */
export function toWorkRow(found: ListingFinding, person: Person, visit: Visit) {
  const { finding, listing, platform, product } = found
  const { catalog, links, language, messages } = visit
  const words = messages.office.platforms
  const producer = product.producerId ? catalog.state.find('producers', product.producerId) : null
  const check = currentCheck(found)
  const mayMend = may(person, 'listing.mend', catalog.links.subjectOf(product))
  const mayImport = finding === 'certificateExpired' && may(person, 'import.run', catalog.links.subjectOf(product))
  return {
    id: listing.id,
    kind: words.kinds[finding],
    isBad: finding !== 'refused' && finding !== 'priceDiffers',
    product: product.name.vi,
    href: links.to(`/products/${product.slug}`),
    platform: say(platform.name, language),
    text: findingText(found, visit),
    checked: check ? words.checked(formatDay(check.checkedOn)) : words.neverChecked,
    url: listing.url ?? null,
    call: producer?.phone
      ? { href: `tel:${producer.phone}`, text: words.call(producer.name, localPhone(producer.phone)) }
      : null,
    import: mayImport ? links.to('/office/imports') : null,
    action: links.to(`/office/platforms/listings/${listing.id}`),
    steps: mayMend ? STEPS[finding].map((step) => ({ step, label: words.steps[step] })) : [],
  }
}
