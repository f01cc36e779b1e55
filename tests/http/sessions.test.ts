import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { NOON, openShop } from '../support/shop.js'
import { acceptInvitation, ADMINISTRATOR, officeVisitor, PASSWORD, phoneOf, PRODUCER } from './signed-in.js'
import { MOUNTS, runShop, type RunningShop } from './trade-shop.js'
import type { Visitor } from './visitor.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const idOf = (catalog: Catalog, phone: string): string =>
  catalog.accounts.people.findByIdentifier(system('test'), phone)?.id ?? ''

describe.each(MOUNTS)('a session, in a shop at “%s”', (mount) => {
  let shop: RunningShop
  let now = NOON
  beforeAll(async () => {
    shop = await runShop(mount, { catalog: await openShop({ now: () => now }), trustProxy: true })
    await acceptInvitation(shop.visitor(), shop.catalog, PRODUCER)
  })
  afterAll(() => shop.stop())

  const pass = (milliseconds: number): Date => (now = new Date(now.getTime() + milliseconds))
  const signIn = async (headers: Record<string, string> = {}): Promise<Visitor> => {
    const visitor = await shop.visitor(headers).open('/account/sign-in')
    return visitor.press('main .button--primary', { identifier: '0905333444', password: PASSWORD })
  }

  it('is a long random cookie that no script reads, bound to its host over TLS', async () => {
    const plain = await signIn()
    expect(plain.cookie('session')).toMatch(/^[\w-]{36}\.[\w-]{43}$/)
    const secure = shop.visitor({ 'x-forwarded-proto': 'https' })
    await secure.open('/account/sign-in')
    const fields = { identifier: '0905333444', password: PASSWORD, next: '' }
    await secure.post('/account/sign-in', fields)
    const name = mount === '' ? '__Host-session' : '__Secure-session'
    expect(secure.cookieNames()).toContain(name)
    expect(secure.path).toBe('/producer')
    const replayed = shop.visitor({ 'x-forwarded-proto': 'https' })
    replayed.setCookie('session', secure.cookie(name) ?? '')
    expect((await replayed.open('/producer')).status).toBe(401)
  })

  it('sends its cookie HttpOnly, SameSite=Lax, Secure over TLS, for its own path', async () => {
    const visitor = await shop.visitor({ 'x-forwarded-proto': 'https' }).open('/account/sign-in')
    const answers: string[] = []
    const { default: request } = await import('supertest')
    const answer = await request(shop.server)
      .post(`${mount}/account/sign-in`)
      .set('x-forwarded-proto', 'https')
      .type('form')
      .send({ identifier: '0905333444', password: PASSWORD })
    answers.push(...((answer.headers['set-cookie'] ?? []) as unknown as string[]))
    const session = answers.find((line) => line.includes('session='))
    expect(session).toMatch(/HttpOnly/)
    expect(session).toMatch(/Secure/)
    expect(session).toMatch(/SameSite=Lax/)
    expect(session).toMatch(mount === '' ? /Path=\/;/ : /Path=\/ocop;/)
    expect(answer.text).not.toContain(session?.split('=')[1]?.split(';')[0])
    expect(visitor.status).toBe(200)
  })

  it('is new at each sign-in: a planted one is worth nothing', async () => {
    const victim = await shop.visitor().open('/account/sign-in')
    const planted = 'a0000000-0000-4000-8000-000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    victim.setCookie('session', planted)
    await victim.press('main .button--primary', { identifier: '0905333444', password: PASSWORD })
    const first = victim.cookie('session') ?? ''
    expect(first).not.toBe(planted)
    await victim.open('/account/sign-in')
    await victim.press('main .button--primary', { identifier: '0905333444', password: PASSWORD })
    expect(victim.cookie('session')).not.toBe(first)
    const replayed = shop.visitor()
    replayed.setCookie('session', first)
    expect((await replayed.open('/producer')).status).toBe(401)
  })

  it('ends when signed out, for whoever copied the cookie too', async () => {
    const visitor = await signIn()
    const copied = shop.visitor()
    copied.setCookie('session', visitor.cookie('session') ?? '')
    expect((await copied.open('/producer')).status).toBe(200)
    await visitor.press('.top__form button')
    expect(visitor.cookieNames()).not.toContain('session')
    expect((await copied.open('/producer')).status).toBe(401)
    expect((await copied.post('/producer/choose', { producer: 'ea-tu' })).status).toBe(401)
  })

  it('of a producer lasts 14 days unused and 90 days at most', async () => {
    const unused = await signIn()
    pass(14 * DAY - HOUR)
    expect((await unused.open('/producer')).status).toBe(200)
    pass(14 * DAY + MINUTE)
    expect((await unused.open('/producer')).status).toBe(401)
    const used = await signIn()
    for (let day = 0; day < 89; day += 10) {
      expect((await used.open('/producer')).status).toBe(200)
      pass(10 * DAY)
    }
    expect((await used.open('/producer')).status).toBe(401)
  })

  it('of an office lasts an hour unused and 12 hours at most', async () => {
    const office = await officeVisitor(shop, ADMINISTRATOR, now)
    pass(59 * MINUTE)
    expect((await office.open('/office')).status).toBe(200)
    pass(61 * MINUTE)
    expect((await office.open('/office')).status).toBe(401)
    const again = await officeVisitor(shop, { ...ADMINISTRATOR, phone: '0905 111 333', email: undefined }, now)
    for (let hour = 0; hour < 12; hour += 0.5) {
      expect((await again.open('/office')).status).toBe(200)
      pass(HOUR / 2)
    }
    expect((await again.open('/office')).status).toBe(401)
  })

  it('writes that it is in use now and then, not at every request', async () => {
    const visitor = await signIn()
    const { revision } = shop.catalog.state
    for (let times = 0; times < 20; times += 1) await visitor.open('/producer')
    expect(shop.catalog.state.revision).toBe(revision)
    pass(2 * DAY)
    for (let times = 0; times < 20; times += 1) await visitor.open('/producer')
    expect(shop.catalog.state.revision).toBe(revision + 1)
  })

  it('stands in its owner’s list, who may end each and all others', async () => {
    const phone = await signIn({
      'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
    })
    const desk = await signIn({ 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/127.0' })
    await desk.open('/account')
    expect(desk.text('section[aria-labelledby=sessions]')).toMatch(/Firefox, Windows thiết bị này.*Chrome, Android/)
    await desk.press('button[aria-label="Đăng xuất Chrome, Android"]')
    expect(desk.text('.notice--good')).toContain('Đã đăng xuất thiết bị đó')
    expect((await phone.open('/producer')).status).toBe(401)
    const third = await signIn()
    await desk.open('/account')
    await desk.press('input[value=others] + button')
    expect((await third.open('/producer')).status).toBe(401)
    expect((await desk.open('/producer')).status).toBe(200)
  })

  it('asks for the password again before it changes password or contact; a new password ends all others', async () => {
    const [here, elsewhere, copied] = [await signIn(), await signIn(), shop.visitor()]
    copied.setCookie('session', here.cookie('session') ?? '')
    await here.open('/account')
    await here.press('form[action$="/password"] button', { current: 'sai rồi sai rồi', password: 'mật khẩu mới tinh' })
    expect(here.status).toBe(422)
    expect(here.text('#current-error')).toBe('Mật khẩu không đúng.')
    await here.press('form[action$="/contact"] button', { phone: '0905 333 445', confirm: 'sai rồi sai rồi' })
    expect(here.text('#confirm-error')).toBe('Mật khẩu không đúng.')
    expect(here.$('#phone').val()).toBe('0905 333 445')
    await here.press('form[action$="/contact"] button', { phone: '0905 111 222', confirm: PASSWORD })
    expect(here.text('#phone-error')).toMatch(/“0\d{3} \d{3} \d{3}” đã được dùng/)
    await here.press('form[action$="/password"] button', { current: PASSWORD, password: 'mật khẩu mới tinh' })
    expect(here.text('.notice--good')).toContain('Đã đổi mật khẩu')
    expect((await elsewhere.open('/producer')).status).toBe(401)
    expect((await here.open('/producer')).status).toBe(200)
    expect((await copied.open('/producer')).status).toBe(401)
    await here.open('/account')
    await here.press('form[action$="/password"] button', { current: 'mật khẩu mới tinh', password: PASSWORD })
    const before = here.cookie('session')
    await here.press('form[action$="/contact"] button', { name: 'Y Thu', confirm: PASSWORD })
    expect(here.text('.notice--good')).not.toBe('')
    expect(here.cookie('session')).not.toBe(before)
    expect((await here.open('/producer')).status).toBe(200)
  })

  it('ends when roles change, and one that ran out does not come back with roles whose sessions last longer', async () => {
    const people = shop.catalog.accounts.people
    const colleague = { ...PRODUCER, phone: '0905 333 777' }
    const visitor = await acceptInvitation(shop.visitor(), shop.catalog, colleague)
    const id = idOf(shop.catalog, '0905333777')
    await people.setMemberships(system('test'), id, [...PRODUCER.memberships])
    expect((await visitor.open('/producer')).status).toBe(200)
    const office = { front: 'office', role: 'viewer', scope: 'country' } as const
    await people.setMemberships(system('test'), id, [...PRODUCER.memberships, office])
    expect((await visitor.open('/producer')).status).toBe(401)
    await people.setMemberships(system('test'), id, [...PRODUCER.memberships])
    expect((await visitor.open('/producer')).status).toBe(401)
  })

  it('takes no other authenticator app without the password, nor from a copied cookie', async () => {
    const visitor = await acceptInvitation(shop.visitor(), shop.catalog, { ...PRODUCER, phone: '0905 333 888' })
    await visitor.open('/account/authenticator')
    const code = phoneOf(visitor.$('.secret').text()).code(now)
    await visitor.press('main .button--primary', { code, again: 'sai rồi sai rồi' })
    expect([visitor.status, visitor.text('#again-error')]).toEqual([422, 'Mật khẩu không đúng.'])
    await visitor.press('main .button--primary', { code, again: PASSWORD })
    expect(visitor.$('.secrets .secret')).toHaveLength(10)
  })

  it('is ended by an administrator', async () => {
    const visitor = await signIn()
    await shop.catalog.accounts.people.endSessions(system('test'), idOf(shop.catalog, '0905333444'))
    expect((await visitor.open('/producer')).status).toBe(401)
  })

  it('shows the page that was asked for once one has signed in, and never another site', async () => {
    const asked = await shop.visitor().open('/account?done=contact')
    expect(asked.status).toBe(401)
    await asked.press('main .button--primary', { identifier: '0905333444', password: PASSWORD })
    expect(asked.path).toBe('/account?done=contact')
    const tricky = [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/%09/evil.example/..//',
      '///evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      'evil.example',
      '/\u0000evil',
      '\\\\evil.example',
    ]
    for (const next of tricky) {
      const { default: request } = await import('supertest')
      const answer = await request(shop.server)
        .post(`${mount}/account/sign-in`)
        .type('form')
        .send({ identifier: '0905333444', password: PASSWORD, next })
      const target = new URL(answer.headers['location'] ?? '', 'http://shop.example')
      expect(target.host, next).toBe('shop.example')
      expect(target.pathname.startsWith(`${mount}/`), next).toBe(true)
    }
  })
})
