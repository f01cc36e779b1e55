// Pages that can be read without a network, and orders that wait for one; what is done there is told here.
const worker = document.querySelector('link[rel=manifest]')?.href.replace(/manifest\.webmanifest.*/, 'sw.js')
const container = navigator.serviceWorker

const sendOrders = async () => (await container.ready).active?.postMessage('send orders')

if (worker && container) {
  addEventListener('load', () => {
    container.register(worker).then(sendOrders, () => undefined)
  })
  addEventListener('online', sendOrders)
  container.addEventListener('message', ({ data: { html, isSent } }) => {
    const main = document.querySelector('main')
    main.querySelectorAll('#order-kept, #order-sent, #order-refused, #no-network').forEach((notice) => notice.remove())
    main.insertAdjacentHTML('afterbegin', html)
    if (isSent) dispatchEvent(new Event('cartchange'))
  })
}
