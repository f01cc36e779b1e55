// Copies what a button names, or the field beside it; over plain http, where a browser has no clipboard, by selecting it.
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}

for (const button of document.querySelectorAll('[data-copy]'))
  button.addEventListener('click', async () => {
    await copy(button.dataset.copy)
    button.focus()
    button.textContent = button.dataset.copied
  })

for (const field of document.querySelectorAll('[data-once]')) {
  field.addEventListener('focus', () => field.select())
  if (document.activeElement === field) field.select()
}
