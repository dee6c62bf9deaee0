import { z } from 'zod'
import type { FactDefinition } from './dictionary.ts'
import { factSchema, type CountryNames } from './fact-schema.ts'

/** A question that scopes of the Commerce Control List ask about an item. */
export interface ListQuestion {
  readonly id: string
  readonly ask: string
}

const answer: FactDefinition = {
  name: 'answer',
  type: 'boolean',
  at: 'listFacts',
  assumable: false,
  knownBy: 'exporter',
}

/** The answers that a case may give about the entry of an item, by the id of the question. */
export function listAnswers(
  questions: readonly ListQuestion[],
  countries: CountryNames,
): z.ZodType {
  return z
    .strictObject(
      Object.fromEntries(
        questions.map(({ id, ask }) => [id, factSchema(answer, countries, ask).optional()]),
      ),
    )
    .describe(
      'Answers about the entry of the Commerce Control List, by the question that was asked',
    )
    .optional()
}
