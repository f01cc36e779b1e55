// Passes a page on: by the phone's own list of apps where it has one, else by the address that the page shows.
for (const share of document.querySelectorAll('[data-share]')) {
  const url = share.dataset.share
  const copy = share.querySelector('button')
  const address = share.querySelector('input')
  if (navigator.share)
    share.firstElementChild.addEventListener('click', (event) => {
      if (share.open) return
      event.preventDefault()
      navigator.share({ title: document.querySelector('h1').textContent, url }).catch(({ name }) => {
        share.open = name !== 'AbortError'
      })
    })
  address.addEventListener('focus', () => address.select())
  if (!navigator.clipboard) copy.remove()
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(url)
    copy.textContent = copy.dataset.copied
  })
}
