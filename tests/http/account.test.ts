import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOON, openShop } from '../support/shop.js'
import { acceptInvitation, ADMINISTRATOR, PASSWORD, PRODUCER, setUpApp } from './signed-in.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'

const MINUTE = 60_000

describe.each(MOUNTS)('signing in, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let now = NOON
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openShop({ now: () => now }) })
  })
  afterAll(() => shop.stop())

  const later = (minutes: number): Date => (now = new Date(now.getTime() + minutes * MINUTE))

  it('works for nobody until somebody was invited', async () => {
    const stranger = await shop.visitor().open('/account/sign-in')
    await stranger.press('main .button--primary', { identifier: 'admin', password: 'admin' })
    expect(stranger.status).toBe(401)
    expect(stranger.text('.error-summary')).toContain('không đúng')
  })

  it('leads a producer from the invitation to the own front', async () => {
    const producer = await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
    expect(producer.path).toBe('/producer')
    expect(producer.text('h1')).toBe('Hợp tác xã Ea Tu')
    expect(producer.response.headers['cache-control']).toBe('no-store')
    await producer.press('.top__form button')
    expect(producer.path).toBe('/account/sign-in?out=1')
    await producer.open('/producer')
    expect(producer.status).toBe(401)
    await producer.press('main .button--primary', { identifier: '+84 905.333.444', password: PASSWORD })
    expect(producer.path).toBe('/producer')
  })

  it('asks an office role for an app before anything else, and for its code at each sign-in', async () => {
    const office = await acceptInvitation(shop.visitor(), shop.catalog, ADMINISTRATOR)
    expect(office.path).toMatch(/^\/account\/authenticator/)
    await office.open('/office')
    expect(office.path).toMatch(/^\/account\/authenticator/)
    const phone = await setUpApp(office, now)
    expect(office.path).toBe('/office')
    expect(office.text()).toContain('Quản trị viên')

    later(1)
    const elsewhere = await shop.visitor().open('/office')
    expect(elsewhere.status).toBe(401)
    await elsewhere.press('main .button--primary', { identifier: 'QUAN@example.vn', password: PASSWORD })
    expect(elsewhere.path).toBe('/account/code?next=%2Foffice')
    await elsewhere.press('main .button--primary', { code: '000000' })
    expect(elsewhere.status).toBe(422)
    await elsewhere.press('main .button--primary', { code: phone.code(now) })
    expect(elsewhere.path).toBe('/office')
  })
})
