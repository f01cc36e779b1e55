import { validityOf } from '../../catalog/certificate.js'
import { shownCertificate } from '../../catalog/standing.js'
import { currentCheck } from '../../desk/listing-findings.js'
import type { ListingFinding } from '../../site/links.js'
import { formatDay, formatVnd } from '../format.js'
import type { Visit } from '../visit.js'

/** What was found, in a sentence with its day and figures. */
export function findingText(found: ListingFinding, visit: Visit): string {
  const { finding, listing, platform, certificates } = found
  const words = visit.messages.office.platforms.found
  const check = currentCheck(found)
  const since = check ? formatDay(check.since) : ''
  switch (finding) {
    case 'platformClosed':
      return words.platformClosed(platform.closedOn ? formatDay(platform.closedOn) : '')
    case 'gone':
      return words.gone(since)
    case 'moved':
      return words.moved(since, check?.movedTo ?? '')
    case 'unreachable':
      return words.unreachable(since, check?.status ?? null)
    case 'refused':
      return words.refused
    case 'priceDiffers':
      return words.priceDiffers(
        (check?.prices ?? []).map(formatVnd).join(', '),
        listing.price === undefined ? null : formatVnd(listing.price),
      )
    case 'certificateExpired': {
      const shown = shownCertificate(certificates, visit.catalog.today())
      const validity = shown && validityOf(shown.certificate)
      return words.certificateExpired(validity ? formatDay(validity.until.latest) : null)
    }
  }
}
