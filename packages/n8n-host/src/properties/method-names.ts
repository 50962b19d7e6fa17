const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The node's method that lists what a resource locator offers. */
export const searchMethod = (lookup: string): string => `search${pascal(lookup)}`;

/** The node's method that lists the columns of a resource mapper. */
export const columnsMethod = (columnLookup: string): string => `get${pascal(columnLookup)}`;
