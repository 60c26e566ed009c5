/** Something the visitor should know while the page goes on working (ui/messages has the sentences). */
export type Notice =
  | { readonly kind: 'camera-replaced'; readonly used: string | null }
  | { readonly kind: 'camera-unplugged' }
  | { readonly kind: 'camera-returned' }
  | { readonly kind: 'webgpu-missing' }
  | { readonly kind: 'webgpu-wrong'; readonly difference: number }
  | { readonly kind: 'webgpu-lost'; readonly now: 'webgpu' | 'wasm' }
  | { readonly kind: 'analyser-restarted' }
  /** An animated picture of which this browser shows the first one only. */
  | { readonly kind: 'first-picture' }
  /** Files were offered among which there is none to evaluate or to label clips by. */
  | { readonly kind: 'files-useless' }
  /** Files were offered while others are evaluated. */
  | { readonly kind: 'files-untimely' };
