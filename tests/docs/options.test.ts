import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readFlags } from '../support/options/read-commands.js'
import { optionDocs, OTHER_NAMES, readFunctions, readSettings } from '../support/options/option-docs.js'
import type { Option } from '../support/options/read-options.js'

/** Options of one name that two functions do without in two ways, and why. */
const TWO_DEFAULTS = new Map([
  ['name', 'the catalog keeps one, and the storefront takes it from there'],
  ['baseUrl', 'a page has the request to go by, a letter has not'],
  ['owner', 'pages say that nobody is stated, and platforms are not visited in nobody’s name'],
])

const functions = readFunctions()
const options = [...functions.values()].flat()

it('docs/options.md is what the sources say; if not, run `npm run docs:options`', async () => {
  expect(readFileSync(new URL('../../docs/options.md', import.meta.url), 'utf8')).toBe(await optionDocs())
})

it('every option says what it is and what holds without it', () => {
  const silent = options.filter((one) => one.meaning === '' || (!one.isNeeded && one.otherwise === null))
  expect([...silent, ...readSettings().filter((one) => one.meaning === '')]).toEqual([])
})

/** The names under which the options say more than one thing. */
function findDiffering(all: readonly Option[], nameOf: (one: Option) => string, said: (one: Option) => string | null) {
  const byName = new Map<string, Set<string | null>>()
  for (const one of all) byName.set(nameOf(one), (byName.get(nameOf(one)) ?? new Set()).add(said(one)))
  return [...byName].filter(([, different]) => different.size > 1).map(([name]) => name)
}

it('an option of one name has one default', () => {
  const optional = options.filter(({ isNeeded }) => !isNeeded)
  const differing = findDiffering(
    optional,
    ({ name }) => name,
    ({ otherwise }) => otherwise,
  )
  expect(differing).toEqual([...TWO_DEFAULTS.keys()])
})

it('a field of site.json is the option of that name, or is named as another', () => {
  const known = new Set([
    ...options.map(({ name }) => name),
    ...Object.values(OTHER_NAMES).flatMap((names) => names.map((text) => /^`(\w+)/.exec(text)?.[1])),
  ])
  expect(readSettings().filter(({ name }) => !known.has(name))).toEqual([])
  const named = Object.keys(OTHER_NAMES).filter((key) => !options.some(({ where, name }) => `${where}.${name}` === key))
  expect(named).toEqual([])
})

it('a flag of one name takes one kind of value, whatever the command', async () => {
  const differing = findDiffering(
    await readFlags(),
    ({ name }) => name.replace(/ .*/, ''),
    ({ name }) => name,
  )
  expect(differing).toEqual([])
})
