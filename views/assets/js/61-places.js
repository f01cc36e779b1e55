/** Lists communes as soon as a province is chosen, and finds places while typing. */
const province = document.querySelector('[data-communes]')

if (province) {
  const { form } = province
  const { commune, find } = form.elements
  const found = document.getElementById('found')
  const places = document.querySelector('.finder__places')
  // The page's language, which need not be the browser's.
  const { lang } = document.documentElement

  const listCommunes = async (chosen = '') => {
    const first = commune.options[0]
    const wanted = province.value
    commune.replaceChildren(first)
    if (!wanted) return
    const { communes } = await (await fetch(`${province.dataset.communes}${wanted}/communes?lang=${lang}`)).json()
    // Arrow keys pass by many provinces, and answers overtake each other.
    if (province.value !== wanted) return
    first.textContent = first.dataset.choose
    commune.replaceChildren(
      first,
      ...communes.map(({ code, label }) => new Option(label, code, false, code === chosen)),
    )
  }

  // Kept with the page in the history of the browser, which fills in again what was typed, but not this list.
  const keep = (code) => history.replaceState({ ...history.state, commune: code }, '')
  const choose = async (code) => {
    await listCommunes(code)
    keep(code)
    province.dispatchEvent(new Event('placechange', { bubbles: true }))
  }

  const pick = async ({ code, provinceCode }) => {
    province.value = provinceCode
    await choose(code)
    find.value = ''
    find.closest('details').open = false
    form.elements.street.focus()
  }

  const show = (communes) => {
    found.textContent = communes.length ? found.dataset.found.replace('{n}', communes.length) : found.dataset.none
    places.replaceChildren(
      ...communes.map((place) => {
        const button = Object.assign(document.createElement('button'), { type: 'button', onclick: () => pick(place) })
        const label = Object.assign(document.createElement('span'), { textContent: place.label })
        button.append(label)
        if (place.formerly) {
          const former = document.createElement('small')
          former.textContent = ` ${found.dataset.formerly.replace('{name}', place.formerly)}`
          button.append(former)
        }
        const item = document.createElement('li')
        item.append(button)
        return item
      }),
    )
  }

  let asked = 0
  const search = async () => {
    const words = find.value.trim()
    const mine = ++asked
    if (words.length < 2) return places.replaceChildren()
    const answer = await fetch(
      `${find.dataset.places}?${new URLSearchParams({ q: words, province: province.value, lang })}`,
    )
    if (mine !== asked) return
    const { communes } = await answer.json()
    // Whoever already is in the list keeps it, and the focus.
    if (!places.contains(document.activeElement)) show(communes)
  }

  let wait
  commune.addEventListener('change', () => keep(commune.value))
  // What was sent is not laid out ready once more: nobody orders twice by going back.
  form.addEventListener('submit', () => keep(''))
  addEventListener('pageshow', () => {
    const code = history.state?.commune
    if (code && province.value && commune.options.length < 2) choose(code).catch(() => undefined)
  })
  province.addEventListener('change', () => listCommunes().catch(() => form.querySelector('[value=communes]').click()))
  find.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(() => search().catch(() => undefined), 200)
  })
  find.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    // A page without an answer: the form asks for the whole page instead.
    search().catch(() => form.querySelector('[value=find]').click())
  })
}
