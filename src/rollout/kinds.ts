/** What a feature of a rollout does, as the law's activities see it. */
export interface FeatureKind {
  readonly activity: string
  /** The role in which a customer meets the law. */
  readonly role: string
  /** What becomes of a model: a column stands for each that is served or sent; `none` where there is none. */
  readonly model: 'served' | 'sent' | 'none'
  /** What the service does, as sanctions on services ask; nothing where an item is sent. */
  readonly does: readonly string[]
  /** Whether items are part of it: sent beside the model, or used. */
  readonly hasItems: boolean
  /** Whether the feature lies in the places of its regions alone. */
  readonly inRegions: boolean
}

const delivery = { role: 'end-user', does: [], inRegions: false } as const
const service = { role: 'end-user', inRegions: false } as const

/** The features that a manifest may name. */
export const FEATURE_KINDS: Readonly<Record<string, FeatureKind>> = {
  'hosted-inference': {
    ...service,
    activity: 'hosted-model',
    model: 'served',
    does: ['general-model'],
    hasItems: false,
  },
  'fine-tuning': {
    ...service,
    activity: 'hosted-model',
    model: 'served',
    does: ['fine-tuning'],
    hasItems: false,
  },
  'weights-download': { ...delivery, activity: 'weights-transfer', model: 'sent', hasItems: false },
  sdk: { ...delivery, activity: 'export', model: 'none', hasItems: true },
  'on-prem-container': { ...delivery, activity: 'export', model: 'sent', hasItems: true },
  'gpu-hours': {
    ...service,
    activity: 'hosted-compute',
    role: 'tenant',
    model: 'none',
    does: [],
    hasItems: true,
  },
  'gpu-region': {
    activity: 'export',
    role: 'tenant',
    model: 'none',
    does: [],
    hasItems: true,
    inRegions: true,
  },
}
