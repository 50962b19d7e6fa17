import type { AbejaPlatform } from '../platform.ts';
import type { Definition } from './definition.ts';
import type { Model } from './model.ts';

type Given = 'jobId' | 'execEnv' | 'description' | 'contents' | 'metrics';
type Usual = 'environment' | 'userParameters' | 'hiddenLooks';

/** Makes a model known. */
export function addModel(
  { ids, done, parts: { clock } }: AbejaPlatform,
  definition: Definition,
  facts: Pick<Model, Given> & Partial<Pick<Model, Usual>>,
): Model {
  const now = clock.now();
  const model: Model = {
    ...{ environment: {}, userParameters: {}, hiddenLooks: 0, archived: false },
    ...facts,
    ...{ id: ids.digits('model'), definitionId: definition.id, createdMs: now, modifiedMs: now },
  };
  definition.models.push(model);
  done.models += 1;
  return model;
}
