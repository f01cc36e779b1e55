import type { Language } from '../../catalog/text.js'
import { account } from './account.js'
import { apiGuide } from './api-guide.js'
import { apiKeys } from './api-keys.js'
import { around } from './around.js'
import { browse } from './browse.js'
import { care } from './care.js'
import { dispatch } from './dispatch.js'
import { embed } from './embed.js'
import { figures } from './figures.js'
import { goods } from './goods.js'
import { find } from './find.js'
import { lots } from './lots.js'
import { offline } from './offline.js'
import { guides } from './guides.js'
import { listing } from './listing.js'
import { openData } from './open-data.js'
import { offers } from './offers.js'
import { office } from './office.js'
import { product } from './product.js'
import { imports } from './imports.js'
import { replies } from './replies.js'
import { reports } from './reports.js'
import { schedules } from './schedules.js'
import { selling } from './selling.js'
import { shelf } from './shelf.js'
import { shell } from './shell.js'
import { shopper } from './shopper.js'
import { sources } from './sources.js'
import { standing } from './standing.js'
import { telling } from './telling.js'
import { terms } from './terms.js'
import { trade } from './trade.js'
import { transfers } from './transfers.js'

const of = <L extends Language>(language: L) => ({
  shell: shell[language],
  transfers: transfers[language],
  browse: browse[language],
  product: product[language],
  apiGuide: apiGuide[language],
  apiKeys: apiKeys[language],
  around: around[language],
  trade: trade[language],
  care: care[language],
  embed: embed[language],
  figures: figures[language],
  offline: offline[language],
  find: find[language],
  guides: guides[language],
  account: account[language],
  office: office[language],
  imports: imports[language],
  reports: reports[language],
  sources: sources[language],
  schedules: schedules[language],
  selling: selling[language],
  listing: listing[language],
  goods: goods[language],
  dispatch: dispatch[language],
  shelf: shelf[language],
  shopper: shopper[language],
  standing: standing[language],
  terms: terms[language],
  telling: telling[language],
  openData: openData[language],
  offers: offers[language],
  replies: replies[language],
  lots: lots[language],
})

/** All words of the interface by area. Each area's English has the very keys of its Vietnamese, or it does not compile. */
export const messages = { vi: of('vi'), en: of('en') }
export type Messages = (typeof messages)['vi']
