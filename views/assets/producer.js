/** What a phone adds to the producer's pages: nothing here is needed, every form works without it. */

document.documentElement.classList.add('with-script')

const LONGEST = 2560
const QUALITY = 0.86

/** Turns a photo upright and shrinks it before it is sent; the file itself where the device cannot. */
async function shrink(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < 1_500_000) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    return blob ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}

const online = () => new Promise((done) => addEventListener('online', done, { once: true }))
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

/** Photos are sent as soon as they are chosen, again when the signal comes back, and the list is shown anew. */
const form = document.querySelector('form[data-photos]')
if (form) {
  const status = form.querySelector('[data-status]')
  const token = form.querySelector('input[type="hidden"]')
  const send = async (input) => {
    const files = [...input.files]
    if (files.length === 0) return
    status.textContent = form.dataset.sending
    const body = new FormData()
    for (const file of files) body.append(input.name, await shrink(file))
    for (;;) {
      try {
        const answer = await fetch(form.action, { method: 'POST', body, headers: { 'x-form-token': token.value } })
        if (answer.ok) break
        // The server says what is wrong with it on the page that a plain form would show.
        input.form.querySelector('[name="then"]')?.remove()
        form.submit()
        return
      } catch {
        status.textContent = form.dataset.waiting
        await (navigator.onLine ? pause(3000) : online())
      }
    }
    location.reload()
  }
  for (const input of form.querySelectorAll('input[type="file"]')) input.addEventListener('change', () => send(input))
}

/** What is typed stays on the device until the server has it. */
for (const kept of document.querySelectorAll('form[data-keep]')) {
  const key = `draft ${kept.dataset.keep}`
  const fields = () =>
    [...kept.elements].filter(
      (field) => field.name && field.type !== 'hidden' && 'value' in field && field.type !== 'submit',
    )
  const offline = document.querySelector('[data-offline]')
  const version = kept.dataset.version ?? ''
  const before = JSON.parse(localStorage.getItem(key) ?? 'null')
  // The server has moved on: it has what was sent, or what another device wrote.
  if (before && before.version !== version) localStorage.removeItem(key)
  else if (before) {
    for (const field of fields()) if (field.name in before.typed) field.value = before.typed[field.name]
    document.querySelector('[data-restored]')?.removeAttribute('hidden')
  }
  kept.addEventListener('input', () => {
    const typed = Object.fromEntries(fields().map((field) => [field.name, field.value]))
    localStorage.setItem(key, JSON.stringify({ version, typed }))
  })
  kept.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    offline?.removeAttribute('hidden')
    addEventListener('online', () => kept.requestSubmit(event.submitter ?? undefined), { once: true })
  })
}

/** Of the label facts, those are shown that the chosen set asks for, and those that are filled in. */
const facts = document.querySelector('form[data-label-facts]')
if (facts) {
  const choice = facts.elements.namedItem('classification.set')
  const show = () => {
    for (const row of facts.querySelectorAll('[data-sets]')) {
      const isNeeded = row.dataset.sets.split(' ').includes(choice.value)
      const field = row.querySelector('input, textarea')
      row.hidden = choice.value !== '' && !isNeeded && field.value === '' && !field.getAttribute('aria-invalid')
      const optional = row.querySelector('label .soft')
      if (optional) optional.hidden = isNeeded
      field.required = isNeeded
    }
  }
  choice.addEventListener('change', show)
  show()
}

/**
 * From field to field by the keyboard's own key: the first empty one has the focus, each leads to the next empty one, and
 * what is chosen already is passed by. After the last the key sends the step. On a phone, in short texts of two lines too.
 */
for (const flow of document.querySelectorAll('form[data-flow]')) {
  const isPhone = matchMedia('(pointer: coarse)').matches
  const isShown = (field) => !field.closest('details:not([open]), [hidden]')
  const isLine = (field) => field.localName === 'input' || (field.localName === 'textarea' && field.rows < 3 && isPhone)
  const nextOf = (field) =>
    [...flow.elements].find(
      (other) =>
        (!field || field.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) &&
        other.matches('input:not([type="hidden"]), select, textarea') &&
        other.required !== false &&
        other.value === '' &&
        isShown(other),
    )
  if (!document.querySelector('.error-summary') && !location.hash) nextOf(null)?.focus({ preventScroll: true })
  flow.addEventListener('focusin', ({ target }) => {
    if (isLine(target)) target.enterKeyHint = nextOf(target) ? 'next' : 'send'
  })
  flow.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !isLine(event.target)) return
    event.preventDefault()
    const next = nextOf(event.target)
    if (next) next.focus()
    else flow.requestSubmit()
  })
}

/** One tap changes the stock in place; the focus stays on the button. */
for (const stepper of document.querySelectorAll('form[data-stepper]'))
  stepper.addEventListener('submit', async (event) => {
    event.preventDefault()
    const button = event.submitter
    const body = new URLSearchParams(new FormData(stepper))
    body.set(button.name, button.value)
    try {
      const answer = await fetch(stepper.action, { method: 'POST', body, headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(answer.statusText)
      const { stock, words } = await answer.json()
      stepper.querySelector('output').textContent = words
      stepper.classList.toggle('counter--none', stock === 0)
    } catch {
      stepper.submit()
    }
  })

/** Printing in one tap. */
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
