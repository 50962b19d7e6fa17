import type { Operation, RowOutcome } from '@modelferry/operation';
import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';
import { outputItem } from './output-item.ts';
import { groupRows, itemRows, type ItemRows, type RowGroup } from './row-groups.ts';
import type { RunFrame } from './run-frame.ts';

/** The runs of operations that take the rows of many items at once. */
export interface RowRuns<Client> {
  /** What became of one item's rows. The first item of a group starts the group's run. */
  item(operation: Operation<Client>, itemIndex: number): Promise<INodeExecutionData[]>;
}

interface GroupResult {
  readonly outcomes: readonly RowOutcome<object>[];
  readonly binary: IBinaryKeyData;
}

/** Where an item's rows are: in which group, and behind how many rows of other items. */
interface Place {
  readonly group: RowGroup;
  readonly rows: ItemRows;
  readonly before: number;
}

export function createRowRuns<Client>(frame: RunFrame<Client>): RowRuns<Client> {
  let places: Promise<ReadonlyMap<number, Place | { readonly error: unknown }>> | undefined;
  const runs = new Map<RowGroup, Promise<GroupResult>>();

  const read = async (operation: Operation<Client>) => {
    const rowsInput = operation.inputFields.find(({ kind }) => kind === 'rows')?.name ?? '';
    const found = new Map<number, Place | { readonly error: unknown }>();
    const good: ItemRows[] = [];
    for (const itemIndex of frame.items.keys()) {
      try {
        const raw = await frame.rawInputs(operation, itemIndex, frame.signal);
        good.push(itemRows(itemIndex, rowsInput, raw));
      } catch (error) {
        found.set(itemIndex, { error });
      }
    }
    for (const group of groupRows(good)) {
      let before = 0;
      for (const rows of group) {
        found.set(rows.itemIndex, { group, rows, before });
        before += rows.rows.length;
      }
    }
    return found;
  };

  const runGroup = async (operation: Operation<Client>, group: RowGroup): Promise<GroupResult> => {
    const rowsInput = operation.inputFields.find(({ kind }) => kind === 'rows')?.name ?? '';
    const [first] = group;
    const sink = frame.createSink();
    const raw = { ...first?.others, [rowsInput]: group.flatMap(({ rows }) => rows) };
    const context = await frame.runContext(first?.itemIndex ?? 0, sink);
    const outcomes = (await operation.execute(context, raw)) as readonly RowOutcome<object>[];
    return { outcomes, binary: sink.binary };
  };

  return {
    async item(operation, itemIndex) {
      const place = (await (places ??= read(operation))).get(itemIndex);
      if (!place) throw new Error('This item has no rows.');
      if ('error' in place) throw place.error;
      const { group, rows, before } = place;
      const run = runs.get(group) ?? runGroup(operation, group);
      runs.set(group, run);
      const { outcomes, binary } = await run;

      const simplify = frame.isSimplified(operation, itemIndex);
      const own = outcomes.slice(before, before + rows.rows.length);
      const failed = own.find((outcome) => !outcome.ok);
      if (failed && !failed.ok) throw failed.error;
      return own.flatMap((outcome) =>
        outcome.ok
          ? [outputItem(operation as Operation, outcome.output, itemIndex, { simplify, binary })]
          : [],
      );
    },
  };
}
