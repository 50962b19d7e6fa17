import { triggersOf } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';

/** Declares a trigger of this vendor's. */
export const defineTrigger = triggersOf<AbejaClient>();
