/** What a feature of a rollout does, as the law's activities see it. */
export interface FeatureKind {
  readonly activity: string
  /** The role in which a customer meets the law. */
  readonly role: string
  /** Whether a column stands for each model: the model is what is used or sent. */
  readonly ofModels: boolean
  /** Whether the feature lies in the places of its regions alone. */
  readonly inRegions: boolean
}

/** The features that a manifest may name. */
export const FEATURE_KINDS: Readonly<Record<string, FeatureKind>> = {
  'hosted-inference': {
    activity: 'hosted-model',
    role: 'remote-user',
    ofModels: true,
    inRegions: false,
  },
  'fine-tuning': {
    activity: 'hosted-model',
    role: 'remote-user',
    ofModels: true,
    inRegions: false,
  },
  'weights-download': {
    activity: 'weights-transfer',
    role: 'end-user',
    ofModels: true,
    inRegions: false,
  },
  sdk: { activity: 'export', role: 'end-user', ofModels: false, inRegions: false },
  'on-prem-container': { activity: 'export', role: 'end-user', ofModels: true, inRegions: false },
  'gpu-hours': { activity: 'hosted-compute', role: 'tenant', ofModels: false, inRegions: false },
  'gpu-region': { activity: 'export', role: 'tenant', ofModels: false, inRegions: true },
}
