import type { Determination, ItemResult } from '../determination.ts'
import { count, say, type Wording } from '../wording/wording.ts'
import { basisSection, notModelledSection } from './sections/basis.ts'
import { dealSection, factsSection } from './sections/deal.ts'
import { quiet, type Block, type Section } from './blocks.ts'
import { headline, type Headline } from './headline.ts'
import { arithmeticSection, itemsSection, itemsTable } from './sections/item.ts'
import {
  consideredSection,
  exceptionsSection,
  findingsSection,
  noticesSection,
} from './sections/law.ts'
import { ownershipSection } from './sections/ownership.ts'
import { screeningSection } from './sections/screening.ts'
import {
  assumedSection,
  obligationsSection,
  questionsSection,
  redFlagsSection,
} from './sections/follow-up.ts'

/** A determination as a document: what PDF and Markdown both render. */
export interface Report {
  readonly lang: string
  readonly title: string
  readonly headline: Headline
  /** The first items, and how many there are more, for the first page. */
  readonly items: readonly Block[]
  readonly disclaimer: string
  readonly sections: readonly Section[]
}

const ITEMS_IN_SUMMARY = 8

/** The report of a determination. `record` is the SHA-256 of its canonical JSON, in hexadecimal. */
export function report(determination: Determination, record: string, wording: Wording): Report {
  return {
    lang: wording.lang,
    title: say(wording, 'report.document'),
    headline: headline(determination, wording),
    items: firstItems(determination.items, wording),
    disclaimer: say(wording, 'report.disclaimer'),
    sections: [
      dealSection(determination, wording),
      factsSection(determination, wording),
      itemsSection(determination, wording),
      arithmeticSection(determination, wording),
      screeningSection(determination.screening, wording),
      ownershipSection(determination, wording),
      findingsSection(determination, wording),
      exceptionsSection(determination, wording),
      consideredSection(determination, wording),
      questionsSection(determination, wording),
      obligationsSection(determination, wording),
      noticesSection(determination, wording),
      assumedSection(determination, wording),
      redFlagsSection(determination, wording),
      notModelledSection(determination, wording),
      basisSection(determination, record, wording),
    ].filter((section) => section !== null),
  }
}

function firstItems(items: readonly ItemResult[], wording: Wording): Block[] {
  const more = items.length - ITEMS_IN_SUMMARY
  const shown = itemsTable(items.slice(0, ITEMS_IN_SUMMARY), wording)
  return more > 0 ? [...shown, quiet(count(wording, 'report.more-items', more))] : shown
}
