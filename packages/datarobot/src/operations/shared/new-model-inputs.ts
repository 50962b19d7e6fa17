import { choice, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { Rule } from '../../batch/settings/rule.ts';

/** A model that is to answer; the vendor documents no list to choose it from. */
export const newModelInputs = {
  modelFrom: v.optional(
    choice({
      title: 'New Model From',
      description: 'How to name the new model',
      choices: {
        package: { title: 'Model Package', description: 'A version of a model in the registry' },
        model: { title: 'Model', description: 'A model of the leaderboard, or a version of a custom model' },
      },
    }),
    'package',
  ),
  modelPackageId: v.optional(
    text({
      title: 'Model Package ID',
      description: 'The version in the registry, as a retraining gives it',
      placeholder: 'e.g. 64aa02c3d4e5f60102030405',
      when: { modelFrom: 'package' },
    }),
  ),
  modelId: v.optional(
    text({
      title: 'Model ID',
      description: 'The model of the leaderboard, or the version of the custom model',
      placeholder: 'e.g. 5c0a97c3d4e5f60102030405',
      when: { modelFrom: 'model' },
    }),
  ),
};

/** The model is named in the way that was chosen. */
export const newModelRules: readonly Rule[] = [
  {
    field: 'modelPackageId',
    problem: 'is required, or New Model From must be model',
    holds: (given) => given['modelFrom'] !== 'package' || given['modelPackageId'] !== undefined,
  },
  {
    field: 'modelId',
    problem: 'is required where New Model From is model',
    holds: (given) => given['modelFrom'] !== 'model' || given['modelId'] !== undefined,
  },
];
