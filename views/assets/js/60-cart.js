/** Changes the cart without loading the page anew; the focus stays where it was. */
const cart = document.getElementById('cart')

async function change(form, submitter) {
  const focused = submitter?.id || form.querySelector('[type=number]')?.id
  const response = await fetch(form.getAttribute('action'), {
    method: 'POST',
    body: new URLSearchParams(new FormData(form, submitter)),
  })
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('cart')
  if (!next) throw new Error('no cart in the answer')
  cart.replaceChildren(...next.childNodes)
  const target =
    document.getElementById('problems') ??
    document.getElementById('undo') ??
    (focused && cart.querySelector(`#${CSS.escape(focused)}:not(:disabled)`)) ??
    cart.querySelector('h1')
  if (target.matches('h1')) target.tabIndex = -1
  target.focus()
  dispatchEvent(new Event('cartchange'))
}

let isPlain = false
cart?.addEventListener('submit', (event) => {
  if (isPlain) return
  event.preventDefault()
  change(event.target, event.submitter).catch(() => {
    isPlain = true
    event.target.requestSubmit(event.submitter)
  })
})
cart?.addEventListener('change', (event) => {
  if (event.target.matches('.stepper input')) event.target.form.requestSubmit()
})
