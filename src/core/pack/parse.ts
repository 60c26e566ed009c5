import * as v from 'valibot';
import { FailureError } from '../session/failure.ts';
import { inconsistencies } from './consistency.ts';
import { ModelPackSchema, type ModelPack } from './schema.ts';

/**
 * A pack's manifest from its parsed JSON. Throws a FailureError `pack-invalid` that names the
 * first field that does not fit, as a dotted path, and why; `name` is what to call the pack.
 */
export function parsePack(json: unknown, name: string): ModelPack {
  const result = v.safeParse(ModelPackSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw invalid(name, v.getDotPath(issue) ?? '', issue.message);
  }
  const [inconsistency] = inconsistencies(result.output);
  if (inconsistency) throw invalid(name, inconsistency.field, inconsistency.reason);
  return result.output;
}

function invalid(pack: string, field: string, reason: string): FailureError {
  return new FailureError({ kind: 'pack-invalid', pack, field, reason });
}
