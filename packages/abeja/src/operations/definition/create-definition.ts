import { flag, text } from '@modelferry/operation';
import * as v from 'valibot';
import { describeDefinition } from '../../definitions/describe-definition.ts';
import { ensureDefinition } from '../../definitions/ensure-definition.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';

export const createDefinition = defineOperation({
  resource: 'definition',
  name: 'create',
  title: 'Create',
  action: 'Create job definition',
  summary: 'Create a job definition, or get the one of this name that is there already',
  inputs: v.object({
    name: text({
      title: 'Name',
      description: 'Name of the job definition',
      placeholder: 'e.g. churn',
      maxLength: 255,
      pattern: /^(?!\.{1,2}$)[^/]+$/,
      patternHint: 'a name without a slash',
    }),
  }),
  outputs: v.object({
    created: flag({ title: 'Created', description: 'Whether it is new; it was there already otherwise' }),
    ...definitionOutputs,
  }),
  async run(context, { name }) {
    const { definition, created } = await ensureDefinition(context, name);
    return { created, ...describeDefinition(definition) };
  },
});
