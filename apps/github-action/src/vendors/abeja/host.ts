import { abeja, type AbejaClient } from '@modelferry/abeja';
import type { VendorHost } from '../vendor.ts';
import { abejaJobs } from './job-kinds.ts';

/** ABEJA Platform as steps of CI run it. */
export const abejaHost: VendorHost<AbejaClient> = {
  catalog: abeja,
  jobs: abejaJobs,
  async createClient({ transport, given, clock, secrets }) {
    const { createAbejaClient } = await import('./create-abeja-client.ts');
    return createAbejaClient({
      transport,
      organizationId: given['organization-id'] ?? '',
      credentials: {
        userId: given['user-id'],
        personalAccessToken: given['personal-access-token'],
        datasourceId: given['datasource-id'],
        datasourceSecret: given['datasource-secret'],
        bearerToken: given['bearer-token'],
      },
      baseUrl: given['base-url'],
      serviceBaseUrl: given['service-base-url'],
      clock,
      secrets,
    });
  },
};
