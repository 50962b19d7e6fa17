import { setImmediate as turn } from 'node:timers/promises';
import { csvLine } from '../../tables/csv-line.ts';
import type { RegisteredModel } from '../registered-model.ts';
import type { JobSpec } from './job-spec.ts';
import type { Part } from './part.ts';
import { resultColumns } from './result-columns.ts';
import type { ResultColumn } from './result-columns.ts';
import { readHeader, scoreRecords } from './score-records.ts';

const recordsPerTurn = 500;
const maxLineLength = 16 * 1024 * 1024;

/** What a scoring is about. */
export interface ScoringOptions {
  readonly spec: JobSpec;
  readonly model: RegisteredModel;
  /** In order; more may come. */
  readonly parts: () => readonly Part[];
  /** No further record is to be scored. */
  readonly isOver: () => boolean;
  /** Called with the number of failed rows; throws when they are too many. */
  readonly onFailures: (count: number) => void;
  readonly showsFailed: boolean;
}

/** Scores a job's kept rows, in order, as they come. The rows beyond are only counted. */
export class Scoring {
  /** The result's lines of the kept rows; those that could not be scored among them if they are shown. */
  readonly lines: string[] = [];
  headerLine: string | undefined;
  scored = 0;
  failed = 0;
  readonly #good: string[] = [];
  #lineLength = 0;
  #columns: readonly ResultColumn[] = [];
  #header: readonly string[] = [];
  #part = 0;
  #record = 0;
  readonly #options: ScoringOptions;

  constructor(options: ScoringOptions) {
    this.#options = options;
  }

  /** What the result holds for the rows beyond, in turn: the lines that could be scored, unless there is none. */
  get standIns(): readonly string[] {
    return this.scored > 0 ? this.#good : this.lines;
  }

  /** Characters in {@link lines}. */
  get lineLength(): number {
    return this.#lineLength;
  }

  /** All kept rows that are there so far were scored. */
  get isCaughtUp(): boolean {
    if (this.headerLine === undefined) return false;
    if (this.#isFull) return true;
    const parts = this.#options.parts();
    return this.#part >= parts.length - 1 && this.#record >= (parts.at(-1)?.kept.length ?? 0);
  }

  /** Scores what has come. @throws Error when the data do not suit the job, or too many rows fail */
  async run(): Promise<void> {
    const { model: registered, parts, isOver, spec, onFailures, showsFailed } = this.#options;
    const first = parts()[0]?.header;
    if (first === undefined) return;
    const model = await registered.fitted();
    if (this.headerLine === undefined) {
      this.#header = readHeader(first, spec);
      checkHeader(this.#header, model.columns, spec);
      this.#columns = resultColumns(model, spec, this.#header);
      this.headerLine = csvLine(
        this.#columns.map(({ name }) => name),
        spec.dialect,
      );
    }
    for (let slice = this.#next(); slice.length > 0 && !isOver(); slice = this.#next()) {
      const rows = scoreRecords(slice, this.#header, model, spec);
      for (const row of rows) {
        const isGood = row.prediction !== undefined;
        if (isGood) this.scored += 1;
        else this.failed += 1;
        if (!isGood && !showsFailed) continue;
        const line = csvLine(
          this.#columns.map(({ valueOf }) => valueOf(row)),
          spec.dialect,
        );
        this.lines.push(line);
        this.#lineLength += line.length;
        if (isGood) this.#good.push(line);
      }
      onFailures(this.failed);
      await turn();
    }
  }

  get #isFull(): boolean {
    return this.#lineLength > maxLineLength;
  }

  #next(): readonly string[] {
    if (this.#isFull) return [];
    const parts = this.#options.parts();
    while (this.#part < parts.length - 1 && this.#record >= (parts[this.#part]?.kept.length ?? 0)) {
      this.#part += 1;
      this.#record = 0;
    }
    const slice = parts[this.#part]?.kept.slice(this.#record, this.#record + recordsPerTurn) ?? [];
    this.#record += slice.length;
    return slice;
  }
}

function checkHeader(header: readonly string[], wanted: readonly string[], spec: JobSpec): void {
  if (!wanted.some((name) => header.includes(name)))
    throw new Error(`sandbox: none of the model's columns is in the data: ${wanted.join(', ')}`);
  const passed = spec.passthrough === 'all' ? [] : spec.passthrough;
  const unknown = passed.filter((name) => !header.includes(name));
  if (unknown.length === 0) return;
  const names = unknown.map((name) => `'${name}'`).join(', ');
  throw new Error(`passthroughColumns do not match columns, columns expected but not found: [${names}]`);
}
