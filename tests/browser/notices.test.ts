import type { Worker } from 'playwright-core'
import { expect, it } from 'vitest'
import { order } from '../http/trade-shop.js'
import { PushService } from '../support/push-service.js'
import { describeOnProducersPhone } from '../support/producer-browser.js'

type Shown = Readonly<Record<'title' | 'body' | 'lang', string>> & { readonly data: object }
type Scope = Readonly<{ registration: ServiceWorkerRegistration; times: number }>

/**
 * Counts what the worker has shown. Chromium forgets a notice for good when it is asked for its notices while it puts
 * that one up, so nobody may ask before. The Chromium that is no more than a shell shows none: there what it is asked to
 * show is kept, one for each tag, as a phone does.
 */
async function watchNotices(worker: Worker) {
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration; times: number }
    const { registration } = scope
    const kept = new Map<string, Notification>()
    const keep = (title: string, options: NotificationOptions = {}): Promise<void> => {
      kept.set(options.tag ?? '', { ...options, title } as Notification)
      return Promise.resolve()
    }
    const isShell = Notification.permission !== 'granted'
    const show = isShell ? keep : registration.showNotification.bind(registration)
    if (isShell) registration.getNotifications = () => Promise.resolve([...kept.values()])
    scope.times = 0
    registration.showNotification = async (...notice) => {
      await show(...notice)
      scope.times += 1
    }
  })
  return {
    times: () => worker.evaluate(() => (globalThis as unknown as Scope).times),
    shown: () =>
      worker.evaluate(async (): Promise<Shown[]> => {
        const notices = await (globalThis as unknown as Scope).registration.getNotifications()
        return notices.map(({ title, body, data, lang }) => ({ title, body, data: data as object, lang }))
      }),
  }
}

describeOnProducersPhone('notices of new orders on a phone', (phone) => {
  it('one button turns them on; what is sent is shown, once however often it comes', async () => {
    const push = await PushService.open()
    try {
      const page = await phone.open('/producer', { permissions: ['notifications'] })
      // A browser without a screen has no push service of its own, and may show no notices: it is given both.
      await page.addInitScript((subscription) => {
        const { endpoint, ...keys } = subscription
        const given = { endpoint, toJSON: () => ({ endpoint, keys }) }
        let isOn = false
        if (Notification.permission !== 'granted')
          Object.defineProperty(Notification, 'permission', { value: 'granted' })
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
      const notice = {
        title: `Đơn mới ${code}`,
        body: expect.stringMatching(/món, [\d.]+\s₫$/) as string,
        data: { path: `/producer/orders/${code}` },
        lang: 'vi',
      }
      const worker = page.context().serviceWorkers()[0] ?? (await page.context().waitForEvent('serviceworker'))
      const { times, shown } = await watchNotices(worker)
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
