import type { Redactor } from '@modelferry/http';
import type { Runner } from '../runner/runner.ts';
import { sanitize } from './sanitize.ts';

/** What the runner shows of a kind of annotation in one step; the rest would be lost. */
const maxAnnotations = 10;
/** Longest text of an annotation or a line, in characters; the runner cuts annotations at 4,096. */
const maxTextLength = 4_000;

/** The log of a step. Whatever comes in goes out redacted, and never as a command. */
export interface Log {
  line(text: string): void;
  /** Starts a group, and ends the one before. */
  group(title: string): void;
  endGroup(): void;
  /** An annotation, as long as the runner takes some, and a line afterwards. */
  warning(text: string): void;
  /** An annotation, which stands in the log too. Where both are too long together, its text is cut and the advice stays. */
  error(title: string, text: string, advice?: string): void;
  /** Shown only where the user has asked for it. */
  debug(text: string): void;
  /** Every warning so far, fit to be shown. */
  readonly warnings: readonly string[];
  /** When the last line was written, in milliseconds since 1970. */
  readonly lastLineAtMs: number;
}

/** @param now gives milliseconds since 1970 */
export function openLog(runner: Runner, redact: Redactor, now: () => number): Log {
  const fit = (text: string) => sanitize(redact(text));
  const warnings: string[] = [];
  let inGroup = false;
  let lastLineAtMs = now();
  const told = () => (lastLineAtMs = now());
  const line = (text: string) => {
    for (const one of cut(fit(text)).split('\n')) runner.print(one);
    told();
  };
  const endGroup = () => {
    if (inGroup) runner.command('endgroup');
    inGroup = false;
  };
  return {
    line,
    endGroup,
    group(title) {
      endGroup();
      runner.command('group', oneLine(fit(title)));
      inGroup = true;
      told();
    },
    warning(text) {
      warnings.push(fit(text));
      if (warnings.length > maxAnnotations) return line(`Warning: ${text}`);
      runner.command('warning', cut(fit(text)));
      told();
    },
    error(title, text, advice = '') {
      endGroup();
      const next = fit(advice).slice(0, maxTextLength / 2);
      const whole = fit(text);
      const said = cut(whole, maxTextLength - next.length);
      if (said !== whole) whole.split('\n').forEach(line);
      const message = [said, next].filter((part) => part !== '').join('\n');
      runner.command('error', message, { title: oneLine(fit(title)) });
    },
    debug(text) {
      if (runner.isDebug) runner.command('debug', fit(text));
    },
    warnings,
    get lastLineAtMs() {
      return lastLineAtMs;
    },
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const cut = (text: string, maxLength = maxTextLength): string =>
  text.length <= maxLength ? text : `${text.slice(0, maxLength)}...`;
