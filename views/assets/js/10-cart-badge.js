// The number in the cart stands in a cookie of its own, so that pages are the same for everyone.
const cart = document.querySelector('[data-cart]')
const badge = document.createElement('span')
badge.className = 'badge'
badge.setAttribute('aria-hidden', 'true')

const paint = () => {
  const count = Number(/(?:^|;\s*)cart-count=(\d{1,6})/.exec(document.cookie)?.[1] ?? 0)
  badge.remove()
  cart.removeAttribute('aria-label')
  if (count === 0) return
  badge.textContent = count > 99 ? '99+' : String(count)
  cart.append(badge)
  cart.setAttribute('aria-label', `${cart.dataset.cart} ${count}`)
}

if (cart) {
  paint()
  addEventListener('cartchange', paint)
}
