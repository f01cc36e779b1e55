import { describe, expect, it } from 'vitest'
import { Certificate } from '../../src/catalog/certificate.js'
import { addDays, addMonths, Day } from '../../src/catalog/day.js'
import { parse } from '../../src/catalog/parse.js'
import { recognizedOn, renewalWindow, shownCertificate, standingOn } from '../../src/catalog/standing.js'

const day = (text: string) => Day.parse(text)

const certificate = (fields: Partial<Record<keyof Certificate, unknown>> = {}): Certificate =>
  parse(Certificate, {
    id: 'c1',
    version: 1,
    productId: 'coffee',
    outcome: 'recognized',
    stars: 4,
    issuedOn: '2024-05-17',
    place: { list: 'pre-2025-07', province: '66' },
    changedAt: '2024-05-17T00:00:00Z',
    ...fields,
  })

describe('a certificate of 17 May 2024', () => {
  const issued = certificate()
  const until = day('2027-05-17')

  it('runs 36 months', () => {
    expect(standingOn(issued, day('2024-05-16'))).toBe('notYet')
    expect(standingOn(issued, day('2024-05-17'))).toBe('valid')
    expect(standingOn(issued, addDays(until, -1))).toBe('expiring')
    expect(standingOn(issued, until)).toBe('expired')
  })

  it('is called expiring when 180 days or fewer are left', () => {
    expect(standingOn(issued, addDays(until, -181))).toBe('valid')
    expect(standingOn(issued, addDays(until, -180))).toBe('expiring')
  })

  it('takes renewal dossiers between 180 and 120 days before its end', () => {
    expect(renewalWindow(issued)).toEqual({ opens: addDays(until, -180), closes: addDays(until, -120) })
  })

  it('runs on for at most 180 days while a renewal is pending, and no longer once it is decided', () => {
    const renewing = certificate({ renewal: { filedOn: '2027-04-01' } })
    expect(standingOn(renewing, addDays(until, 179))).toBe('extended')
    expect(standingOn(renewing, addDays(until, 180))).toBe('expired')
    const decided = certificate({ renewal: { filedOn: '2027-04-01', decidedOn: '2027-06-01' } })
    expect(standingOn(decided, day('2027-05-31'))).toBe('extended')
    expect(standingOn(decided, day('2027-06-01'))).toBe('expired')
  })

  it('gains nothing from a renewal filed after the day that is asked', () => {
    const late = certificate({ renewal: { filedOn: '2027-08-01' } })
    expect(standingOn(late, day('2027-07-31'))).toBe('expired')
  })

  it('ends on the day of its withdrawal', () => {
    const withdrawn = certificate({ withdrawn: { on: '2025-02-01', ground: 'misuseOfMark' } })
    expect(standingOn(withdrawn, day('2025-01-31'))).toBe('valid')
    expect(standingOn(withdrawn, day('2025-02-01'))).toBe('withdrawn')
  })

  it('ends when it says so, where another date is printed on it', () => {
    expect(standingOn(certificate({ expiresOn: '2026-12-31' }), day('2026-12-31'))).toBe('expired')
  })
})

describe('a certificate of which only the year 2023 is known', () => {
  const dated = certificate({ issuedOn: '2023' })

  it('counts only on days on which it is valid whatever the day of issue was', () => {
    expect(standingOn(dated, day('2022-12-31'))).toBe('notYet')
    expect(standingOn(dated, day('2023-06-30'))).toBe('uncertain')
    expect(standingOn(dated, day('2024-06-30'))).toBe('valid')
    expect(standingOn(dated, day('2026-06-30'))).toBe('uncertain')
    expect(standingOn(dated, day('2026-12-31'))).toBe('expired')
    expect(recognizedOn([dated], day('2026-06-30'))).toBeNull()
  })

  it('has no renewal window to the day', () => {
    expect(renewalWindow(dated)).toBeNull()
  })
})

describe('what a product is recognised by', () => {
  it('is nothing while a council has only graded it', () => {
    const graded = certificate({ outcome: 'evaluated' })
    expect(standingOn(graded, day('2024-06-30'))).toBe('evaluated')
    expect(recognizedOn([graded], day('2024-06-30'))).toBeNull()
  })

  it('is the upgrade from the day it is issued, and the old certificate before', () => {
    const three = certificate({ id: 'three', stars: 3, issuedOn: '2023-01-10' })
    const four = certificate({ id: 'four', stars: 4, issuedOn: '2024-03-01' })
    expect(recognizedOn([four, three], day('2024-02-29'))?.stars).toBe(3)
    expect(recognizedOn([three, four], day('2024-03-01'))?.stars).toBe(4)
  })

  it('is nothing when the source gives no date at all', () => {
    expect(recognizedOn([certificate({ issuedOn: null })], day('2024-06-30'))).toBeNull()
  })

  it('shows the strongest standing first: a running certificate before a newer evaluation', () => {
    const running = certificate({ id: 'running', issuedOn: '2024-01-01' })
    const evaluation = certificate({ id: 'evaluation', outcome: 'evaluated', issuedOn: '2026-01-01' })
    expect(shownCertificate([evaluation, running], day('2026-06-01'))).toMatchObject({
      certificate: { id: 'running' },
      standing: 'valid',
    })
    expect(shownCertificate([], day('2026-06-01'))).toBeNull()
  })
})

describe('a certificate that contradicts the programme is refused', () => {
  const refused = (fields: Partial<Record<keyof Certificate, unknown>>) => {
    try {
      certificate(fields)
      return []
    } catch (error) {
      return (error as { issues: { path: string }[] }).issues.map(({ path }) => path)
    }
  }

  it.each([
    ['two stars with a certificate', { stars: 2 }, 'stars'],
    ['four stars on 65 points', { council: { points: 65, floor: 5 } }, 'stars'],
    ['four stars over a floor of three', { council: { points: 88, floor: 3 } }, 'stars'],
    ['four stars from the ministry', { recognizedBy: { level: 'ministry' } }, 'recognizedBy.level'],
    ['five stars from a province', { stars: 5, recognizedBy: { level: 'province' } }, 'recognizedBy.level'],
    [
      'three stars from a district after June 2025',
      { stars: 3, issuedOn: '2025-07-01', recognizedBy: { level: 'district' } },
      'recognizedBy.level',
    ],
    ['an end before its beginning', { expiresOn: '2024-05-01' }, 'expiresOn'],
  ])('%s', (_, fields, path) => {
    expect(refused(fields)).toContain(path)
  })

  it('but an evaluation may be of two stars, and a district could give three in 2024', () => {
    expect(refused({ outcome: 'evaluated', stars: 2 })).toEqual([])
    expect(refused({ stars: 3, recognizedBy: { level: 'district' } })).toEqual([])
  })
})

it('adds months to the end of a shorter month', () => {
  expect(addMonths(day('2024-08-31'), 6)).toBe('2025-02-28')
})
