import { declareTable } from './support/declare-table.ts';
import { points } from './support/points.ts';

declareTable(points.dataSets);
