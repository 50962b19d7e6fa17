import type { BatchRequest } from '../../client/batch-request.ts';
import { unchanged, type Given } from './adapter-type.ts';
import type { Rule } from './rule.ts';

/** What a job scores with. */
export type Scorer = Pick<BatchRequest, 'deploymentId' | 'modelId' | 'modelPackageId'>;

const inputs = { deployment: 'deploymentId', modelPackage: 'modelPackageId', model: 'modelId' } as const;
const titles = {
  deployment: 'Deployment',
  modelPackage: 'Model Package',
  model: 'Leaderboard Model',
} as const;
const words = Object.keys(inputs) as (keyof typeof inputs)[];

/** What a job is to score with, in the vendor's words; nothing where that stays as it is. */
export const toScorer = (given: Given): Scorer =>
  Object.fromEntries(
    words.filter((word) => given['scoreWith'] === word).map((word) => [inputs[word], given[inputs[word]]]),
  );

/** The one that is chosen is given, and no other. */
export const scorerRules: readonly Rule[] = words.flatMap((word): Rule[] => {
  const field = inputs[word];
  const isChosen = (given: Given) => (given['scoreWith'] ?? unchanged) === word;
  return [
    {
      field,
      problem: 'is needed: choose what to score with',
      holds: (given) => !isChosen(given) || given[field] !== undefined,
    },
    {
      field,
      problem: `only goes with Score With ${titles[word]}: leave it out, or choose that`,
      holds: (given) => isChosen(given) || given[field] === undefined,
    },
  ];
});
