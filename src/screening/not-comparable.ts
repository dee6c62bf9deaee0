/** Why a name was not compared, or not in full. */
export type NotComparable =
  | { readonly why: 'no-letters' }
  | { readonly why: 'script'; readonly script: string }
  | { readonly why: 'too-long'; readonly most: string }
  | { readonly why: 'says-nothing' }
