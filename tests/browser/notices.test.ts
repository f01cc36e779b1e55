import type { Worker } from 'playwright-core'
import { expect, it } from 'vitest'
import { order } from '../http/trade-shop.js'
import { PushService } from '../support/push-service.js'
import { describeOnProducersPhone } from '../support/producer-browser.js'

/**
 * Counts what the worker has shown. Chromium forgets a notice for good when it is asked for its notices while it puts
 * that one up, so nobody may ask before.
 */
async function countShown(worker: Worker): Promise<() => Promise<number>> {
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration; times: number }
    const show = scope.registration.showNotification.bind(scope.registration)
    scope.times = 0
    scope.registration.showNotification = async (...notice) => {
      await show(...notice)
      scope.times += 1
    }
  })
  return () => worker.evaluate(() => (globalThis as unknown as { times: number }).times)
}

describeOnProducersPhone('notices of new orders on a phone', (phone) => {
  it('one button turns them on; what is sent is shown, once however often it comes', async () => {
    const push = await PushService.open()
    try {
      const page = await phone.open('/producer', { permissions: ['notifications'] })
      // A browser without a screen has no push service of its own: it is given one, the rest is real.
      await page.addInitScript((subscription) => {
        const { endpoint, ...keys } = subscription
        const given = { endpoint, toJSON: () => ({ endpoint, keys }) }
        let isOn = false
        Object.assign(PushManager.prototype, {
          subscribe: ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
            if (applicationServerKey.length !== 65) throw new TypeError('no key')
            localStorage.setItem('pushed', '1')
            isOn = true
            return Promise.resolve(given)
          },
          getSubscription: () => Promise.resolve(isOn || localStorage.getItem('pushed') ? given : null),
        })
      }, push.subscription)
      const { origin } = phone.shop
      await page.goto(`${origin}/producer/notices`)
      await page.getByRole('button', { name: 'Bật thông báo trên máy này' }).click()
      await page.getByText('Đã bật. Bấm “Gửi thử”').waitFor()
      await page.getByText('Máy này đang nhận thông báo.').waitFor()
      expect(await page.locator('[data-this]').textContent()).toBe('máy này')
      expect(await page.locator('#turn-on').isVisible()).toBe(false)

      const code = await order(phone.shop.visitor())
      await phone.catalog.deliveries.sendDue()
      const [sent] = push.read()
      const devtools = await page.context().newCDPSession(page)
      const registered = new Promise<string>((resolve) => {
        devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
          const [own] = registrations
          if (own) resolve(own.registrationId)
        })
      })
      await devtools.send('ServiceWorker.enable')
      const registrationId = await registered
      const deliver = (notice: unknown) =>
        devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(notice) })
      const shown = () =>
        page.evaluate(async () => {
          const notices = await (await navigator.serviceWorker.ready).getNotifications()
          return notices.map(({ title, body, data, lang }) => ({ title, body, data: data as object, lang }))
        })
      const notice = {
        title: `Đơn mới ${code}`,
        body: expect.stringMatching(/món, [\d.]+ đ$/) as string,
        data: { path: `/producer/orders/${code}` },
        lang: 'vi',
      }
      const worker = page.context().serviceWorkers()[0] ?? (await page.context().waitForEvent('serviceworker'))
      const times = await countShown(worker)
      await deliver(sent)
      await expect.poll(times).toBe(1)
      expect(await shown()).toEqual([notice])
      // The second time it says so, so that it is known to have come: it stands in the place of the first.
      await deliver({ ...sent, body: 'lần hai' })
      await expect.poll(times).toBe(2)
      expect(await shown()).toEqual([{ ...notice, body: 'lần hai' }])
      await page.getByRole('button', { name: /^Tắt/ }).click()
      await page.getByText('Đã tắt thông báo').waitFor()
      await page.locator('#turn-on').waitFor()
    } finally {
      push.close()
    }
  })
})
