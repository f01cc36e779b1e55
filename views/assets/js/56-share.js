// Passes a page on: by the phone's own list of apps where it has one, else by the links that the page shows.
for (const share of document.querySelectorAll('[data-share]')) {
  const url = share.dataset.share
  const copy = share.querySelector('button')
  if (navigator.share)
    share.firstElementChild.addEventListener('click', (event) => {
      event.preventDefault()
      navigator.share({ title: document.querySelector('h1').textContent, url }).catch(() => {})
    })
  if (!navigator.clipboard) copy.remove()
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(url)
    copy.textContent = copy.dataset.copied
  })
}
