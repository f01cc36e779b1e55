// Suggestions under the search box, after the ARIA pattern of a combobox with a list.
const form = document.querySelector('[data-suggest]')
const input = form?.querySelector('input')

const list = document.createElement('div')
let rows = []
let current = -1
let asked = ''

const close = () => {
  list.hidden = true
  current = -1
  input.setAttribute('aria-expanded', 'false')
  input.removeAttribute('aria-activedescendant')
}

const select = (index) => {
  current = index
  for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index))
  const option = list.children[index]
  if (!option) return input.removeAttribute('aria-activedescendant')
  input.setAttribute('aria-activedescendant', option.id)
  option.scrollIntoView({ block: 'nearest' })
}

const toOption = ({ text, kind, href }, index) => {
  const option = document.createElement('div')
  option.id = `suggestion-${index}`
  option.setAttribute('role', 'option')
  const word = document.createElement('span')
  word.lang = 'vi'
  word.textContent = text
  const label = document.createElement('small')
  label.textContent = kind
  option.append(word, label)
  option.addEventListener('pointerdown', (event) => event.preventDefault())
  option.addEventListener('click', () => location.assign(href))
  return option
}

const show = async () => {
  const text = input.value.trim()
  if (text === asked) return
  asked = text
  if (text.length < 2) return close()
  const response = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`, {
    headers: { accept: 'application/json' },
  }).catch(() => null)
  if (!response?.ok || text !== asked) return
  rows = (await response.json()).suggestions
  list.replaceChildren(...rows.map(toOption))
  select(-1)
  list.hidden = rows.length === 0
  input.setAttribute('aria-expanded', String(rows.length > 0))
}

const keys = {
  ArrowDown: () => select((current + 1) % rows.length),
  ArrowUp: () => select((current <= 0 ? rows.length : current) - 1),
  Escape: close,
}

if (input) {
  list.id = 'suggestions'
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.querySelector('label').textContent)
  list.hidden = true
  form.append(list)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)

  let wait
  input.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(show, 150)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'Enter' && current >= 0) {
      event.preventDefault()
      location.assign(rows[current].href)
    } else if (keys[event.key]) {
      event.preventDefault()
      keys[event.key]()
    }
  })
}
