import { writeFileSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { BUILD_FILE } from './book/build.ts'
import { sourceState } from './source-state.ts'

/**
 * Joins the compiled command line into few files: starting a process costs more in opening modules than
 * in running them. What only some commands need (pdfkit, prompts) stays apart and is loaded on demand.
 */
const bundle = await rolldown({
  input: {
    licet: 'dist/cli/main.js',
    'screen-worker': 'dist/cli/screening/screen-worker.js',
    'batch-worker': 'dist/src/batch/worker.js',
  },
  platform: 'node',
  external: ['pdfkit', '@clack/prompts', '@duckdb/node-api', 'pg', 'pg-boss'],
})
await bundle.write({ dir: 'dist/bin', format: 'esm', minify: true, cleanDir: true })

// Each record names what the program was built from.
writeFileSync(`dist/${BUILD_FILE}`, `${JSON.stringify(sourceState('.'), null, 2)}\n`)
