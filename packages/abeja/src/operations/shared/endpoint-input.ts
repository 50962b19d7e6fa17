import { reference } from '@modelferry/operation';
import * as v from 'valibot';

/** An endpoint of the deployment that is named beside it, by its alias or its ID. */
export const endpointInput = v.optional(
  reference({
    title: 'Endpoint',
    description: 'The endpoint that is pointed to another service, by its alias or its ID',
    lookup: 'endpoints',
    dependsOn: ['deploymentId'],
    placeholder: 'e.g. default',
    pattern: /^(?!\.{1,2}$)[^/]+$/,
    patternHint: 'an alias or an ID, without a slash',
  }),
  'default',
);
