import { count, type Words } from '@modelferry/operation';
import * as v from 'valibot';

/** How a file is sent in parts (3.10). */
export const partInputs = (when?: Words['when']) => ({
  partBytes: v.optional(
    count({
      title: 'Part Size in Bytes',
      description:
        'Largest part in bytes, header included; without it, 64 MiB where the file can be read at any place, and 8 MiB where each part must be held in memory',
      min: 1_024,
      placeholder: 'e.g. 8388608',
      advanced: true,
      when,
    }),
  ),
  partConcurrency: v.optional(
    count({
      title: 'Part Concurrency',
      description:
        'How many parts are sent at the same time. DataRobot documents one after the other: where more are refused, the file is sent again in order',
      min: 1,
      max: 4,
      advanced: true,
      when,
    }),
    1,
  ),
});
