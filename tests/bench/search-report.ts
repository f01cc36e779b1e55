import { mean, quantile, type JudgedSet, type Outcome } from './search-judge.js'
import { figure, type Table } from './table.js'

export type Results = ReadonlyMap<string, readonly Outcome[]>

/** nDCG@10 of every class and engine, then what they found nothing for and how long they took. */
export function qualityTable({ name, documents }: JudgedSet, results: Results): Table {
  const engines = [...results.keys()]
  const classes = [...new Set([...results.values()].flat().map(({ query }) => query.class))]
  const row = (label: string, value: (outcomes: readonly Outcome[]) => string): string[] => [
    label,
    ...engines.map((engine) => value(results.get(engine) ?? [])),
  ]
  const ndcg = (outcomes: readonly Outcome[]): string =>
    outcomes.length > 0 ? mean(outcomes.map((outcome) => outcome.ndcg)).toFixed(3) : '–'
  return {
    title: `${name}, ${new Intl.NumberFormat('en').format(documents.length)} products`,
    headings: ['nDCG@10', ...engines],
    rows: [
      ...classes.map((own) => row(own, (outcomes) => ndcg(outcomes.filter(({ query }) => query.class === own)))),
      row('all', ndcg),
      row('queries', (outcomes) => figure(outcomes.length)),
      row('nothing found where there is an answer', (outcomes) => {
        const answerable = outcomes.filter(({ query }) => query.ideal.length > 0)
        return `${(100 * mean(answerable.map(({ found }) => Number(found === 0)))).toFixed(1)} %`
      }),
      row('p50 ms', (outcomes) => figure(time(outcomes, 0.5))),
      row('p99 ms', (outcomes) => figure(time(outcomes, 0.99))),
    ],
    note: 'Engines that need long answer a sample of the queries.',
  }
}

export const time = (outcomes: readonly Outcome[], share: number): number =>
  quantile(
    outcomes.map(({ milliseconds }) => milliseconds),
    share,
  )

/** How many times longer the others take for the queries that both answered. */
export function ratios(results: Results): string[][] {
  const [[, own] = ['', []], ...others] = [...results]
  const byText = new Map(own.map((outcome) => [outcome.query.text, outcome.milliseconds]))
  return others.map(([name, outcomes]) => {
    const mine = mean(outcomes.map(({ query }) => byText.get(query.text) ?? 0))
    return [name, `${figure(mean(outcomes.map(({ milliseconds }) => milliseconds)) / mine)} ×`]
  })
}

const MOST_SLOW = 12

/** The texts that took longest, in one line. */
export const slowest = (
  title: string,
  timed: readonly { readonly text: string; readonly milliseconds: number }[],
): string =>
  `${title}: ${[...timed]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, MOST_SLOW)
    .map(({ text, milliseconds }) => `${text.slice(0, 60)} ${figure(milliseconds)}`)
    .join(', ')}`
