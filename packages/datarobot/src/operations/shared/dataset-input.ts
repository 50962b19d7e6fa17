import { reference } from '@modelferry/operation';

/** A dataset that is there. */
export const datasetInput = (description: string) =>
  reference({
    title: 'Dataset',
    description,
    lookup: 'datasets',
    urlPattern: '/ai-catalog/([^/?#]+)',
    placeholder: 'e.g. 65a1b2c3d4e5f60102030405',
  });
