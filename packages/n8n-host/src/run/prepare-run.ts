import { CancelledError, isCancelled } from '@modelferry/http';
import type { Operation } from '@modelferry/operation';
import type { IExecuteFunctions, INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { titleOf } from '../inputs/read-inputs.ts';
import { toNodeError } from './map-error.ts';
import type { NodeHost } from './node-host.ts';
import { outputItem } from './output-item.ts';
import { endingJobs } from './ending-jobs.ts';
import { createRowRuns } from './row-runs.ts';
import { createFrame } from './run-frame.ts';

/** One execution of a node, made for the loop that n8n's lint wants to see in the node itself. */
export interface NodeRun {
  /** Of the input items, in order. */
  readonly indexes: readonly number[];
  /** Runs the operation for one item. @returns the items it makes, paired with it */
  item(itemIndex: number): Promise<INodeExecutionData[]>;
  /** n8n's error of whatever {@link item} threw. */
  failure(error: unknown, itemIndex: number): NodeApiError | NodeOperationError;
}

/**
 * Runs a catalog as an n8n node.
 *
 * ```ts
 * const run = prepareRun(this, host);
 * const out: INodeExecutionData[] = [];
 * for (const i of run.indexes) {
 *   try {
 *     out.push(...(await run.item(i)));
 *   } catch (error) {
 *     const failure = run.failure(error, i);
 *     if (!this.continueOnFail()) throw failure;
 *     out.push({ json: { error: failure.message }, error: failure, pairedItem: { item: i } });
 *   }
 * }
 * return [out];
 * ```
 */
export function prepareRun<Client>(context: IExecuteFunctions, host: NodeHost<Client>): NodeRun {
  const frame = createFrame(context, host);
  const rowRuns = createRowRuns(frame);

  const runAlone = async (operation: Operation<Client>, itemIndex: number): Promise<INodeExecutionData[]> => {
    // A file that was begun and refused would hold its connection
    const over = new AbortController();
    try {
      return await runWith(operation, itemIndex, AbortSignal.any([frame.signal, over.signal]));
    } finally {
      over.abort();
    }
  };

  const runWith = async (
    operation: Operation<Client>,
    itemIndex: number,
    filesSignal: AbortSignal,
  ): Promise<INodeExecutionData[]> => {
    const sink = frame.createSink();
    const raw = await frame.rawInputs(operation, itemIndex, filesSignal);
    const context = await frame.runContext(itemIndex, sink);
    const result = await endingJobs(frame, { operation, itemIndex, context, raw });
    const outputs = (operation.result === 'many' ? result : [result]) as readonly object[];
    const simplify = frame.isSimplified(operation, itemIndex);
    return outputs.map((output) =>
      outputItem(operation as Operation, output, itemIndex, { simplify, binary: sink.binary }),
    );
  };

  return {
    indexes: frame.items.map((_, itemIndex) => itemIndex),
    async item(itemIndex) {
      const operation = frame.operationOf(itemIndex);
      // No further item may begin, also where the node goes on after failures
      if (frame.signal.aborted) throw new CancelledError(doing(operation));
      const run = operation.result === 'rows' ? rowRuns.item : runAlone;
      return run(operation, itemIndex).finally(() => frame.endItem(itemIndex));
    },
    failure(error, itemIndex) {
      const operation = found(() => frame.operationOf(itemIndex));
      // A stop shows in many ways, n8n's own among them
      const shown =
        frame.signal.aborted && !isCancelled(error) ? new CancelledError(doing(operation)) : error;
      return toNodeError(shown, {
        node: context.getNode(),
        itemIndex,
        doing: doing(operation),
        titleOf: (input) => (operation ? titleOf(operation as Operation, input) : input),
        redact: frame.redact,
      });
    },
  };
}

/** Completes "Could not ...". */
const doing = (operation: Pick<Operation, 'action'> | undefined): string =>
  operation ? operation.action.charAt(0).toLowerCase() + operation.action.slice(1) : 'run the operation';

function found<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
