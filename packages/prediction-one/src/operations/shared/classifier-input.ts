import { reference, type When } from '@modelferry/operation';

/** A prediction API that is there. */
export const classifierInput = (description: string, when?: When) =>
  reference({
    title: 'Prediction API',
    description,
    lookup: 'classifiers',
    urlPattern: '/classifiers/([^/?#]+)',
    placeholder: 'e.g. 5f2c7e31b44c0e9d',
    when,
  });
