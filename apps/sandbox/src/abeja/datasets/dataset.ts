import type { Fields } from '../fields.ts';

/** What an item is about: a file, by its address. */
export interface SourceData extends Fields {
  readonly data_uri: string;
  readonly data_type: string;
}

/** One labelled thing. */
export interface DatasetItem {
  readonly id: number;
  readonly sourceData: readonly SourceData[];
  readonly createdMs: number;
  updatedMs: number;
  attributes: Fields;
}

/** A list of labelled things. */
export interface Dataset {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly props: Fields;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly items: DatasetItem[];
  lastItem: number;
}
