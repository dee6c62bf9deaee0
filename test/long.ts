/** Whether tests that take long are wanted too: `.ci/soak` runs every file that asks, `npm test` leaves them out. */
export const isLong = process.env['LICET_TIMES'] !== undefined
