/** Names a pack wherever it lives. Plain data: it travels in messages and is part of keys. */
export type PackRef =
  /** A folder of `models/`, served beside the page. */
  { readonly kind: 'shipped'; readonly id: string };
