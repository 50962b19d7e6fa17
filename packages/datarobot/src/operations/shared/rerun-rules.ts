import type { Rule } from '../../batch/settings/rule.ts';

/** Of the two that a rerun can be made from, the chosen one is given, and not the other. */
export const rerunRules: readonly Rule[] = (['job', 'definition'] as const).flatMap((from): Rule[] => {
  const field = `${from}Id`;
  return [
    {
      field,
      problem: `is needed to rerun from a ${from}: give it`,
      holds: (given) => given['rerunFrom'] !== from || given[field] !== undefined,
    },
    {
      field,
      problem: `only goes with Rerun From ${from === 'job' ? 'Existing Job' : 'Definition'}: leave it out, or choose that`,
      holds: (given) => given['rerunFrom'] === from || given[field] === undefined,
    },
  ];
});
