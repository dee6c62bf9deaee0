import { describe, expect, it } from 'vitest'
import { addressOf } from '../../../src/batch/queue/address.ts'
import { Fault } from '../../../src/errors.ts'

describe('the address of a server', () => {
  it.each([
    ['postgres://db', 'db:5432/postgres'],
    ['postgresql://licet@db.example:6000/deals', 'db.example:6000/deals'],
    ['postgres://licet:secret@db/deals?sslmode=verify-full', 'db:5432/deals'],
    ['postgres://licet:se%2Fcr%40et@db', 'db:5432/licet'],
  ])('%s is shown as %s', (url, place) => {
    expect(addressOf(url)).toEqual({ url, place })
  })

  it.each([
    'mysql://licet:s3cret@db/deals',
    's3cret',
    'postgres://licet:s3cret/x@db/deals',
    'postgres://licet:12/s3cret@db/deals',
    'postgres://licet:12?s3cret@db/deals',
    'postgres://licet:12#s3cret@db/deals',
  ])('%s is refused, and nothing of it is repeated', (url) => {
    const said = (() => {
      try {
        return addressOf(url).place
      } catch (error) {
        return error instanceof Fault && error.exit === 4 ? error.message : String(error)
      }
    })()
    expect(said).toContain('not the address of a PostgreSQL server')
    expect(said).not.toContain('s3cret')
  })
})
