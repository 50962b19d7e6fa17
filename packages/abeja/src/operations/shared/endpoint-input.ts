import { reference } from '@modelferry/operation';
import * as v from 'valibot';

/** An endpoint of the deployment that is named beside it, by its alias or its ID. */
export const endpointInput = v.optional(
  reference({
    title: 'Endpoint',
    description: 'Alias or ID of the endpoint that is pointed to another service',
    lookup: 'endpoints',
    dependsOn: ['deploymentId'],
    idTitle: 'Alias or ID',
    placeholder: 'e.g. default',
    pattern: /^(?!\.{1,2}$)[^/]+$/,
    patternHint: 'an alias or an ID, without a slash',
  }),
  'default',
);
