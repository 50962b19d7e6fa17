import { flag, text } from '@modelferry/operation';
import * as v from 'valibot';

/** What the gate has seen. */
export const gateOutputs = {
  goodEnough: flag({
    title: 'Good Enough',
    description: 'Whether the figure is as it was wanted; always, where there was no gate',
  }),
  metricValue: v.optional(
    text({
      title: 'Metric Value',
      description: 'The figure that decided, as the platform tells it; absent where it has none of this name',
    }),
  ),
};
