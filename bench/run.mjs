// Runs the benchmarks and says for each goal whether it was met: node run.mjs [--short] [--deal FILE]
import { parseArgs } from 'node:util'
import { decisions } from './decisions.mjs'
import { pack } from './pack.mjs'
import { table } from './print.mjs'
import { rollout } from './rollout.mjs'
import { startup } from './startup.mjs'

const { values: options } = parseArgs({
  options: { short: { type: 'boolean', default: false }, deal: { type: 'string' } },
})

const goals = [
  ...(await decisions(options)),
  ...pack(options),
  ...startup(options),
  ...rollout(options),
]
table(
  ['goal', 'wanted', 'measured', ''],
  goals.map(({ name, value, goal, sign, met }) => [
    name,
    `${sign} ${goal}`,
    value.toPrecision(3),
    met ? 'met' : 'missed',
  ]),
)
