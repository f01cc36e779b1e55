/**
 * The service worker: visited public pages can be read without a network and say so; an order that was sent without a
 * network is kept on the device and sent once when the network is back. It keeps no page about a person: the shop marks
 * those with `no-store`. All its words are those of the page `offline`.
 */
const SHOP = new URL(registration.scope).pathname.replace(/\/$/, '')
const PAGES = 'pages-1'
const PICTURES = 'pictures-1'
const ORDERS = 'orders-1'
const MOST = { [PAGES]: 60, [PICTURES]: 150 }
const LANGUAGES = ['vi', 'en']
/** Written in by the shop, which names its files by their contents. */
const ICON = '{icon}'

const offlinePath = (language) => `${SHOP}/offline?lang=${language}`

/** Keeps what the page without a network needs; without cookies, so that no language is chosen by it. */
async function prepare() {
  const pages = await caches.open(PAGES)
  const pictures = await caches.open(PICTURES)
  for (const language of LANGUAGES) {
    const answer = await fetch(offlinePath(language), { credentials: 'omit' })
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`)
    const html = await answer.clone().text()
    await pages.put(offlinePath(language), answer)
    await pictures.addAll(
      [...html.matchAll(/"([^"]*\/assets\/site-[0-9a-f]{10}\.(?:css|js))"/g)].map(([, path]) => path),
    )
  }
}

async function keep(name, request, response) {
  const cache = await caches.open(name)
  await cache.delete(request)
  await cache.put(request, response)
  const kept = (await cache.keys()).filter(
    ({ url }) => !url.includes('/offline?lang=') && !url.includes('/assets/site-'),
  )
  for (const oldest of kept.slice(0, Math.max(0, kept.length - MOST[name]))) await cache.delete(oldest)
}

const isPublicPage = ({ ok, redirected, headers }) =>
  ok &&
  !redirected &&
  (headers.get('content-type') ?? '').startsWith('text/html') &&
  !(headers.get('cache-control') ?? '').includes('no-store')

let language = 'vi'

const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
const sectionOf = (html, id) => new RegExp(`<section id="${id}"[^]*?</section>`).exec(html)?.[0] ?? ''
const htmlOf = (html) => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })

async function offlineHtml() {
  const page = await (await caches.open(PAGES)).match(offlinePath(language))
  return page ? page.text() : ''
}

/** The page as it was, saying so and since when: prices and stock may have changed. */
async function markKept(response) {
  const html = await response.text()
  language = /<html lang="(\w+)"/.exec(html)?.[1] ?? language
  const time = new Date(response.headers.get('date') ?? Date.now()).toLocaleString('vi-VN', {
    timeStyle: 'short',
    dateStyle: 'short',
  })
  const notice = sectionOf(await offlineHtml(), 'kept-page').replace('{time}', escapeHtml(time))
  return htmlOf(html.replace(/<main[^>]*>/, (main) => main + notice))
}

/** What can be read without a network. */
async function listKept() {
  const pages = await caches.open(PAGES)
  const rows = []
  for (const request of (await pages.keys()).reverse()) {
    const { pathname, search } = new URL(request.url)
    if (pathname === `${SHOP}/offline`) continue
    const html = await (await pages.match(request)).text()
    // Without the shop's name, which stands behind each.
    const title = /<title>([^<]*?)( · [^·<]*)?</.exec(html)?.[1] ?? pathname
    rows.push(`<li><a href="${escapeHtml(pathname + search)}"><span>${title}</span></a></li>`)
  }
  return rows.join('')
}

async function openPage(event) {
  const { request } = event
  try {
    const response = await fetch(request)
    language = response.headers.get('content-language') ?? language
    if (isPublicPage(response)) event.waitUntil(keep(PAGES, request, response.clone()))
    return response
  } catch {
    const kept = await (await caches.open(PAGES)).match(request)
    if (kept) return markKept(kept)
    const html = await offlineHtml()
    const list = await listKept()
    return htmlOf(html.replace('<!-- kept pages -->', () => list))
  }
}

async function openPicture(event) {
  const { request } = event
  const cache = await caches.open(PICTURES)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) event.waitUntil(keep(PICTURES, request, response.clone()))
  return response
}

/** Sends an order, or keeps it under its key until there is a network. */
async function order(event) {
  const body = await event.request.clone().text()
  try {
    return await fetch(event.request)
  } catch (error) {
    const form = new URLSearchParams(body)
    const key = form.get('key')
    if (!key || form.get('action') !== 'order') throw error
    await (await caches.open(ORDERS)).put(`${SHOP}/kept-orders/${encodeURIComponent(key)}`, new Response(body))
    await registration.sync?.register('orders').catch(() => undefined)
    const html = await offlineHtml()
    return htmlOf(html.replace(sectionOf(html, 'no-network'), () => sectionOf(html, 'order-kept')))
  }
}

async function tell(id, href = '') {
  const html = sectionOf(await offlineHtml(), id).replace('{order}', escapeHtml(href))
  for (const client of await clients.matchAll()) client.postMessage({ html, isSent: id === 'order-sent' })
}

/** Sends one kept order. The shop knows its key, so it is placed once however often it arrives. */
async function sendKept(orders, kept) {
  const body = await (await orders.match(kept)).text()
  const answer = await fetch(`${SHOP}/checkout`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  if (answer.status === 429 || answer.status >= 500) return
  await orders.delete(kept)
  const { pathname } = new URL(answer.url)
  if (answer.ok && pathname.startsWith(`${SHOP}/orders/`)) await tell('order-sent', pathname)
  else await tell('order-refused')
}

let sending = null

const sendAll = () =>
  (sending ??= (async () => {
    const orders = await caches.open(ORDERS)
    for (const kept of await orders.keys()) await sendKept(orders, kept)
  })().finally(() => {
    sending = null
  }))

/** A notice that the shop sealed for this device; one that comes twice is shown once. */
async function showNotice(data) {
  const { title, body, path, tag, language: lang } = data
  await registration.showNotification(title, { body, tag, lang, icon: ICON, data: { path } })
}

/** Opens what a notice is about, in a page of the shop that is open already if there is one. */
async function openNotice({ path }) {
  const address = new URL(SHOP + path, location.origin).href
  const open = await clients.matchAll({ type: 'window' })
  const shown = open.find(({ url }) => url === address) ?? open[0]
  if (!shown) return clients.openWindow(address)
  await shown.focus()
  return shown.url === address ? shown : shown.navigate(address).catch(() => clients.openWindow(address))
}

addEventListener('push', (event) => event.waitUntil(showNotice(event.data.json())))
addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openNotice(event.notification.data))
})
addEventListener('install', (event) => event.waitUntil(prepare().then(() => skipWaiting())))
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('sync', (event) => event.tag === 'orders' && event.waitUntil(sendAll()))
addEventListener(
  'message',
  (event) => event.data === 'send orders' && event.waitUntil(sendAll().catch(() => undefined)),
)
addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  const isNavigation = request.mode === 'navigate'
  if (isNavigation && request.method === 'POST' && pathname === `${SHOP}/checkout`) event.respondWith(order(event))
  else if (request.method !== 'GET') return
  else if (isNavigation) event.respondWith(openPage(event))
  else if (/^\/(assets|covers|photos)\//.test(pathname.slice(SHOP.length))) event.respondWith(openPicture(event))
})
