import { findProducts, followOrder, listCommunes, listProvinces, placeOrder, quote } from './api.js'
import { language, sayWords, words } from './words.js'

const find = (id) => document.getElementById(id)
const money = (amount) => `${amount.toLocaleString('vi-VN')} đ`
const localized = ({ vi, en }) => (language === 'en' && en ? en : vi)

/** Stars are shown only while the certificate counts today. */
const COUNTS = new Set(['valid', 'expiring', 'extended'])

const state = { words: '', next: null, variant: null, key: '' }

/** An element with a text; text is never read as markup. */
function element(name, text = '', attributes = {}) {
  const made = document.createElement(name)
  made.textContent = text
  return Object.assign(made, attributes)
}

/** Runs a step and says what the shop refused, in its own words. */
async function saying(step) {
  find('said').textContent = ''
  try {
    await step()
  } catch (error) {
    find('said').textContent = error instanceof TypeError ? words.offline : error.message
  }
}

function productItem({ name, pictures: [picture], producer, certificate, variants, forAdults }) {
  const item = element('li')
  if (picture)
    item.append(element('img', '', { src: picture.src, alt: '', width: picture.width, height: picture.height }))
  item.append(element('h3', localized(name)), element('p', producer ? producer.name : ''))
  if (certificate?.stars && COUNTS.has(certificate.standing)) item.append(element('p', words.stars(certificate.stars)))
  for (const { sku, packSize, price, stock, illustrative } of variants.filter(
    (one) => one.price !== null && one.stock > 0,
  )) {
    const pack = `${packSize.quantity} ${packSize.unit}: ${money(price)}${illustrative ? words.sample : ''}`
    const button = element('button', words.buy(pack), { type: 'button' })
    button.addEventListener('click', () =>
      saying(() => choose({ sku, forAdults, stock, text: `${localized(name)}, ${pack}` })),
    )
    item.append(button)
  }
  return item
}

async function showProducts(cursor) {
  const { products, next } = await findProducts(state.words, cursor)
  state.next = next
  find('more').hidden = next === null
  find('found').append(...products.map(productItem))
  if (products.length === 0) find('said').textContent = words.none
}

const fill = (select, entries) =>
  select.replaceChildren(
    element('option', words.choose, { value: '' }),
    ...entries.map(({ code, label }) => element('option', label, { value: code })),
  )

const lines = () => [{ sku: state.variant.sku, quantity: Number(find('quantity').value) }]

async function showTotal() {
  const province = find('province').value
  const priced = await quote({ lines: lines(), ...(province ? { province } : {}) })
  find('total').textContent = words.total(money(priced.total), money(priced.shipping))
}

async function choose(variant) {
  state.variant = variant
  state.key = crypto.randomUUID()
  find('chosen').textContent = variant.text
  find('quantity').max = String(variant.stock)
  find('adult-field').hidden = !variant.forAdults
  find('order').hidden = false
  if (find('province').options.length === 0) fill(find('province'), (await listProvinces()).provinces)
  await showTotal()
  find('order-title').focus()
}

function showOrder({ code, total, shares }) {
  find('said').textContent = words.ordered(code, money(total))
  find('shares').replaceChildren(
    ...shares.map(({ producer, status, amount }) =>
      element('li', `${producer}: ${words.steps[status]}, ${money(amount)}`),
    ),
  )
  find('follow-title').focus()
}

async function order() {
  const { name, phone, province, commune, street, adult } = Object.fromEntries(new FormData(find('recipient')))
  const recipient = { name, phone, province, commune, street }
  const body = { lines: lines(), recipient, payment: 'cashOnDelivery', ...(adult ? { adult: true } : {}) }
  const placed = await placeOrder(body, state.key)
  find('code').value = placed.code
  find('ask-phone').value = phone
  find('order').hidden = true
  showOrder(placed)
}

sayWords()

const onSubmit = (id, step) =>
  find(id).addEventListener('submit', (event) => {
    event.preventDefault()
    void saying(step)
  })

onSubmit('search', () => {
  state.words = find('words').value
  find('found').replaceChildren()
  return showProducts()
})
find('more').addEventListener('click', () => saying(() => showProducts(state.next)))
find('quantity').addEventListener('change', () => saying(showTotal))
find('province').addEventListener('change', () =>
  saying(async () => {
    const { communes } = await listCommunes(find('province').value)
    fill(find('commune'), communes)
    await showTotal()
  }),
)
find('recipient').addEventListener('input', () => (state.key = crypto.randomUUID()))
onSubmit('recipient', order)
onSubmit('ask', async () => showOrder(await followOrder(find('code').value, find('ask-phone').value)))
