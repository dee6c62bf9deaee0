import type { ContentLine, ForeignMadeItem } from '../../src/de-minimis/content.ts'

/** A U.S.-origin commodity that would need a license. */
export const line = (more: Partial<ContentLine> = {}): ContentLine => ({
  eccn: '3A001',
  kind: 'commodity',
  value: '100',
  usOrigin: 'yes',
  controlledTo: 'yes',
  ...more,
})

/** A foreign-made commodity of 1,000 dollars whose lines name all U.S. content. */
export const item = (
  content: readonly ContentLine[],
  more: Partial<ForeignMadeItem> = {},
): ForeignMadeItem => ({
  kind: 'commodity',
  value: '1000',
  destination: 'other',
  content,
  contentComplete: 'yes',
  ...more,
})
