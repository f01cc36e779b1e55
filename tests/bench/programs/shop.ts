import { createCatalog, createStorefront, messagesOf } from '../built.js'
import { ANEW } from '../pages.js'
import { listen, receiveSetup } from './listen.js'

/** Our storefront over the embedded store. */
export interface Setup {
  readonly folder: string
}

const { folder } = await receiveSetup<Setup>()
// As `ocop serve` opens it. Orders are limited by address and by phone: every buyer of the bench comes with an address, as
// behind a proxy, and a phone of its own, so all limits count and none refuses.
const catalog = await createCatalog({ folder })
const shop = createStorefront({ catalog, trustProxy: 1 })
// The same shop where no page is kept: what a first view costs. It takes the messages that are made for the other one.
const anew = createStorefront({ catalog, trustProxy: 1, pageMemory: 0 })
Object.assign(anew, { request: shop.request, response: shop.response })
listen(
  (request, response) => {
    const isAnew = request.url?.startsWith(ANEW) === true
    // Without a mount, as \`ocop serve\` answers: a mounted app would give each message another prototype.
    if (isAnew) request.url = request.url?.slice(ANEW.length)
    const asked = isAnew ? anew : shop
    asked(request, response)
  },
  () => catalog.close(),
  messagesOf(shop),
)
