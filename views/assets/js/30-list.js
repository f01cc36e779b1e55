// Filters and sorting apply at once; without this script their buttons do it.
const sorting = document.querySelector('[data-sorting]')
sorting?.addEventListener('change', () => sorting.requestSubmit())

const filters = document.querySelector('[data-filters]')
const isWide = matchMedia('(min-width: 56rem)')
const LAST = 'last-filter'

const unfold = () => {
  if (isWide.matches) filters.closest('details').open = true
}

// Whoever goes through the filters by keyboard goes on where they were.
const resume = () => {
  const last = sessionStorage.getItem(LAST)
  sessionStorage.removeItem(LAST)
  const box = [...filters.elements].find(({ name, value }) => last === `${name}=${value}`)
  if (!box) return
  const group = box.closest('details')
  if (group) group.open = true
  box.focus()
}

if (filters) {
  unfold()
  resume()
  isWide.addEventListener('change', unfold)
  filters.addEventListener('change', ({ target }) => {
    if (!isWide.matches || target.type !== 'checkbox') return
    sessionStorage.setItem(LAST, `${target.name}=${target.value}`)
    filters.requestSubmit()
  })
}
