import { exchangeRoutes } from './exchange/routes.js'
import { buyNow, cart, postCart } from './pages/order/cart.js'
import { checkout, forgetDetails, postCheckout } from './pages/order/checkout.js'
import { collection } from './pages/collection.js'
import { commune } from './pages/commune.js'
import { compare } from './pages/product/compare.js'
import { offline } from './pages/offline.js'
import { order } from './pages/order/order.js'
import { orderAgain } from './pages/order/order-again.js'
import { cancelOrder, postCancelOrder } from './pages/order/order-cancel.js'
import { postOwnRecipient } from './pages/order/order-recipient.js'
import { orderQr, postPaid } from './pages/order/order-payment.js'
import { postReturnGoods, returnGoods } from './pages/order/order-return.js'
import { orderLookup, postForgetOrders, postOrderLookup } from './pages/order/order-lookup.js'
import { figures, figuresCsv } from './pages/figures.js'
import { cover, groupCover } from './pages/machine/covers.js'
import { feed } from './pages/machine/feed.js'
import { robots } from './pages/machine/for-robots.js'
import { help, ranking, stars } from './pages/guides.js'
import { healthz } from './pages/machine/healthz.js'
import { home } from './pages/home.js'
import { platform, platforms } from './pages/platforms.js'
import { producer, producers } from './pages/producers.js'
import { product } from './pages/product/product.js'
import { products } from './pages/products.js'
import { province, provinces } from './pages/provinces.js'
import { sharePicture } from './pages/machine/share-pictures.js'
import { sitemapIndex, sitemapPart } from './pages/machine/sitemap.js'
import { postWish, wishList } from './pages/wish-list.js'
import { suggest } from './pages/suggest.js'
import { comeBack, pay } from './pages/order/pay.js'
import { embedRoutes } from './embed/routes.js'
import { googleMerchant } from './open-data/google-merchant.js'
import { openData, openDataCsv, openDataWorkbook } from './open-data/open-data.js'
import { foundByPlainAddress } from './answer/misspelt-address.js'
import { later } from './on-demand.js'
import { get, getPublic, getPublicFile, post, type Route } from './route.js'
import { careRoutes } from './pages/care/routes.js'
import { limitDeviceOrders, limitGuessing, limitOrders, limitVoucherGuesses } from './limits/limits.js'

/** The addresses that are open to everybody; those of people who sign in stand in `all-routes.ts`. */
export const shopRoutes: readonly Route[] = [
  getPublic('/', home),
  getPublic('/products', products),
  getPublic('/products/:slug', foundByPlainAddress(product)),
  getPublic('/producers', producers),
  getPublic('/producers/:slug', foundByPlainAddress(producer)),
  getPublic('/platforms', platforms),
  getPublic('/platforms/:slug', foundByPlainAddress(platform)),
  getPublic('/provinces', provinces),
  getPublic('/provinces/:slug', foundByPlainAddress(province)),
  getPublic('/provinces/:slug/:commune', foundByPlainAddress(commune)),
  getPublic('/collections/:slug', foundByPlainAddress(collection)),
  getPublic('/compare', compare),
  get('/wishlist', wishList),
  post('/wishlist', postWish),
  get('/suggest', suggest),

  getPublic('/figures', figures, 'everything'),
  get('/figures.csv', figuresCsv),

  get('/cart', cart, { selling: true }),
  post('/cart', postCart, { selling: true }),
  get('/checkout', checkout, { selling: true }),
  post('/checkout', postCheckout, {
    selling: true,
    guard: limitOrders,
    bodyGuards: [limitDeviceOrders, limitVoucherGuesses],
  }),
  post('/checkout/now', buyNow, { selling: true }),
  post('/checkout/forget', forgetDetails, { selling: true }),
  get('/orders', orderLookup, { selling: true }),
  post('/orders', postOrderLookup, { selling: true, guard: limitGuessing }),
  post('/orders/forget', postForgetOrders, { selling: true }),
  get('/orders/:code', order, { selling: true, guard: limitGuessing }),
  get('/orders/:code/again', orderAgain, { selling: true, guard: limitGuessing }),
  get('/orders/:code/cancel', cancelOrder, { selling: true, guard: limitGuessing }),
  post('/orders/:code/cancel', postCancelOrder, { selling: true, guard: limitGuessing }),
  post('/orders/:code/recipient', postOwnRecipient, { selling: true, guard: limitGuessing }),
  get('/orders/:code/vietqr-:part.png', orderQr, { selling: true, guard: limitGuessing }),
  get('/orders/:code/pay-:part', pay, { selling: true, guard: limitGuessing }),
  get('/orders/:code/pay-:part/return', comeBack, { selling: true, guard: limitGuessing }),
  post('/orders/:code/paid', postPaid, { selling: true, guard: limitGuessing }),
  get('/orders/:code/return', returnGoods, { selling: true, guard: limitGuessing }),
  post('/orders/:code/return', postReturnGoods, { selling: true, guard: limitGuessing }),

  ...careRoutes,

  getPublic('/stars', stars),
  getPublic('/ranking', ranking),
  getPublic('/help', help),
  getPublic('/offline', offline),

  getPublic('/covers/groups/:slug.svg', groupCover),
  getPublic('/covers/:slug.svg', cover),
  get('/share/:slug.png', sharePicture),
  getPublic('/feed.xml', feed),
  { ...getPublic('/feeds/google-merchant.xml', googleMerchant), selling: true },
  getPublic(
    '/api',
    later(async () => (await import('./pages/api-guide.js')).apiGuide),
  ),
  getPublic('/open-data', openData),
  getPublicFile('/open-data/products.csv', openDataCsv),
  getPublicFile('/open-data/products.xlsx', openDataWorkbook),
  getPublic('/sitemap.xml', sitemapIndex),
  getPublic('/sitemaps/:part.xml', sitemapPart),
  getPublic('/robots.txt', robots),
  get('/healthz', healthz),

  ...embedRoutes,

  ...exchangeRoutes,
]
