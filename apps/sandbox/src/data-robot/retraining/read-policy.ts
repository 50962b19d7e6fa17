import { invalid } from '../errors.ts';
import type { RetrainingPolicy } from './policy.ts';

/** The documented words of a policy. */
const words: Readonly<Record<string, readonly string[]>> = {
  action: ['create_challenger', 'create_model_package', 'model_replacement'],
  modelSelectionStrategy: ['autopilot_recommended', 'same_blueprint', 'same_hyperparameters', 'custom_job'],
  featureListStrategy: ['same_as_champion', 'informative_features'],
  projectOptionsStrategy: ['same_as_champion', 'override_champion', 'custom'],
};
const triggerTypes = ['schedule', 'data_drift_decline', 'accuracy_decline', 'custom_job', 'None'];
const objects = ['autopilotOptions', 'projectOptions', 'timeSeriesOptions', 'trigger'];
const texts = ['name', 'description', 'useCaseId'];

const usual = {
  action: 'create_model_package',
  modelSelectionStrategy: 'autopilot_recommended',
  featureListStrategy: 'informative_features',
  projectOptionsStrategy: 'same_as_champion',
  autopilotOptions: { mode: 'quick', blendBestModels: false, scoringCodeOnly: false },
  projectOptions: null,
  timeSeriesOptions: null,
  trigger: { type: 'None' },
} as const;

/** The fields of a new policy, or what is to change of one. @throws ApiError 422 */
export function readPolicy(body: unknown, known?: RetrainingPolicy['fields']): RetrainingPolicy['fields'] {
  if (typeof body !== 'object' || body === null) throw invalid('sandbox: the body must be a JSON object.');
  for (const [name, value] of Object.entries(body)) check(name, value);
  const fields = { ...(known ?? usual), ...body } as Readonly<Record<string, unknown>>;
  for (const name of ['name', 'description'])
    if (fields[name] === undefined) throw invalid(`'${name}': is required`);
  return fields as RetrainingPolicy['fields'];
}

function check(name: string, value: unknown): void {
  const allowed = words[name];
  if (allowed !== undefined) {
    if (!allowed.includes(value as string))
      throw invalid(`'${name}': value doesn't match any of ${allowed.join(', ')}`);
  } else if (objects.includes(name)) {
    if (typeof value !== 'object') throw invalid(`'${name}': value is not a dict`);
    const { type } = (value ?? {}) as { readonly type?: unknown };
    if (name === 'trigger' && !triggerTypes.includes(type as string))
      throw invalid(`'trigger': type doesn't match any of ${triggerTypes.join(', ')}`);
  } else if (!texts.includes(name)) throw invalid(`'${name}': ${name} is not allowed key`);
  else if (typeof value !== 'string') throw invalid(`'${name}': value is not a string`);
}
