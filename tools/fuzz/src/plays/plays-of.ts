import { tempScratch } from '@modelferry/node-host';
import { isJob, type RunContext } from '@modelferry/operation';
import type { SandboxDescription } from '@modelferry/sandbox';
import type { Cast, Vendor } from '../vendors/vendor.ts';
import { fillInputs } from './fill-inputs.ts';
import type { Inputs, Play, World } from './play.ts';

/** Everything of a vendor's catalog that sends requests. */
export function playsOf<Client>(vendor: Vendor<Client>, sandbox: () => SandboxDescription): readonly Play[] {
  const { operations, lookups, columnLookups, cancels = {}, triggers = [] } = vendor.catalog;
  const contextOf = (world: World) => runContext(vendor.clientOf(sandbox(), world), world);
  const castOf = (world: World): Cast => ({
    sandbox: sandbox(),
    async perform(name, inputs = {}) {
      const operation = operations.find((one) => `${one.resource}.${one.name}` === name);
      if (!operation) throw new Error(`The catalog has no operation ${name}.`);
      return (await operation.execute(contextOf(world), inputs)) as Inputs;
    },
  });
  const filled = (
    target: { readonly resource: string; readonly name: string },
    names?: readonly string[],
  ) => {
    const fields = operations
      .flatMap(({ inputFields }) => inputFields)
      .filter(
        (field, at, all) =>
          names?.includes(field.name) && all.findIndex(({ name }) => name === field.name) === at,
      )
      .map((field) => ({ ...field, required: true }));
    return (world: World) =>
      fillInputs(
        { inputFields: fields, ...target },
        { cast: castOf(world), hints: vendor.hints, lookups, context: contextOf(world) },
      );
  };
  const dependenciesOf = (lookup: string): readonly string[] =>
    operations
      .flatMap(({ inputFields }) => inputFields)
      .flatMap((field) =>
        (field.kind === 'reference' && field.lookup === lookup) ||
        (field.kind === 'rows' && field.columnsFrom === lookup)
          ? [field.dependsOn ?? []]
          : [],
      )[0] ?? [];

  return [
    ...operations.map((operation): Play => ({
      name: `${operation.resource}.${operation.name}`,
      prepare: (world) =>
        fillInputs(operation, {
          ...{ cast: castOf(world), hints: vendor.hints, lookups, context: contextOf(world) },
        }),
      run: (world, inputs) => operation.execute(contextOf(world), inputs),
    })),
    ...Object.entries(lookups).map(([name, lookup]): Play => ({
      name: `lookup ${name}`,
      prepare: filled({ resource: 'lookup', name }, dependenciesOf(name)),
      run: (world, inputs) => lookup(contextOf(world), { inputs }),
    })),
    ...Object.entries(columnLookups).map(([name, lookup]): Play => ({
      name: `columns ${name}`,
      prepare: filled({ resource: 'columns', name }, dependenciesOf(name)),
      run: (world, inputs) => lookup(contextOf(world), inputs),
    })),
    ...Object.entries(cancels).map(([kind, cancel]): Play => ({
      name: `cancel ${kind}`,
      async prepare(world) {
        await vendor.cancelled[kind]?.(castOf(world));
        return { jobId: world.jobs.records.findLast((one) => one.kind === kind && isJob(one))?.id };
      },
      run: async (world, { jobId }) => cancel(contextOf(world), String(jobId)),
    })),
    ...triggers.map((trigger): Play => ({
      name: `event ${trigger.name}`,
      prepare: (world) =>
        fillInputs(
          { resource: 'event', name: trigger.name, inputFields: trigger.inputFields },
          { cast: castOf(world), hints: vendor.hints, lookups, context: contextOf(world) },
        ),
      async run(world, inputs) {
        const { cursor } = await trigger.poll(contextOf(world), inputs, undefined);
        return [
          await trigger.poll(contextOf(world), inputs, cursor),
          await trigger.sample(contextOf(world), inputs),
        ];
      },
    })),
  ];
}

function runContext<Client>(client: Client, world: World): RunContext<Client> {
  const { clock, signal, random, jobs, sink, onProgress } = world;
  const save: RunContext<Client>['save'] = (file) => sink.save(file, signal);
  return { client, clock, signal, random, jobs, save, progress: onProgress, scratch: tempScratch() };
}
