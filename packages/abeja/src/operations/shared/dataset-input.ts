import { reference } from '@modelferry/operation';

/** A dataset that is there. */
export const datasetInput = (description: string) =>
  reference({
    title: 'Dataset',
    description,
    lookup: 'datasets',
    urlPattern: '/datasets/([^/?#]+)',
    placeholder: 'e.g. 1111111111111',
  });
