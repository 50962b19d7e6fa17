import { text } from '../kinds.ts';

/** Tells events apart. */
export const eventIdOutput = text({
  title: 'Event ID',
  description: 'The same whenever the same ending is told, which may happen more than once',
});
