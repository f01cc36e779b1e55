import { describe, expect, it } from 'vitest'
import { CatalogError } from '../../src/catalog/errors.js'
import { parseSynonyms } from '../../src/search/synonyms.js'
import { synonyms } from './corpus.js'

const texts = (phrases: readonly (readonly { readonly fold: string }[])[]): string[] =>
  phrases.map((phrase) => phrase.map(({ fold }) => fold).join(' '))

describe('The synonym table', () => {
  it('of the package is read in full, and what everybody knows comes with it', () => {
    const known = parseSynonyms([])
    expect(synonyms).toHaveLength(122 + known.length)
    expect(known.flatMap(({ from }) => texts(from))).toEqual(expect.arrayContaining(['htx', '1', 'fish sauce']))
  })

  it('leads both ways, or from the northern words only', () => {
    const [both, oneWay] = parseSynonyms([
      { northern: 'lợn', southern: 'heo', mode: 'both' },
      { northern: 'roi', southern: 'mận', mode: 'one-way' },
    ])
    expect(texts(both?.from ?? [])).toEqual(['lon', 'heo'])
    expect(texts(oneWay?.from ?? [])).toEqual(['roi'])
    expect(texts(oneWay?.to ?? [])).toEqual(['man'])
  })

  it('takes the phrases that a guarded row quotes as those with another meaning', () => {
    const [row] = parseSynonyms([
      {
        northern: 'dứa',
        southern: 'thơm|khóm',
        mode: 'guarded',
        note: "not in 'cá dứa' (fish) or 'lá dứa'; 'gạo thơm' is rice; 'dứa' alone",
      },
    ])
    expect(texts(row?.otherMeanings ?? [])).toEqual(['ca dua', 'la dua', 'gao thom'])
  })

  it('names every fault of every row', () => {
    const attempt = () =>
      parseSynonyms([
        { northern: 'na', mode: 'sometimes' },
        { northern: ' ', mode: 'both' },
      ])
    expect(attempt).toThrow(CatalogError)
    try {
      attempt()
    } catch (error) {
      expect((error as CatalogError).issues.map(({ path, code }) => [path, code])).toEqual([
        ['0.mode', 'notInList'],
        ['1.northern', 'required'],
      ])
    }
  })
})
