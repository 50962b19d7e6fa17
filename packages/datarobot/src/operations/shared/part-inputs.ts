import { count, type Words } from '@modelferry/operation';
import * as v from 'valibot';

/** How a file is sent in parts (3.10). */
export const partInputs = (when?: Words['when']) => ({
  partBytes: v.optional(
    count({
      title: 'Part Size in Bytes',
      description:
        'Longest part of a file that is sent in parts, header included; without it 64 MiB of a file that can be read at any place, and of another 8 MiB, which are held in memory',
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
        'How many parts are sent at a time. DataRobot documents one after the other: more may be refused, and then the file is sent anew in order',
      min: 1,
      max: 4,
      advanced: true,
      when,
    }),
    1,
  ),
});
