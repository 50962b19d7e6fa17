import { actionFace, stepsOf, type Credential } from '@modelferry/github-action';
import {
  choice,
  count,
  defineCatalog,
  duration,
  file,
  flag,
  operationsOf,
  text,
  texts,
} from '@modelferry/operation';
import * as v from 'valibot';
import type { ActionVendor } from '../../src/action/action-vendor.ts';

const credentials: readonly Credential[] = [
  { name: 'ferry-key', description: 'Key of the ferry.', secret: true, required: false },
];

const words = (title: string) => ({ title, description: `${title} | of <it>` });

/** A vendor with two operations: they share inputs of one name, and disagree on the default of one of them. */
export function ferryVendor(name = 'ferry', timeouts = { load: 60_000, wait: 60_000 }): ActionVendor {
  const defineOperation = operationsOf<never>();
  const run = () => Promise.reject(new Error('Not here'));
  const timeoutMs = (defaultMs: number) =>
    v.optional(duration({ ...words('Timeout'), minMs: 0, maxMs: 3_600_000 }), defaultMs);
  const load = defineOperation({
    resource: 'ship',
    name: 'load',
    title: 'Load',
    action: 'Load ship',
    summary: "Load the ship's hold | and go",
    ciStep: 'load',
    inputs: v.object({
      cargo: file({ ...words('Cargo'), extensions: ['csv'] }),
      by: v.optional(
        choice({ ...words('By'), choices: { crane: { title: 'Crane' }, hand: { title: 'Hand' } } }),
        'crane',
      ),
      pier: v.optional(text({ ...words('Pier'), placeholder: 'e.g. 7', when: { by: 'crane' } })),
      sailors: v.optional(count({ ...words('Sailors'), min: 1, when: { by: 'hand' } })),
      ports: v.optional(texts(words('Ports')), ['Oslo', 'Kiel']),
      flags: v.optional(texts(words('Flags')), []),
      timeoutMs: timeoutMs(timeouts.load),
    }),
    outputs: v.object({
      loadJobId: text(words('Job ID')),
      tons: count(words('Tons')),
      state: choice({ ...words('State'), choices: { afloat: { title: 'Afloat' }, sunk: { title: 'Sunk' } } }),
    }),
    run,
  });
  const wait = defineOperation({
    resource: 'ship',
    name: 'wait',
    title: 'Wait',
    action: 'Wait for ship',
    summary: 'Wait for the ship',
    ciStep: 'wait',
    inputs: v.object({
      loadJobId: text({ ...words('Job ID'), placeholder: 'e.g. ship-1' }),
      timeoutMs: timeoutMs(timeouts.wait),
    }),
    outputs: v.object({ pending: flag(words('Pending')) }),
    run,
  });
  const catalog = defineCatalog<never>({
    vendor: name,
    title: 'Ferry',
    resources: { ship: { title: 'Ship', description: 'Carries data' } },
    operations: [load, wait],
    lookups: {},
    columnLookups: {},
  });
  return {
    title: catalog.title,
    faces: stepsOf(catalog).map((one) => actionFace(catalog, credentials, one)),
  };
}
