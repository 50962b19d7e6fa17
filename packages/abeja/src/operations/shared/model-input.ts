import { reference } from '@modelferry/operation';
import { definitionInput } from './definition-input.ts';

/** A model of the job definition that is named beside it. */
export const modelInput = (description: string) =>
  reference({
    title: 'Model',
    description,
    lookup: 'models',
    dependsOn: ['definition'],
    urlPattern: '/models/([^/?#]+)',
    placeholder: 'e.g. 1111111111111',
  });

/** Name a model that is there. @param what is done to it: `archive` */
export const modelInputs = (what: string) => ({
  definition: definitionInput('the job definition that the model belongs to'),
  modelId: modelInput(`The model to ${what}`),
});
