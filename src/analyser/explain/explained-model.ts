import type { Model } from '../reader/model.ts';

/** As much of a model as is asked to explain it. */
export type ExplainedModel = Pick<Model, 'pack' | 'run' | 'headInput' | 'scores' | 'head'>;
