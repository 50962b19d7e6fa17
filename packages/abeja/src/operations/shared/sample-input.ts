import { file } from '@modelferry/operation';
import * as v from 'valibot';

/** What a service must answer before an endpoint is pointed to it. */
export const sampleInput = v.optional(
  file({
    title: 'Sample',
    description:
      'A request in whatever form the code takes, sent to the service itself before the endpoint is pointed to it; without it, being ready is enough',
    textName: 'sample.json',
  }),
);
