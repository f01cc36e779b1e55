import { may } from '../../../access/rights.js'
import { MENDINGS } from '../../../desk/mend-listing.js'
import { isListedOn } from '../../../catalog/listing.js'
import type { Platform } from '../../../catalog/platform.js'
import { formatCount, formatDay } from '../../format.js'
import { say } from '../../language.js'
import { page } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { toWorkList } from './work-list.js'

function toRow(platform: Platform, mayEdit: boolean, visit: Visit) {
  const { catalog, messages, links, language } = visit
  const today = catalog.today()
  const words = messages.office.platforms
  const listed = catalog.state.listingsOn(platform.id).filter((listing) => isListedOn(listing, platform, today)).length
  return {
    name: say(platform.name, language),
    href:
      mayEdit && !platform.own ? links.to(`/office/platforms/${platform.id}`) : links.to(`/platforms/${platform.slug}`),
    operator: platform.own ? words.own : (platform.operator ?? null),
    listed: platform.own ? null : words.listed(formatCount(listed, language)),
    closed: platform.closedOn && platform.closedOn <= today ? words.closed(formatDay(platform.closedOn)) : null,
  }
}

/** What is to be done about listings, and the platforms on which they are. */
export const officePlatforms: Handler = (visit) => {
  const words = visit.messages.office.platforms
  const mayEdit = may(personOf(visit), 'catalog.edit', { kind: 'country' })
  const mended = MENDINGS.find((step) => step === visit.query.get('mended'))
  const view = {
    mended: mended ? words.mended[mended] : null,
    isLate: visit.query.has('late'),
    work: toWorkList(visit),
    isSaved: visit.query.has('saved'),
    rows: visit.catalog.state.all('platforms').map((platform) => toRow(platform, mayEdit, visit)),
    add: mayEdit ? visit.links.to('/office/platforms/new') : null,
  }
  return page('office/platforms/list', { title: words.title }, view)
}
