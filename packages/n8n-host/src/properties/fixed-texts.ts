/** Words that n8n fixes for what every node has. Source: eslint-plugin-n8n-nodes-base. */
export const fixedTexts = {
  returnAll: {
    displayName: 'Return All',
    description: 'Whether to return all results or only up to a given limit',
  },
  limit: {
    displayName: 'Limit',
    description: 'Max number of results to return',
    default: 50,
  },
  simplify: {
    displayName: 'Simplify',
    description: 'Whether to return a simplified version of the response instead of the raw data',
  },
} as const;
