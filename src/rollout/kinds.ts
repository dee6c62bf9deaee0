/** What a feature of a rollout does, as the law's activities see it. */
export interface FeatureKind {
  readonly activity: string
  /** The role in which a customer meets the law. */
  readonly role: string
  /** The role of the manifest's exporter. */
  readonly ours: string
  /** What becomes of a model: a column stands for each that is served or sent; `none` where there is none. */
  readonly model: 'served' | 'sent' | 'none'
  /** What the service does, as sanctions on services ask; nothing where an item is sent. */
  readonly does: readonly string[]
  /** Whether items are part of it: sent beside the model, or used. */
  readonly hasItems: boolean
  /** What its regions are: the places that it lies in, or the one where what is used over a network stands. */
  readonly regions: 'places' | 'machines' | 'none'
}

const delivery = { role: 'end-user', ours: 'exporter', does: [], regions: 'none' } as const
const hostedModel = {
  activity: 'hosted-model',
  role: 'end-user',
  ours: 'exporter',
  model: 'served',
  hasItems: false,
  regions: 'none',
} as const

/** The features that a manifest may name. */
export const FEATURE_KINDS: Readonly<Record<string, FeatureKind>> = {
  'hosted-inference': { ...hostedModel, does: ['general-model'] },
  'fine-tuning': { ...hostedModel, does: ['general-model', 'fine-tuning'] },
  'weights-download': { ...delivery, activity: 'weights-transfer', model: 'sent', hasItems: false },
  sdk: { ...delivery, activity: 'export', model: 'none', hasItems: true },
  'on-prem-container': { ...delivery, activity: 'export', model: 'sent', hasItems: true },
  // Machines that are rented over a network, to customers in the place.
  'gpu-hours': {
    activity: 'hosted-compute',
    role: 'tenant',
    ours: 'operator',
    model: 'none',
    does: [],
    hasItems: true,
    regions: 'machines',
  },
  // Machines that are installed in a data center in the place, for customers who rent them there.
  'gpu-region': {
    activity: 'export',
    role: 'tenant',
    ours: 'exporter',
    model: 'none',
    does: [],
    hasItems: true,
    regions: 'places',
  },
}
