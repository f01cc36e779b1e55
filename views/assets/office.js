/** Single keys for reviewing: off until they are switched on, and silent while somebody types. Nothing here is needed. */

const KEPT = 'office.keys'
const holder = document.querySelector('#keys')
const toggle = holder?.querySelector('button')

const read = () => {
  try {
    return localStorage.getItem(KEPT) === '1'
  } catch {
    return false
  }
}

const keep = (isOn) => {
  try {
    localStorage.setItem(KEPT, isOn ? '1' : '0')
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}

const openReturn = () => {
  const details = document.querySelector('#send-back')
  if (!details) return
  details.open = true
  details.querySelector('input[type=checkbox]')?.focus()
}

document.querySelector('[data-send-back]')?.addEventListener('click', (event) => {
  event.preventDefault()
  openReturn()
})

const DEEDS = {
  a: () => document.querySelector('#approve')?.click(),
  r: () => openReturn(),
  j: () => document.querySelector('#next')?.click(),
}

const isTyping = ({ target }) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

if (holder && toggle) {
  const show = (isOn) => toggle.setAttribute('aria-pressed', String(isOn))
  holder.hidden = false
  show(read())
  toggle.addEventListener('click', () => {
    const isOn = toggle.getAttribute('aria-pressed') !== 'true'
    show(isOn)
    keep(isOn)
  })
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    if (toggle.getAttribute('aria-pressed') !== 'true' || !isPlain || isTyping(event)) return
    const deed = DEEDS[event.key.toLowerCase()]
    if (!deed) return
    event.preventDefault()
    deed()
  })
}
