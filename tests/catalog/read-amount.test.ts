import { describe, expect, it } from 'vitest'
import { readAmount } from '../../src/catalog/prices/read-amount.js'

describe('an amount of đồng as people write it', () => {
  it.each([
    ['120000', 120_000],
    ['120.000', 120_000],
    ['1,250,000', 1_250_000],
    ['120 000 đ', 120_000],
    ['85.000 đồng', 85_000],
    ['85000VNĐ', 85_000],
    ['85.000₫', 85_000],
    ['85.000 ₫.', 85_000],
    ['₫85,000', 85_000],
    ['VND 85,000', 85_000],
    ['đ 85.000', 85_000],
    ['１２０ｋ', 120_000],
    ['230k', 230_000],
    ['230 K', 230_000],
    ['120n', 120_000],
    ['230 nghìn', 230_000],
    ['230 ngàn đồng', 230_000],
    ['230 nghin dong', 230_000],
    ['1,2 triệu', 1_200_000],
    ['1.25 triệu', 1_250_000],
    ['12,5k', 12_500],
    ['0,5 triệu', 500_000],
    ['2tr', 2_000_000],
    ['1tr2', 1_200_000],
    ['1tr250', 1_250_000],
    ['1 triệu 250 nghìn đồng', 1_250_000],
    ['2 triệu rưỡi', 2_500_000],
    ['8,29 triệu', 8_290_000],
  ])('%s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount)
  })

  it.each([
    ['', 'nothing'],
    ['khoảng 200k', 'not sure'],
    ['200-300k', 'two amounts'],
    ['230k/kg', 'the price of something else'],
    ['1.200 triệu', 'one million or a thousand of them'],
    ['1tr25', 'five or fifty thousand more'],
    ['1,234k', 'a thousand or a million'],
    ['120,5', 'no whole đồng'],
    ['12.50', 'no whole đồng'],
    ['1.20.000', 'a slip'],
    ['-5', 'less than nothing'],
    ['2 tỷ', 'a word that it does not know'],
  ])('“%s” is none: %s', (typed) => {
    expect(readAmount(typed)).toBeNull()
  })
})
