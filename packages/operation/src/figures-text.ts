import type { Figure } from '@modelferry/polling';

/** Significant digits that are shown of a number. */
const digits = 6;
/** How many figures stand on one line. */
const maxFigures = 10;

/** What a figure is called: `epoch`, `train.loss`. */
export const figureName = ({ stage, name }: Figure): string =>
  stage === undefined ? name : `${stage}.${name}`;

/** What it is, rounded and never rescaled: `0.05`, `NaN`, `2 of 5`. */
export const figureValue = ({ value, total }: Figure): string =>
  `${short(value)}${total === undefined ? '' : ` of ${short(total)}`}`;

/** Figures on one line: `epoch 2 of 5, train.loss 0.05, validation.accuracy 0.81`. @returns nothing where there are none */
export function figuresText(figures: readonly Figure[] = []): string | undefined {
  if (figures.length === 0) return undefined;
  const shown = figures.slice(0, maxFigures).map((figure) => `${figureName(figure)} ${figureValue(figure)}`);
  const left = figures.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}

const short = (value: number | string): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(digits))) : value;
