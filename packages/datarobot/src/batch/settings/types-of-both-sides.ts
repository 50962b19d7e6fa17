import type { AdapterType } from './adapter-type.ts';

/** Places that a job reads from and writes to with the same settings. Source: sections 3.7 and 3.8. */
export const typesOfBothSides = {
  fileSystem: {
    title: 'File System',
    description: 'A path on the server, where DataRobot is self-managed',
    needs: ['path'],
    takes: [],
  },
  datasphere: { title: 'SAP Datasphere', needs: [], takes: ['settings'] },
  other: {
    title: 'Other',
    description: 'A type that is not listed here, with its settings as JSON',
    needs: ['settings'],
    takes: [],
  },
} satisfies Readonly<Record<string, AdapterType>>;
