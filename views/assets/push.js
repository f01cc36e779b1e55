/** Turns on notices of new orders on this device: asks the browser, and hands what it says to the shop by a form. */
const form = document.querySelector('form[data-push]')
const rows = [...document.querySelectorAll('[data-endpoint]')]

const say = (what) => {
  for (const told of document.querySelectorAll('[data-push-said]')) told.hidden = told.dataset.pushSaid !== what
}

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

async function subscribe(manager) {
  const options = { userVisibleOnly: true, applicationServerKey: toBytes(form.dataset.push) }
  try {
    return await manager.subscribe(options)
  } catch (error) {
    if (error.name !== 'InvalidStateError') throw error
    // The browser was subscribed with other keys, before the shop moved.
    await (await manager.getSubscription())?.unsubscribe()
    return manager.subscribe(options)
  }
}

async function turnOn() {
  try {
    const { pushManager } = await navigator.serviceWorker.ready
    const { endpoint, keys } = (await subscribe(pushManager)).toJSON()
    for (const [name, value] of Object.entries({ endpoint, p256dh: keys.p256dh, auth: keys.auth }))
      form.elements.namedItem(name).value = value
    form.submit()
  } catch (error) {
    say(Notification.permission === 'denied' || error.name === 'NotAllowedError' ? 'denied' : 'failed')
  }
}

/** Whether this device is among those that are told already. */
async function show() {
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.getSubscription()
  const own = rows.find((row) => row.dataset.endpoint === subscription?.endpoint)
  const isOn = own !== undefined && Notification.permission === 'granted'
  own?.querySelector('[data-this]').removeAttribute('hidden')
  form.hidden = isOn
  if (isOn) say('isOn')
}

if (form && 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis) {
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void turnOn()
  })
  void show()
} else if (form) say('unable')
