import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

/** All files of an item: they lie beside its JSON or, in combined mode, within it. */
export const filesOf = ({ binary = {}, json }: INodeExecutionData): readonly IBinaryData[] =>
  [binary, json, json['_files']]
    .flatMap((place): readonly unknown[] => (isObject(place) ? Object.values(place) : []))
    .filter(isFile);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isFile = (value: unknown): value is IBinaryData =>
  isObject(value) && 'mimeType' in value && 'data' in value;
