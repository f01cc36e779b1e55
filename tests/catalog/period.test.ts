import { describe, expect, it } from 'vitest'
import { Day, dayAt, earliest, latest, PartialDay } from '../../src/catalog/day.js'
import { covers, lastDay, parsePeriod, yearBefore } from '../../src/catalog/period.js'

describe('a reporting period', () => {
  it.each([
    ['2024', '2024-01-01', '2025-01-01'],
    ['2024-H1', '2024-01-01', '2024-07-01'],
    ['2024-h2', '2024-07-01', '2025-01-01'],
    ['2024-Q3', '2024-07-01', '2024-10-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2024-03-01..2024-04-15', '2024-03-01', '2024-04-16'],
  ])('%s runs from %s up to %s', (text, start, end) => {
    expect(parsePeriod(text)).toMatchObject({ start, end })
  })

  it.each(['2024-H3', '2024-Q5', '2024-13', '24-H1', '2024-04-15..2024-03-01', '2024-02-30..2024-03-01', 'H1', ''])(
    'refuses “%s” and names the forms it knows',
    (text) => expect(() => parsePeriod(text)).toThrow(/2024-H1/),
  )

  it('is compared with the same days a year before', () => {
    expect(yearBefore(parsePeriod('2024-H1')).id).toBe('2023-H1')
    expect(yearBefore(parsePeriod('2024-02-29..2024-03-31'))).toMatchObject({ start: '2023-02-28', end: '2023-04-01' })
  })

  it('covers a statement only when it holds its whole span', () => {
    const [first, last] = [Day.parse('2024-01-01'), Day.parse('2024-06-30')]
    expect(covers(parsePeriod('2024-H1'), first, last)).toBe(true)
    expect(covers(parsePeriod('2024-Q2'), first, last)).toBe(false)
    expect(lastDay(parsePeriod('2024-H1'))).toBe('2024-06-30')
  })
})

describe('a day', () => {
  it('begins at midnight in Vietnam, whatever the machine’s zone is', () => {
    expect(dayAt(new Date('2024-06-30T16:59:59Z'))).toBe('2024-06-30')
    expect(dayAt(new Date('2024-06-30T17:00:00Z'))).toBe('2024-07-01')
  })

  it('known only by year or month may be any day of it', () => {
    expect([earliest(PartialDay.parse('2024')), latest(PartialDay.parse('2024'))]).toEqual(['2024-01-01', '2024-12-31'])
    expect([earliest(PartialDay.parse('2024-02')), latest(PartialDay.parse('2024-02'))]).toEqual([
      '2024-02-01',
      '2024-02-29',
    ])
  })

  it('that the calendar lacks is refused', () => {
    for (const text of ['2023-02-29', '2024-6-1', '2024-13-01', 'hôm nay'])
      expect(Day.safeParse(text).success, text).toBe(false)
    for (const text of ['2024-13', '24', '2024-02-30']) expect(PartialDay.safeParse(text).success, text).toBe(false)
  })
})
