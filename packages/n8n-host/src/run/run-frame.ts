import { InputError } from '@modelferry/http';
import type { Catalog, Operation, RunContext } from '@modelferry/operation';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { enteredForItem } from '../inputs/entered-for-item.ts';
import { binaryArchive } from '../files/binary-archive.ts';
import { binarySource } from '../files/binary-source.ts';
import { createBinarySink, type BinarySink } from '../files/binary-sink.ts';
import { createScratchStore } from '../files/scratch-store.ts';
import { urlSource } from '../files/url-source.ts';
import { isSimplifiable, operationForm, simplifyParameter, type FormEntry } from '../properties/index.ts';
import { readInputs } from '../inputs/read-inputs.ts';
import { clientAccess, readablesOf } from './client-access.ts';
import { createJobLedger } from './job-ledger.ts';
import type { NodeHost } from './node-host.ts';
import { createTeller } from './progress.ts';

/** What one execution of a node has in common for all its items. */
export interface RunFrame<Client> {
  readonly context: IExecuteFunctions;
  readonly items: readonly INodeExecutionData[];
  readonly redact: (text: string) => string;
  readonly cancels: Catalog<Client>['cancels'];
  operationOf(itemIndex: number): Operation<Client>;
  /** @param signal ends what the inputs hold open: a file that is fetched from a URL */
  rawInputs(
    operation: Operation<Client>,
    itemIndex: number,
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>>>;
  runContext(itemIndex: number, sink: BinarySink): Promise<RunContext<Client>>;
  createSink(): BinarySink;
  isSimplified(operation: Operation<Client>, itemIndex: number): boolean;
  /** Tells the user what stops nothing, in the log and after the run. */
  warn(message: string): void;
  /** Tells the user the last that is known of an item's job. */
  endItem(itemIndex: number): void;
  /** Comes when n8n stops the execution. */
  readonly signal: AbortSignal;
}

export function createFrame<Client>(
  context: IExecuteFunctions,
  { catalog, layout, createClient }: NodeHost<Client>,
): RunFrame<Client> {
  const items = context.getInputData();
  const signal = context.getExecutionCancelSignal() ?? new AbortController().signal;
  const readables = readablesOf(context);
  const access = clientAccess(context, readables, (message) => teller.warn(message));
  const { clock, secrets, transport } = access;
  const redact = (text: string) => secrets.redact(text);
  const teller = createTeller(context, clock, redact);
  const scratch = createScratchStore(context, readables, items);
  const forms = new Map<Operation, readonly FormEntry[]>();
  const formOf = (operation: Operation): readonly FormEntry[] => {
    const form = forms.get(operation) ?? operationForm(operation, layout);
    forms.set(operation, form);
    return form;
  };
  let client: Promise<Client> | undefined;

  return {
    context,
    items,
    redact,
    cancels: catalog.cancels,
    signal,
    operationOf(itemIndex) {
      const resource = context.getNodeParameter('resource', itemIndex) as string;
      const name = context.getNodeParameter('operation', itemIndex) as string;
      const found = catalog.operations.find((one) => one.resource === resource && one.name === name);
      if (found) return found;
      throw new InputError([
        {
          field: 'Operation',
          problem: `"${name}" is not an operation of "${resource}"`,
          remedy: 'Choose Resource and Operation again.',
        },
      ]);
    },
    rawInputs: (operation, itemIndex, filesSignal) => {
      const entered = enteredForItem(context, itemIndex, {
        binaryFile: (index, nameOrFile) => binarySource(context, readables, index, nameOrFile),
        binaryArchive: (index, wanted) => binaryArchive(context, readables, index, wanted),
        urlFile: (url) => {
          secrets.addUrl(url);
          return urlSource(url, { transport, clock, signal: filesSignal, redact });
        },
      });
      return readInputs(operation as Operation, entered, formOf(operation as Operation));
    },
    async runContext(itemIndex, sink) {
      // A client that could not be made is tried again for the next item, whose try it is
      client ??= Promise.resolve(createClient(access)).catch((error: unknown) => {
        client = undefined;
        throw error;
      });
      return {
        client: await client,
        clock,
        signal,
        random: Math.random,
        jobs: createJobLedger(context, itemIndex, redact),
        scratch,
        progress: teller.progress(itemIndex),
        save: (file) => sink.save(file, signal),
      };
    },
    warn: teller.warn,
    endItem: teller.end,
    createSink: () => createBinarySink(context, readables),
    isSimplified: (operation, itemIndex) =>
      isSimplifiable(operation as Operation) &&
      context.getNodeParameter(simplifyParameter, itemIndex, true) === true,
  };
}
