import type { Operation } from '@modelferry/operation';

/** What has inputs that a form asks for. */
export type FormOwner = Pick<Operation, 'resource' | 'name' | 'inputFields'>;
