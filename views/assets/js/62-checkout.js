/** Keeps what is to be paid up to date, and says that an order is on its way. */
const form = document.querySelector('[data-checkout]')

if (form) {
  const { province } = form.elements

  // Where producers have terms of their own, place and pick-up change what is to be paid.
  const side = document.getElementById('side')
  let asked = 0
  const update = async () => {
    const mine = ++asked
    const body = new URLSearchParams(new FormData(form))
    body.set('action', 'update')
    const response = await fetch(form.getAttribute('action'), { method: 'POST', body })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (mine !== asked) return
    const focused = document.activeElement?.value
    side.replaceChildren(...page.getElementById('side').childNodes)
    form.elements.total.value = page.querySelector('[name=total]').value
    document.getElementById('address').hidden = page.getElementById('address').hidden
    dispatchEvent(new Event('cartchange'))
    if (focused) side.querySelector(`[data-update][value="${CSS.escape(focused)}"]`)?.focus()
  }
  if ('terms' in form.dataset)
    for (const kind of ['change', 'placechange'])
      form.addEventListener(kind, (event) => {
        if (event.target === province || event.target.matches('[data-update]')) update().catch(() => undefined)
      })

  const button = () => form.querySelector('.place')
  let words
  let sent = false
  form.addEventListener('submit', (event) => {
    if (event.submitter?.value !== 'order') return
    if (sent) event.preventDefault()
    else words = button()?.textContent
    sent = true
    if (button()) button().textContent = form.dataset.sending
  })
  addEventListener('pageshow', () => {
    sent = false
    if (words && button()) button().textContent = words
  })
}

document.querySelector('[data-print]')?.addEventListener('click', () => print())
