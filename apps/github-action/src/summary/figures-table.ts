import type { Redactor } from '@modelferry/http';
import { figureName, figureValue } from '@modelferry/operation';
import type { Figure } from '@modelferry/polling';
import { escape } from './escape.ts';

/** How many figures are shown side by side. */
const maxColumns = 8;

/** What a job has told of its work: a column for each figure, a row for each time. */
export function figuresTable(times: readonly (readonly Figure[])[], redact: Redactor): readonly string[] {
  const names = [...new Set(times.flat().map(figureName))];
  if (names.length === 0) return [];
  const shown = names.slice(0, maxColumns);
  const left = names.length - shown.length;
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => escape(redact(cell))).join(' | ')} |`;
  const valueIn = (figures: readonly Figure[], name: string): string => {
    const found = figures.find((figure) => figureName(figure) === name);
    return found ? figureValue(found) : '';
  };
  return [
    `What the job told of its work${times.length > 1 ? ', the newest last' : ''}${
      left > 0 ? ` (${left} more ${left === 1 ? 'figure' : 'figures'} left out)` : ''
    }:`,
    '',
    line(shown),
    `|${' ---: |'.repeat(shown.length)}`,
    ...times.map((figures) => line(shown.map((name) => valueIn(figures, name)))),
  ];
}
