/** Says the total anew when it has changed within the page, to who does not see it. */
const said = document.querySelector('[data-said]')
const total = () => Array.from(document.querySelectorAll('.sums__total'), ({ textContent }) => textContent).join(' ')

if (said) {
  let last = total()
  addEventListener('cartchange', () => {
    if (total() !== last) said.textContent = last = total()
  })
}
