import { reference } from '@modelferry/operation';
import * as v from 'valibot';
import { definitionInput } from './definition-input.ts';

/** Name a training job that is there: by a resume token alone, or by the job definition and its ID. */
export const jobInputs = {
  definition: v.optional(
    definitionInput('the job definition that the job is of; a resume token names it, too'),
  ),
  jobId: reference({
    title: 'Training Job',
    description: 'ID of the training job, or the resume token that an earlier step gave',
    idTitle: 'ID or Resume Token',
    lookup: 'jobs',
    dependsOn: ['definition'],
    urlPattern: '/jobs/([^/?#]+)',
    placeholder: 'e.g. 1443722127663',
    pattern: /^[^\s?#\\/]+$/,
    patternHint: 'an ID or a resume token, without spaces or a URL around it',
  }),
};
