import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get } from './calls.ts';

const organization = camelized({ id, name: perhaps(v.string()) });

/** An organization. Source: docs/vendors/abeja.md, 3.8. */
export type Organization = v.InferOutput<typeof organization>;

/** The call for the organization itself (docs/vendors/abeja.md, 3.8). */
export interface OrganizationCalls {
  /** 3.8. Also tells whether the credential is good for it. */
  getOrganization(signal: AbortSignal): Promise<Organization>;
}

export const organizationCalls = (port: CallPort): OrganizationCalls => ({
  getOrganization: (signal) => port.json(get('read the organization', '', signal), organization),
});
