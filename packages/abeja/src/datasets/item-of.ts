import { InputError, jsonFields, type InputFault } from '@modelferry/http';
import type { Row, Scalar } from '@modelferry/operation';
import type { NewDatasetItem } from '../client/data/dataset-items.ts';

const textOf = (value: Scalar | undefined): string => String(value ?? '').trim();

/** An item out of its row. @throws InputError that names every column that cannot work */
export function itemOf(row: Row): NewDatasetItem {
  const dataUri = textOf(row['dataUri']);
  const dataType = textOf(row['dataType']);
  const words = textOf(row['attributes']);
  const attributes = words === '' ? {} : jsonFields(words);
  const sizes = { height: sizeOf(row['height']), width: sizeOf(row['width']) };
  const faults: InputFault[] = [];
  const refuse = (field: string, problem: string) => faults.push({ field, problem });
  if (!/^(datalake|https?):\/\/\S+$/.test(dataUri))
    refuse('dataUri', 'must be datalake://<channel ID>/<file ID>, or an http(s) URL');
  if (!/^[^\s/]+\/[^\s/]+$/.test(dataType)) refuse('dataType', 'must be a media type, e.g., image/jpeg');
  if (!attributes) refuse('attributes', 'must be a JSON object, in braces');
  for (const [name, size] of Object.entries(sizes))
    if (Number.isNaN(size)) refuse(name, 'must be a whole number of pixels');
  if (!attributes || faults.length > 0) throw new InputError(faults);
  return { sourceData: [{ dataUri, dataType, ...sizes }], attributes };
}

/** Nothing where nothing is given; NaN for what is no size. */
function sizeOf(value: Scalar | undefined): number | undefined {
  const words = textOf(value);
  if (words === '') return undefined;
  return /^\d+$/.test(words) ? Number(words) : Number.NaN;
}
