/** Published or trivial figures; ui has their names. */
export type ReferenceId =
  | 'trivial-single'
  | 'trivial-blend'
  | 'clip'
  | 'imagebind'
  | 'videomae-v2'
  | 'video-swin'
  | 'best-fusion';

export interface Reference {
  readonly id: ReferenceId;
  /** `published`: on BLEMORE's test set; `here`: on the labels of this page. */
  readonly on: 'published' | 'here';
  /** Whether it hears the clips as well. */
  readonly audio: boolean;
  readonly presence: number;
  /** Null where no label is a blend. */
  readonly salience: number | null;
}
