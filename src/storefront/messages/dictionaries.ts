import type { Language } from '../../catalog/text.js'
import { account } from './account/account.js'
import { apiGuide } from './api-guide.js'
import { apiKeys } from './account/api-keys.js'
import { around } from './around.js'
import { browse } from './browse.js'
import { care } from './care.js'
import { dispatch } from './producer/dispatch.js'
import { embed } from './embed.js'
import { figures } from './figures.js'
import { goods } from './producer/goods.js'
import { find } from './find.js'
import { lots } from './producer/lots.js'
import { offline } from './offline.js'
import { guides } from './guides.js'
import { listing } from './producer/listing.js'
import { openData } from './open-data.js'
import { offers } from './producer/offers.js'
import { office } from './office/office.js'
import { product } from './product.js'
import { imports } from './office/imports.js'
import { profile } from './producer/profile.js'
import { replies } from './producer/replies.js'
import { reports } from './office/reports.js'
import { schedules } from './office/schedules.js'
import { selling } from './producer/selling.js'
import { shelf } from './shelf.js'
import { shell } from './shell.js'
import { shopper } from './account/shopper.js'
import { sources } from './office/sources.js'
import { standing } from './producer/standing.js'
import { telling } from './producer/telling.js'
import { terms } from './producer/terms.js'
import { trade } from './buying/trade.js'
import { transfers } from './office/transfers.js'

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
  profile: profile[language],
  terms: terms[language],
  telling: telling[language],
  openData: openData[language],
  offers: offers[language],
  replies: replies[language],
  lots: lots[language],
})

const vi = of('vi')
export type Messages = typeof vi

/** All words of the interface by area. Each area's English has the very keys of its Vietnamese, or it does not compile. */
export const messages: Readonly<Record<Language, Messages>> = { vi, en: of('en') }
