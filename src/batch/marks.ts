/**
 * Marks stand in a decision for what each row has of its own: the name of a party, and what screening
 * found of it. They are letters of the private use area, which no row that is decided so may hold.
 */
const [NAME, HINT, END] = ['\ue000', '\ue001', '\ue002']

/** Stands between the parts of a key: a letter that no row holds which is decided. */
export const BETWEEN = '\u0001'

/** A text that holds a letter of a mark. */
export const HAS_MARK = /[\ue000-\ue002]/

export const nameMark = (named: number): string => `${NAME}${named}${END}`
export const hintMark = (named: number): string => `${HINT}${named}${END}`

/** Stands for a text on which nothing turns but that there is one. */
export const SOME_TEXT = '\ue003'

/** The number of the company whose name a mark stands for. */
export function ofMark(name: string | undefined): number | undefined {
  const found = /^\ue000(\d+)\ue002$/.exec(name ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

/** A text with its marks filled in. */
export const filled = (
  text: string,
  own: { readonly name: (named: number) => string; readonly hint: (named: number) => string },
): string =>
  text.replace(/([\ue000\ue001])(\d+)\ue002/g, (_, kind: string, party: string) =>
    kind === NAME ? own.name(Number(party)) : own.hint(Number(party)),
  )
