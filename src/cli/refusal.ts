import type { Language } from '../catalog/text.js'

/** What a process says by its end. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Why a command was not carried out, in both languages, and with which exit code it ends. */
export class Refusal extends Error {
  constructor(
    readonly sentences: Readonly<Record<Language, string>>,
    readonly exitCode: ExitCode,
  ) {
    super(sentences.en)
    this.name = 'Refusal'
  }
}

/** The command was typed or configured wrongly. */
export const usageRefusal = (vi: string, en: string): Refusal => new Refusal({ vi, en }, EXIT.usage)

/** The command was understood and could not be carried out. */
export const refusal = (vi: string, en: string): Refusal => new Refusal({ vi, en }, EXIT.refused)
