import { reference } from '@modelferry/operation';

/** A job definition that is there. @param which begins with `the job definition` */
export const definitionInput = (which: string) =>
  reference({
    title: 'Job Definition',
    description: `Name or ID of ${which}`,
    idTitle: 'Name or ID',
    lookup: 'definitions',
    urlPattern: '/definitions/([^/?#]+)',
    placeholder: 'e.g. churn',
    // A slash in a name would be taken for a further segment of the path
    pattern: /^(?!\.{1,2}$)[^/]+$/,
    patternHint: 'a name or an ID, without a slash',
  });
