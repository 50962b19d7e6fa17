import type { Layout } from '@modelferry/n8n-host/properties';

export { abeja as catalog } from '@modelferry/abeja';

/** What the form has beside the catalog. */
export const layout: Layout = {};
