import { describe, expect, it } from 'vitest'
import { RANKING_RULE } from '../../src/search/ranking-rule.js'

describe('The ranking rule that is shown to the public', () => {
  it('has parts that add up to 1, the words weighing most', () => {
    const shares = Object.values(RANKING_RULE.parts)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(Math.max(...shares)).toBe(RANKING_RULE.parts.words)
  })

  it('puts the name before every other field', () => {
    expect(Math.max(...Object.values(RANKING_RULE.fields))).toBe(RANKING_RULE.fields.name)
  })
})
