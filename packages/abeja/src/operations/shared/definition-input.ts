import { reference } from '@modelferry/operation';

/** A job definition that is there, by its name or its ID. */
export const definitionInput = (description: string) =>
  reference({
    title: 'Job Definition',
    description: `${description}, by name or ID`,
    lookup: 'definitions',
    urlPattern: '/definitions/([^/?#]+)',
    placeholder: 'e.g. churn',
    // A slash in a name would be taken for a further segment of the path
    pattern: /^(?!\.{1,2}$)[^/]+$/,
    patternHint: 'a name or an ID, without a slash',
  });
