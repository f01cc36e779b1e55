import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyHasher, type KeyHash } from '../../src/store/state/key-hash.js'
import { OrderIndex } from '../../src/store/state/order-index.js'

const hasher = new KeyHasher()
const hash = (key: string) => hasher.hash(key)
const PHONES = ['a', 'b', 'c'].map(hash)

/** Versions of twenty orders as the rules let them come: each order's first version first, with whatever phone number. */
const versions = fc
  .array(fc.tuple(fc.nat(19), fc.constantFrom(...PHONES), fc.boolean()), { maxLength: 120 })
  .map((changes) => {
    const newest = new Map<number, number>()
    return changes.map(([order, phone, isOpen], address) => {
      const version = (newest.get(order) ?? 0) + 1
      newest.set(order, version)
      const shares = [{ producerId: 'p', isOpen }]
      const [id, code, key] = ['id', 'code', 'key'].map((what) => hash(`${what} ${order}`)) as [never, never, never]
      return { digest: { id, code, key, phone, version, shares }, address }
    })
  })

/** All that the index says. */
const toldBy = (index: OrderIndex) => ({
  orders: Array.from({ length: 20 }, (_, order) => {
    const ordinal = index.ordinalOf(hash(`id ${order}`))
    const found = [index.ordinalOfCode(hash(`code ${order}`)), index.ordinalOfKey(hash(`key ${order}`))]
    return [ordinal, ...found, index.addressOf(ordinal ?? -1), index.versionOf(ordinal ?? -1)]
  }),
  ofPhones: PHONES.map((phone) => [...index.lists.ofPhone(phone, Infinity)]),
  open: [...index.lists.open(index.size)],
  ofProducer: [...index.lists.ofProducer('p', index.size)],
})

describe('the index of orders', () => {
  it('says the same whether orders were announced, more or fewer than come, or not', () => {
    fc.assert(
      fc.property(versions, fc.nat(25), (all, announced) => {
        const [plain, together] = [new OrderIndex(), new OrderIndex()]
        together.expect(announced)
        for (const { digest, address } of all) {
          plain.put(digest, address)
          together.put(digest, address)
        }
        together.settle()
        expect(toldBy(together)).toEqual(toldBy(plain))
      }),
    )
  })

  it('lists every order by the phone number that it has now, newest first and once, whatever number it had before', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const [index, now] = [new OrderIndex(), new Map<number, KeyHash>()]
        for (const { digest, address } of all) {
          index.put(digest, address)
          now.set(index.ordinalOf(digest.id) ?? -1, digest.phone)
        }
        for (const phone of PHONES) {
          const listed = [...index.lists.ofPhone(phone, Infinity)]
          expect(listed).toEqual([...new Set(listed)].sort((a, b) => b - a))
          for (const [order, has] of now) if (has === phone) expect(listed).toContain(order)
          expect([...index.lists.ofPhone(phone, 7)]).toEqual(listed.filter((order) => order < 7))
        }
      }),
    )
  })
})
