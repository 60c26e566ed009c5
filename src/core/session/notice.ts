import type { Failure } from './failure.ts';
import type { FileProblem } from '../media/file-problem.ts';

/** Something the visitor should know while the page goes on working (ui/messages has the sentences). */
export type Notice =
  | { readonly kind: 'camera-replaced'; readonly used: string | null }
  | { readonly kind: 'camera-unplugged' }
  | { readonly kind: 'camera-returned' }
  | { readonly kind: 'webgpu-missing' }
  /** A tensor of the pack takes more bytes than the GPU has in one buffer. */
  | {
      readonly kind: 'webgpu-too-small';
      readonly pack: string;
      readonly needed: number;
      readonly most: number;
    }
  | { readonly kind: 'webgpu-wrong'; readonly difference: number }
  | { readonly kind: 'webgpu-lost'; readonly now: 'webgpu' | 'wasm' }
  | { readonly kind: 'analyser-restarted' }
  /** A pack that the visitor has brought does not run any more: the page's own reads on. */
  | { readonly kind: 'pack-replaced'; readonly failure: Failure }
  /** The address names a pack that is neither kept here nor shipped. */
  | { readonly kind: 'pack-unknown'; readonly id: string }
  /** An animated picture of which this browser shows the first one only. */
  | { readonly kind: 'first-picture' }
  /** A film is played as far as it can be decoded; `problem` says why no further. */
  | { readonly kind: 'film-incomplete'; readonly name: string; readonly problem: FileProblem }
  /** A report is replayed that holds numbers only. */
  | { readonly kind: 'report-without-pictures' }
  /** Files were offered among which there is none to evaluate or to label clips by. */
  | { readonly kind: 'files-useless' }
  /** Files were offered while others are evaluated. */
  | { readonly kind: 'files-untimely' };
