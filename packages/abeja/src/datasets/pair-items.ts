import { EngineError } from '@modelferry/http';
import type { RowOutcome } from '@modelferry/operation';
import type { DatasetItem } from '../client/data/dataset-items.ts';
import type { AddedItem, PlacedItem } from './items.ts';

/**
 * Tells which of the items that were sent became which of those that were answered. Some servers leave wrong ones out
 * (Q30), and some answers name none: then all were taken.
 */
export function pairItems(
  sent: readonly PlacedItem[],
  answered: readonly DatasetItem[],
): readonly (readonly [place: number, outcome: RowOutcome<AddedItem>])[] {
  const isPlain = answered.length === sent.length;
  let next = 0;
  return sent.map(({ place, item }) => {
    const dataUri = item.sourceData[0]?.dataUri ?? '';
    if (answered.length === 0) return [place, { ok: true, output: { datasetItemId: undefined, dataUri } }];
    const answer = answered[next];
    const isIt = isPlain || answer?.sourceData?.[0]?.['data_uri'] === dataUri;
    if (!answer || !isIt) return [place, { ok: false, error: leftOut(dataUri) }];
    next += 1;
    return [place, { ok: true, output: { datasetItemId: answer.datasetItemId, dataUri } }];
  });
}

const leftOut = (dataUri: string): EngineError =>
  new EngineError({
    code: 'rejected',
    message: `The item ${dataUri} was not added: the platform took others of the same request, and left it out.`,
    remedy: 'Check that its data are there and its attributes fit the dataset, then add it again.',
  });
