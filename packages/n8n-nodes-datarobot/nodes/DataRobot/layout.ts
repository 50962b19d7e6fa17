import type { Layout } from '@modelferry/n8n-host/properties';

export { dataRobot as catalog } from '@modelferry/datarobot';

/** What the form has beside the catalog. */
export const layout: Layout = {};
