import { reference } from '@modelferry/operation';
import * as v from 'valibot';

/** The published model, from either side: needed where its retrain key is to be fetched with the Secret Key. */
export const retrainKeyInputs = {
  classifierId: v.optional(
    reference({
      title: 'Prediction API',
      description:
        'The prediction API whose model is retrained, to look whether a switch has arrived and to find its retrain key with the Secret Key; needs a deploy key or the Secret Key',
      lookup: 'classifiers',
      urlPattern: '/classifiers/([^/?#]+)',
      placeholder: 'e.g. 5f2c7e31b44c0e9d',
      advanced: true,
    }),
  ),
  modelId: v.optional(
    reference({
      title: 'Published Model',
      description:
        'The model that is published now, to fetch its retrain key with the Secret Key where none is set',
      lookup: 'models',
      placeholder: 'e.g. 20417',
      advanced: true,
    }),
  ),
};
