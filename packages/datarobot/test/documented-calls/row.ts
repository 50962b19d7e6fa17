import type { DocumentedCall } from '@modelferry/testkit';
import type { DataRobotClient } from '../../src/index.ts';

export type Row = DocumentedCall<DataRobotClient>;

export const page = { data: [], next: null, previous: null };

export const isJson = { 'content-type': 'application/json' };
