// Menus of the navigation close by Escape, innermost first, and by a tap beside them; they open and close without this too.
const menus = [...document.querySelectorAll('details.menu')]

if (menus.length > 0) {
  addEventListener('click', ({ target }) => {
    for (const menu of menus) if (!menu.contains(target)) menu.open = false
  })
  addEventListener('keydown', (event) => {
    const open = event.key === 'Escape' && menus.find((menu) => menu.open)
    if (!open) return
    event.preventDefault()
    open.open = false
    open.querySelector('summary').focus()
  })
}
