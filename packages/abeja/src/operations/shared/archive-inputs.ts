import { flag } from '@modelferry/operation';
import * as v from 'valibot';

/** @param plural what is listed: `jobs` */
export const includeArchived = (plural: string) =>
  v.optional(
    flag({
      title: 'Include Archived',
      description: `Whether to list archived ${plural}, too`,
    }),
    false,
  );
