import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QRPay } from 'vietnam-qr-pay'
import { readTransferText, transferText } from '../../src/trade/payments/transfer-text.js'
import { vietQr } from '../../src/trade/payments/vietqr.js'

const ACB = { bin: '970416', number: '257678859' }

describe('a VietQR code', () => {
  it.each([
    [
      'of ACB without an amount',
      { account: ACB },
      '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F',
    ],
    [
      'of ACB with amount and text',
      { account: ACB, amount: 10_000, purpose: 'Chuyen tien' },
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6',
    ],
    [
      'of Vietcombank for an order',
      { account: { bin: '970436', number: '0011001932418' }, amount: 120_000, purpose: 'OCOP DH1024' },
      '00020101021238570010A00000072701270006970436011300110019324180208QRIBFTTA530370454061200005802VN62150811OCOP DH10246304539F',
    ],
    [
      'of Agribank without an amount',
      { account: { bin: '970405', number: '3900201012345' } },
      '00020101021138570010A00000072701270006970405011339002010123450208QRIBFTTA53037045802VN6304C784',
    ],
  ])('%s is the published one', (_, transfer, code) => {
    expect(vietQr(transfer)).toBe(code)
  })

  it('is read by another program as account, amount and text, whatever they are', () => {
    const transfers = fc.record({
      bin: fc.stringMatching(/^97\d{4}$/),
      number: fc.stringMatching(/^[0-9A-Z]{4,19}$/),
      amount: fc.integer({ min: 1, max: 9_999_999_999 }),
      purpose: fc.stringMatching(/^[A-Z0-9][A-Za-z0-9 ]{0,24}$/),
    })
    fc.assert(
      fc.property(transfers, ({ bin, number, amount, purpose }) => {
        const code = vietQr({ account: { bin, number }, amount, purpose })
        const read = new QRPay(code)
        expect(read.isValid).toBe(true)
        expect(read.consumer).toMatchObject({ bankBin: bin, bankNumber: number })
        expect([read.amount, read.additionalData.purpose]).toEqual([String(amount), purpose])
        const theirs = QRPay.initVietQR({ bankBin: bin, bankNumber: number, amount: String(amount), purpose })
        expect(code).toBe(theirs.build())
      }),
    )
  })

  it('takes no text that a bank would change', () => {
    for (const purpose of ['Đặt hàng', 'x'.repeat(26), '', 'a\nb'])
      expect(() => vietQr({ account: ACB, purpose })).toThrow(RangeError)
  })
})

describe('the text of a transfer', () => {
  const share = { code: '7K2M9-QX4TB', index: 0 }

  it('names order and share in 18 plain characters', () => {
    expect(transferText(share)).toBe('OCOP 7K2M9QX4TB 01')
    expect(transferText({ ...share, index: 49 })).toHaveLength(18)
  })

  it.each([
    'OCOP 7K2M9QX4TB 01',
    'ocop 7k2m9qx4tb 01',
    'MBVCB.5512345678.OCOP 7K2M9QX4TB 01.CT tu 0011001932418 NGUYEN THI HOA toi 257678859',
    'OCOP7K2M9QX4TB01FT26330123456789',
    'NGUYEN HOA chuyen tien OCOP-7K2M9-QX4TB-01',
    'QR - OCOP 7K2M9QX4TB 01',
  ])('is found in what a bank makes of it: %s', (text) => {
    expect(readTransferText(text)).toEqual(share)
  })

  it.each(['Chuyen tien mua ca phe', 'OCOP 7K2M9QX4TB', 'OCOP 7K2M9 01', 'OCOP 7K2M9QX4TB 00', ''])(
    'is not found where it is not: %s',
    (text) => {
      expect(readTransferText(text)).toBeNull()
    },
  )
})
